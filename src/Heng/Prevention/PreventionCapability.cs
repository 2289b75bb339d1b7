using Heng.Dossiers;
using Heng.Platform.Shell;

namespace Heng.Prevention;

/// <summary>Prevention (预防): the card.</summary>
public sealed class PreventionCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "预防";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.EarlyWarning, "一信一企一事的提醒，附自查清单；提醒后仍未做到的发敦促函，须经审批；信中不写处罚"),
        new(OpinionClause.EarlyWarning, "面向一类企业的预警和批量发送", Later: true),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IDossierContributor, PreventionContributor>();
        services.AddSingleton<IDossierPanel, PreventionPanel>();
    }
}
