using System.Collections.Immutable;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Goods.Steps;
using Heng.Law.Codes;
using Heng.Law.Penalties;
using Heng.Law.Procedure;

namespace Heng.Goods;

/// <summary>Order of disposal (处置批准): which goods, how, since when.</summary>
/// <param name="On">The day.</param>
/// <param name="Way">How.</param>
/// <param name="Items">The goods, by number.</param>
public sealed record DisposalApproved(DateOnly On, DisposalWay Way, IReadOnlyList<int> Items);

/// <summary>Goods ledger of a dossier (涉案财物账): orders, disposals and proceeds, folded from the record; the goods themselves stand in <see cref="CaseFile.Goods"/>.</summary>
public sealed record GoodsFile : IDossierPart<GoodsFile>
{
    /// <inheritdoc/>
    public static GoodsFile Empty { get; } = new();

    /// <summary>Orders in force.</summary>
    public ImmutableList<DisposalApproved> Orders { get; init; } = [];

    /// <summary>Disposals.</summary>
    public ImmutableList<DisposeGoods> Disposals { get; init; } = [];

    /// <summary>Proceeds paid over.</summary>
    public ImmutableList<PayProceeds> Payments { get; init; } = [];

    /// <summary>What the disposals brought.</summary>
    public Money Proceeds => Money.Sum(Disposals.Select(d => d.Proceeds ?? Money.Zero));

    /// <summary>What is not paid over to the treasury yet.</summary>
    public Money Held => Proceeds - Money.Sum(Payments.Select(p => new Money(p.Sum)));

    /// <summary>The ledger of a dossier.</summary>
    /// <param name="file">The dossier.</param>
    public static GoodsFile Of(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<GoodsFile>();
    }

    /// <summary>Whether a decision in force confiscates the goods of a dossier.</summary>
    /// <param name="file">The dossier.</param>
    public static bool AreConfiscated(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Penalty?.Sanction.OtherKinds.Any(PenaltyKinds.IsOfGoods) == true;
    }

    /// <summary>How goods are to be disposed of; null without an order.</summary>
    /// <param name="item">The goods, by number.</param>
    public DisposalWay? WayOf(int item) => Orders.FirstOrDefault(o => o.Items.Contains(item))?.Way;

    /// <inheritdoc/>
    public GoodsFile After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act switch
        {
            OrderDisposal { Way: { } way } order => this with { Orders = Orders.Add(new(done.On, way, [.. order.Items.Select(i => int.Parse(i, System.Globalization.CultureInfo.InvariantCulture))])) },
            DisposeGoods disposal => this with { Disposals = Disposals.Add(disposal) },
            PayProceeds payment => this with { Payments = Payments.Add(payment) },
            // With the decision falls what was ordered after it.
            _ when done.Transition?.Act == ActKind.ActAnew => this with { Orders = [] },
            _ => this,
        };
    }
}
