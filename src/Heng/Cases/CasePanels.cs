using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>The card of the evidence.</summary>
internal sealed class EvidencePanel : IDossierPanel
{
    public int Order => 30;

    public string Title => "证据";

    public string View => "/Cases/Pages/_Evidence.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<CaseFile>() is { Evidence.Count: > 0 } ? EvidenceMatrix.Of(file) : null;

    public bool IsFinishedIn(DossierFile file) => file.Part<CaseFile>().ReportedOn is not null && file.Procedure.Main != "S20";
}

/// <summary>The card of facts and assessment.</summary>
internal sealed class AssessmentPanel : IDossierPanel
{
    public int Order => 40;

    public string Title => "事实与裁量";

    public string View => "/Cases/Pages/_Assessment.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN");

    public bool IsFinishedIn(DossierFile file) => file.Part<CaseFile>().DecidedOn is not null;
}

/// <summary>The card of the case: officers, correction, decision, service.</summary>
internal sealed class CasePanel : IDossierPanel
{
    public int Order => 25;

    public string Title => "办案情况";

    public string View => "/Cases/Pages/_Case.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<CaseFile>() is { FiledOn: not null } or { NotFiled: not null } ? file : null;

    public bool IsFinishedIn(DossierFile file) => file.Part<CaseFile>().ArchivedOn is not null;
}
