using Heng.Dossiers;
using Heng.Platform.Files;

namespace Heng.Cases;

/// <summary>The card of the evidence.</summary>
/// <param name="store">Where the files lie.</param>
internal sealed class EvidencePanel(FileStore store) : IDossierPanel
{
    public int Order => 30;

    public string Title => "证据";

    public string View => "/Cases/Pages/_Evidence.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => file.Part<CaseFile>() is { Evidence.Count: > 0 } c
        ? EvidenceMatrix.Of(file) with { Altered = [.. c.Evidence.SelectMany(e => e.Files).Where(f => !store.SeemsIntact(f.Sha256)).Select(f => f.Id)] }
        : null;

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

/// <summary>The card of the penalty: the time line from the proposal to the decision, with the statute, the range and the sum.</summary>
internal sealed class PenaltyPanel : IDossierPanel
{
    public int Order => 35;

    public string Title => "处罚程序";

    public string View => "/Cases/Pages/_Penalty.cshtml";

    public object? ModelOf(DossierFile file, ActContext context)
    {
        var c = file.Part<CaseFile>();
        if (c.Course.Proposal is not { } proposal)
        {
            return null;
        }

        var named = (Steps.Proposal.SanctionAct?)c.PenaltyDecision ?? proposal;
        var result = CaseAssessment.Of(file, c.Penalty?.On ?? context.Today, context.Bureau?.LawRegion ?? "CN", fine: named.Fine?.Yuan ?? 0)?.Result;
        return new PenaltyView(file, c, named, result?.OwnBand, result?.PenaltyRange);
    }
}

/// <summary>What the card of the penalty shows.</summary>
/// <param name="File">The dossier.</param>
/// <param name="Case">The case.</param>
/// <param name="Named">The penalty that stands now: decided, else proposed.</param>
/// <param name="Band">The statute; null where the party's fine has none.</param>
/// <param name="Range">The range of the facts; null where none applies.</param>
public sealed record PenaltyView(DossierFile File, CaseFile Case, Steps.Proposal.SanctionAct Named, Law.Discretion.Band? Band, Law.Discretion.SumRange? Range);
