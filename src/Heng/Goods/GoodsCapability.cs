using Heng.Dossiers;
using Heng.Goods.Storage;
using Heng.Platform.Shell;

namespace Heng.Goods;

/// <summary>Goods (涉案财物): the card.</summary>
public sealed class GoodsCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "涉案财物";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.Discipline, "没收的财物逐项登记，保管有人有地点，没有生效的决定和批准不得处置，处置两人执行一人监督，变价款上缴国库，定期盘点"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [new(GoodsLinks.Ledger, "涉案财物", "table", StockDesk.Counters)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<StockDesk>();
        services.AddSingleton<IDossierContributor, GoodsContributor>();
        services.AddSingleton<IDossierPanel, GoodsPanel>();
    }
}
