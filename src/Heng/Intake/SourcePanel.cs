using Heng.Dossiers;

namespace Heng.Intake;

/// <summary>The card of the source on the page of a dossier.</summary>
internal sealed class SourcePanel : IDossierPanel
{
    public int Order => 20;

    public string Title => "案源与核查";

    public string View => "/Intake/Pages/_Source.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<SourceFile>() is { Source: not null } source ? source : null;

    public bool IsFinishedIn(DossierFile file) => file.Procedure.Main is not ("S00" or "S05" or "S08");
}
