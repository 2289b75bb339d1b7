using Heng.Dossiers;
using Heng.Platform.Shell;

namespace Heng.Cases;

/// <summary>Cases (办案): the card.</summary>
public sealed class CasesCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "办案";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.LenienceAndSeverity, "免罚条件逐项对照证据，符合条件的依法不予处罚并教育当事人"),
        new(OpinionClause.UniformDiscretion, "事实录入一次，旁边即时显示裁量结果和改变结果的条件"),
        new(OpinionClause.Discipline, "亮证、两人以上、回避、告知、核对，缺一项即不能办理并指明条文"),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IDossierContributor, CaseContributor>();
        services.AddSingleton<IActLookUp, EvidenceFiles.LookUp>();
        services.AddSingleton<IDossierPanel, EvidencePanel>();
        services.AddSingleton<IDossierPanel, AssessmentPanel>();
        services.AddSingleton<IDossierPanel, CasePanel>();
        services.AddSingleton<IDossierPanel, ChecksPanel>();
        services.AddScoped<Platform.SignIn.IKeepsExpiredForms, Pages.ExpiredFacts>();
        services.AddSingleton<IDossierPanel, PenaltyPanel>();
    }
}
