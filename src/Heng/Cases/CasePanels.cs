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

/// <summary>The card of the checks before a penalty: suspected crime, one act and one fine, illegal income.</summary>
internal sealed class ChecksPanel : IDossierPanel
{
    public int Order => 33;

    public string Title => "处罚前核对";

    public string View => "/Cases/Pages/_Checks.cshtml";

    public object? ModelOf(DossierFile file, ActContext context) => ChecksView.Of(file, context);

    public bool IsFinishedIn(DossierFile file) => file.Part<CaseFile>().DecidedOn is not null;
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

/// <summary>What the card of the checks shows.</summary>
/// <param name="File">The dossier.</param>
/// <param name="Checks">The checks.</param>
/// <param name="Crime">The facts of today held against the crime lines; null once something is decided.</param>
/// <param name="NeedsGain">Whether illegal income is to be determined.</param>
public sealed record ChecksView(DossierFile File, CaseChecks Checks, Law.Penalties.CrimeReview? Crime, bool NeedsGain)
{
    /// <summary>The view; null while there is nothing to check.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    internal static ChecksView? Of(DossierFile file, ActContext context)
    {
        var (c, checks) = (file.Part<CaseFile>(), file.Part<CaseChecks>());
        var open = CaseChecks.AreOpen(file);
        var crime = open ? CaseChecks.CrimeOf(file, context.Today) : null;
        var result = open ? CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN")?.Result : null;
        var anything = checks is not { Crime: null, Search: null, Gain: null, Outlays.Count: 0 };
        return anything || c.Course.Proposal is not null || crime is { Level: > Law.Penalties.CrimeLevel.Under } || result is { Outcome: Law.Discretion.AssessmentOutcome.Penalty }
            ? new(file, checks, crime, result is not null && CaseChecks.HasGain(result)) : null;
    }
}
