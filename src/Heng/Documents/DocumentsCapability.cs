using Heng.Documents.Engine;
using Heng.Dossiers;
using Heng.Platform.Shell;

namespace Heng.Documents;

/// <summary>Documents (文书): the card.</summary>
public sealed class DocumentsCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "文书";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.ReasonedEnforcement, "文书由记录自动填写，每一句理由连到事实、证据和条文，缺少依据即不能签发"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [new(DocumentLinks.Templates, "文书模板", "feather", TemplateDesk.Keepers)];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<TemplateShelf>();
        services.AddSingleton<IssuedText>();
        services.AddScoped<DocumentBook>();
        services.AddScoped<IActLookUp>(s => s.GetRequiredService<DocumentBook>());
        services.AddScoped<TemplateDesk>();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<IDossierPanel, DocumentsPanel>();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => Endpoints.DocumentEndpoints.Map(endpoints);
}
