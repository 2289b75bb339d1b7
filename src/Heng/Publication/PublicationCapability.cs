using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Shell;
using Heng.Publication.Endpoints;
using Heng.Publication.Storage;

namespace Heng.Publication;

/// <summary>Publication (公示): the card.</summary>
public sealed class PublicationCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "公示";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.Oversight, "处罚决定依法公示：按类别确定公示期，隐去个人信息，其余文字与送达的一致；撤回、更正、期满停止都有记录"),
        new(OpinionClause.Oversight, "事前公示、双公示推送", Later: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<SettingDefinition> Settings => PublicationSettings.All;

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new(PublicationLinks.Public, "处罚公示", "flag"),
        new(PublicationLinks.Register, "公示管理", "table", PersonRoles.Publicity),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PublicationDesk>();
        services.AddScoped<IActLookUp>(s => s.GetRequiredService<PublicationDesk>());
        services.AddScoped<PublicRegister>();
        services.AddSingleton<IDossierContributor, PublicationContributor>();
        services.AddSingleton<IDossierPanel, PublicationPanel>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapPublication();
}
