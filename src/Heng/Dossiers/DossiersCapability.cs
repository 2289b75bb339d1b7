using Heng.Dossiers.Endpoints;
using Heng.Dossiers.Storage;
using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Shell;

namespace Heng.Dossiers;

/// <summary>Dossiers (一案一档): the card.</summary>
public sealed class DossiersCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "一案一档";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.EarlyWarning, "预防、免罚、严惩、相当、回访五个环节在一份档案中办理，逐项显示结果或者理由"),
        new(OpinionClause.Discipline, "每一步由有权限的人员办理，全程留痕，记录可由外部核验"),
        new(OpinionClause.Competence, "一个系统、一份待办、一个编号，各环节不重复录入；证件到期即不能办案"),
        new(OpinionClause.Organisation, "负责人的待办逐项说明理由和期限；设置由上级统一、下级在范围内调整"),
        new(OpinionClause.Oversight, "案卷评查、三书一函", Later: true),
        new(OpinionClause.PublicOpinion, "舆情监测、以案释法", Later: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<SettingDefinition> Settings => DossierSettings.All;

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new(DossierLinks.Work, "待办", "inbox", ~RoleNames.Administrators),
        new(DossierLinks.Leader, "负责人视图", "flag", PersonRoles.UnitHead | PersonRoles.Head | PersonRoles.Principal),
        new(DossierLinks.List, "档案", "folder", RoleNames.OfCases),
        new(DossierLinks.Reading, "履职查阅", "search", ReadingDesk.FromBeside | ReadingDesk.SeesReadings),
        .. ActTypes.All.Where(t => t.About is { Opens: true, Page: null }).Select(t => new NavigationEntry(DossierLinks.New(t.Code), t.Chinese, "plus", t.About.By)),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ActDesk>();
        services.AddScoped<DossierList>();
        services.AddScoped<WorkList>();
        services.AddScoped<SavedViews>();
        services.AddScoped<VaultReader>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<Platform.SignIn.IKeepsExpiredForms, Pages.ExpiredAct>();
        // One page draws the form of every act, whether it opens a dossier or not.
        services.Configure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Dossiers/Pages/Act", "/dossiers/new/{code}"));
        services.AddScoped<FileDesk>();
        services.AddSingleton<DossierExport>();
        services.AddSingleton<ReadingDesk>();
        services.AddSingleton<AssignedReading>();
        services.AddSingleton<ICodedElements, CodedElements>();
        services.AddSingleton<Platform.Record.IRetention, DossierRetention>();
        services.AddSingleton<VaultKey>();
        services.AddSingleton<IDossierContributor, DossierEnd.Contributor>();
        services.AddSingleton<ISettingsOfBureau, SettingsOfBureau>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        FileEndpoint.Map(endpoints);
        endpoints.MapExport();
        endpoints.MapDossierExport();
    }

    /// <summary>The settings of the platform, as dossiers look at them.</summary>
    private sealed class SettingsOfBureau(SettingsDesk desk) : ISettingsOfBureau
    {
        public async ValueTask<IDossierSettings> OfAsync(Guid bureauId, CancellationToken stop = default) => new Effective(await desk.OfAsync(bureauId, stop));

        private sealed class Effective(EffectiveSettings settings) : IDossierSettings
        {
            public string this[string name] => settings[name];
        }
    }
}
