using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Shell;

namespace Heng.FollowUp;

/// <summary>Follow-up (回访): the card.</summary>
public sealed class FollowUpCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "回访";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.FollowUp, "每个决定自动生成回访计划：回头访、回头看、回头检；免罚不免责，义务逐项跟踪，依法重新审查"),
        new(OpinionClause.Discipline, "回访由办案人员以外的人员进行，廉洁情况只有执法监督人员可以看到"),
        new(OpinionClause.FollowUp, "困难主体帮扶、信用修复、当事人网上答复", Later: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [new(FollowUpLinks.Integrity, "廉洁情况", "shield", PersonRoles.Supervision)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IntegrityAnswers>();
        services.AddSingleton<IDossierContributor, FollowUpContributor>();
        services.AddSingleton<IDossierPanel, FollowUpPanel>();
    }
}
