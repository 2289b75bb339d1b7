using System.Globalization;
using Heng.Cases;
using Heng.Dossiers;

namespace Heng.Goods.Steps;

/// <summary>An act on goods of a case (涉案财物行为): it changes where they are or what became of them.</summary>
public abstract record GoodsAct : CaseAct
{
    /// <summary>The goods of the dossier after the act.</summary>
    /// <param name="goods">The goods before.</param>
    /// <param name="done">Who did it and when.</param>
    protected abstract IEnumerable<CaseGoods> After(IReadOnlyList<CaseGoods> goods, RecordedAct done);

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Goods = [.. After(before.Goods, done)] };
    }

    /// <summary>The goods of a dossier.</summary>
    /// <param name="file">The dossier.</param>
    protected static IReadOnlyList<CaseGoods> GoodsOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Goods;
    }

    /// <summary>Whether a decision in force confiscates goods.</summary>
    /// <param name="file">The dossier.</param>
    protected static bool AreConfiscated(DossierFile file) => GoodsFile.AreConfiscated(file);

    /// <summary>Whether someone is an officer of the case.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="person">The person.</param>
    protected static bool Handles(DossierFile file, Guid person)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().WasHandledBy(person);
    }
}

/// <summary>An act on some of the goods that are kept.</summary>
public abstract record ChosenGoodsAct : GoodsAct
{
    /// <summary>The goods, by number.</summary>
    [Field("财物", Kind = FieldKind.Choices, Order = -1)]
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Their names, frozen.</summary>
    public string Names { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => Offered(file).Select(g => (Key(g), $"{g.Number}. {g.Name}，{g.Amount}，{g.Value} 元（{g.Place}）"));

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().OnPaper is null && Offered(file).Any();
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Items = [.. Offered(file).Select(Key)] };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Names = string.Join("、", Chosen(file).Select(g => g.Name)) };

    /// <summary>The goods that may be chosen: those that are kept.</summary>
    /// <param name="file">The dossier.</param>
    protected virtual IEnumerable<CaseGoods> Offered(DossierFile file) => GoodsOf(file).Where(g => g.State == GoodsState.Kept);

    /// <summary>The goods that are chosen.</summary>
    /// <param name="file">The dossier.</param>
    protected IEnumerable<CaseGoods> Chosen(DossierFile file) => GoodsOf(file).Where(Concerns);

    /// <summary>Whether goods are among the chosen.</summary>
    /// <param name="goods">The goods.</param>
    protected bool Concerns(CaseGoods goods) => Items.Contains(Key(goods));

    private static string Key(CaseGoods goods)
    {
        ArgumentNullException.ThrowIfNull(goods);
        return goods.Number.ToString(CultureInfo.InvariantCulture);
    }
}
