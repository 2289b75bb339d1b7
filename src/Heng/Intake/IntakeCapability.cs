using Heng.Platform.Shell;

namespace Heng.Intake;

/// <summary>Intake (案源): the card.</summary>
public sealed class IntakeCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "案源";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } = [new(OpinionClause.Discipline, "线索逐件登记、限期核查，登记日期与收件凭证一致，编号不重不漏；举报人信息单独加密，因履职打开并留痕")];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ReporterNames>();
        services.AddSingleton<Dossiers.IDossierContributor, SourceContributor>();
        services.AddSingleton<Dossiers.IDossierPanel, SourcePanel>();
    }
}
