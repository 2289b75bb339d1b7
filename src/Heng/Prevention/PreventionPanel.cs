using Heng.Dossiers;

namespace Heng.Prevention;

/// <summary>The card of prevention on the page of a dossier.</summary>
internal sealed class PreventionPanel : IDossierPanel
{
    public int Order => 10;

    public string Title => "预警提醒";

    public string View => "/Prevention/Pages/_Prevention.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<PreventionFile>() is { Letters.Count: > 0 } p ? p : null;

    public bool IsFinishedIn(DossierFile file) => file.Procedure.Main is not null;
}
