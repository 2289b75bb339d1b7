using Heng.Cases;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Goods.Model;

/// <summary>Kept goods (在管财物): a line of the ledger of the bureau; brought up to date with each act.</summary>
public sealed class KeptGoods : IBureauOwned
{
    private KeptGoods()
    {
    }

    /// <summary>Enters goods.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="dossier">Its number.</param>
    /// <param name="number">Number of the goods within it.</param>
    public KeptGoods(Guid bureauId, Guid id, Guid dossierId, string dossier, int number) => (BureauId, Id, DossierId, Dossier, Number) = (bureauId, id, dossierId, dossier, number);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Number of the dossier.</summary>
    public string Dossier { get; private set; } = "";

    /// <summary>Number of the goods within the dossier.</summary>
    public int Number { get; private set; }

    /// <summary>What it is.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Of what.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Value, in fen.</summary>
    public long Value { get; init; }

    /// <summary>Where it is kept.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who keeps it.</summary>
    public string Keeper { get; private set; } = "";

    /// <summary>Since when.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>What became of it.</summary>
    public GoodsState State { get; private set; }

    /// <summary>Brings the line up to date.</summary>
    /// <param name="place">Where.</param>
    /// <param name="keeper">Who keeps it.</param>
    /// <param name="since">Since when.</param>
    /// <param name="state">What became of it.</param>
    public void Stand(string place, string keeper, DateOnly since, GoodsState state) => (Place, Keeper, Since, State) = (place, keeper, since, state);

    internal sealed class Table : IEntityTypeConfiguration<KeptGoods>
    {
        public void Configure(EntityTypeBuilder<KeptGoods> builder)
        {
            builder.ToTable("kept_goods");
            builder.Property(g => g.Quantity).HasPrecision(18, 6);
            builder.HasIndex(g => new { g.BureauId, g.DossierId, g.Number }).IsUnique();
            builder.HasIndex(g => new { g.BureauId, g.State, g.Place });
        }
    }
}
