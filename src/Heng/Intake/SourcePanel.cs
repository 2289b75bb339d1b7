using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Intake;

/// <summary>The card of the source on the page of a dossier.</summary>
internal sealed class SourcePanel : IDossierPanel
{
    public int Order => 20;

    public string Title => "案源与核查";

    public string View => "/Intake/Pages/_Source.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<SourceFile>() is { Source: not null } source
        ? new SourceShown(source, context is { IsGuest: false } && context.Me.Holds(PersonRoles.Intake) && ReporterNames.IsSealed(file) ? IntakeLinks.Reporter(file.Id) : null) : null;

    public bool IsFinishedIn(DossierFile file) => file.Procedure.Main is not ("S00" or "S05" or "S08");
}

/// <summary>The source as its card shows it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Reporter">Where this person opens the sealed reporter; null when there is nothing for him.</param>
internal sealed record SourceShown(SourceFile Source, string? Reporter);
