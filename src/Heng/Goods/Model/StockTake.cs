using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Goods.Model;

/// <summary>Stock-take (财物盘点): one person counts what the ledger says is kept, another checks it; it is never changed afterwards.</summary>
public sealed class StockTake : IBureauOwned
{
    private StockTake()
    {
    }

    /// <summary>Records a count.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="place">The place; empty for all.</param>
    /// <param name="on">The day.</param>
    /// <param name="countedBy">Who counted.</param>
    /// <param name="counter">His name.</param>
    public StockTake(Guid bureauId, Guid id, string place, DateOnly on, Guid countedBy, string counter) => (BureauId, Id, Place, On, CountedBy, Counter) = (bureauId, id, place, on, countedBy, counter);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The place; empty for all.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The day.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Who counted.</summary>
    public Guid CountedBy { get; private set; }

    /// <summary>His name.</summary>
    public string Counter { get; private set; } = "";

    /// <summary>What was found besides, and why something differs.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who checked; null before.</summary>
    public Guid? CheckedBy { get; private set; }

    /// <summary>His name.</summary>
    public string Checker { get; private set; } = "";

    /// <summary>When.</summary>
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>Someone else checked the count.</summary>
    /// <param name="person">Who.</param>
    /// <param name="name">His name.</param>
    /// <param name="on">The day.</param>
    public void Check(Guid person, string name, DateOnly on) => (CheckedBy, Checker, CheckedOn) = (person, name, on);

    internal sealed class Table : IEntityTypeConfiguration<StockTake>
    {
        public void Configure(EntityTypeBuilder<StockTake> builder) => builder.ToTable("stock_takes");
    }
}

/// <summary>Count of goods (盘点明细): what the ledger said and what was there.</summary>
public sealed class StockCount : IBureauOwned
{
    private StockCount()
    {
    }

    /// <summary>Records the count of one line.</summary>
    /// <param name="take">The stock-take.</param>
    /// <param name="id">The id.</param>
    /// <param name="goods">The line of the ledger.</param>
    /// <param name="counted">What was there.</param>
    public StockCount(StockTake take, Guid id, KeptGoods goods, decimal counted)
    {
        ArgumentNullException.ThrowIfNull(take);
        ArgumentNullException.ThrowIfNull(goods);
        (BureauId, Id, TakeId, GoodsId, Counted) = (take.BureauId, id, take.Id, goods.Id, counted);
        (DossierId, Dossier, Number, Name, Unit, Expected, Value, Place) = (goods.DossierId, goods.Dossier, goods.Number, goods.Name, goods.Unit, goods.Quantity, goods.Value, goods.Place);
    }

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The stock-take.</summary>
    public Guid TakeId { get; private set; }

    /// <summary>The line of the ledger.</summary>
    public Guid GoodsId { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Number of the dossier then.</summary>
    public string Dossier { get; private set; } = "";

    /// <summary>Number of the goods within the dossier.</summary>
    public int Number { get; private set; }

    /// <summary>What it is.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of what.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>What the ledger said.</summary>
    public decimal Expected { get; private set; }

    /// <summary>What was there.</summary>
    public decimal Counted { get; private set; }

    /// <summary>Value by the ledger, in fen.</summary>
    public long Value { get; private set; }

    /// <summary>Where it should be.</summary>
    public string Place { get; private set; } = "";

    /// <summary>What is too much, or missing as a negative number.</summary>
    public decimal Difference => Counted - Expected;

    internal sealed class Table : IEntityTypeConfiguration<StockCount>
    {
        public void Configure(EntityTypeBuilder<StockCount> builder)
        {
            builder.ToTable("stock_counts");
            builder.Property(c => c.Expected).HasPrecision(18, 6);
            builder.Property(c => c.Counted).HasPrecision(18, 6);
            builder.HasIndex(c => new { c.BureauId, c.TakeId });
        }
    }
}
