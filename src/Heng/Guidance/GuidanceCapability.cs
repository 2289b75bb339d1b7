using Heng.Guidance.Endpoints;
using Heng.Platform.Shell;

namespace Heng.Guidance;

/// <summary>Guidance (法规与测算): the law to browse, public assessment, deadlines and the procedure.</summary>
public sealed class GuidanceCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "法规与测算";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.UniformDiscretion, "公开裁量规则与各地基准，同一事项、相同情形得出相同结论"),
        new(OpinionClause.LenienceAndSeverity, "逐项比对免罚清单与从轻、从重情节，说明理由"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new("/", "首页", "home"),
        new("/assess", "裁量测算", "scale"),
        new("/deadline", "期限计算", "calendar"),
        new("/procedure", "办案程序", "route"),
        new("/law", "法规数据", "book"),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LawCounts>();
        services.AddSingleton<ILawLinks, GuidanceLinks>();
        services.AddSingleton<MatterSearch>();
        services.AddSingleton<Dossiers.IMatterSearch>(s => s.GetRequiredService<MatterSearch>());
        services.AddSingleton<DeadlineContract>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        // Law is public.
        var open = endpoints.MapGroup("").AllowAnonymous();
        open.MapAssess();
        open.MapMatters();
        open.MapDeadlines();
    }
}
