using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;

namespace Heng.Publication;

/// <summary>Publication plan (公示安排): whether, by when, in which class and how long a decision is shown.</summary>
public static class PublicationPlan
{
    /// <summary>The penalty as the rules of publicity see it; null while none is decided.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="inputs">The answers of the officer.</param>
    public static PenaltyToPublish? PenaltyOf(DossierFile file, PublicationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(inputs);
        return file.Part<CaseFile>().Penalty is not { } penalty ? null : PublicityNotice.PenaltyOf(file, penalty.Sanction, penalty.Matter, penalty.Level, penalty.On) with
        {
            IsKeyIndustrialProduct = inputs.IsKeyIndustrialProduct,
            IsOnSeriousList = inputs.IsOnSeriousList,
            LawWantsWarning = !string.IsNullOrWhiteSpace(inputs.WarningLaw),
        };
    }

    /// <summary>Whether a decision is published and in which class; null while none is decided.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="inputs">The answers of the officer.</param>
    /// <param name="on">The day of publication.</param>
    public static Outcome<PublicityTerms>? TermsOf(DossierFile file, PublicationInputs inputs, DateOnly on)
        => PenaltyOf(file, inputs) is { } penalty ? file.Law.Publicity.Of(penalty, on) : null;

    /// <summary>The restriction as answered: none, until a day, or without a known end.</summary>
    /// <param name="terms">The classes.</param>
    /// <param name="inputs">The answers of the officer.</param>
    public static Restriction RestrictionOf(PublicityTerms terms, PublicationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.RestrictedUntil is { } until ? new Restriction(true, until) : terms.All.Any(c => c.WaitsForRestriction) ? Restriction.Open : Restriction.None;
    }

    /// <summary>The clock of publication, L60 or, for a party of another province, L61; null when it does not run.</summary>
    /// <param name="file">The dossier.</param>
    public static DossierClock? ClockOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var limit = PublicityNotice.LimitOf(file);
        return IsOpen(file) && file.Part<CaseFile>().Penalty is { } penalty && TermsOf(file, file.Part<PublicationFile>().Inputs, penalty.On) is Outcome<PublicityTerms>.Allowed
            ? CaseClocks.Counted(file, limit, limit == "L61" ? "推送登记地公示" : "公示处罚决定", penalty.On)
            : null;
    }

    /// <summary>Whether a decision stands that was neither published nor withdrawn.</summary>
    /// <param name="file">The dossier.</param>
    public static bool IsOpen(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var p = file.Part<PublicationFile>();
        return p.Published is null && file.Part<CaseFile>().Penalty is { } penalty && !p.Withdrawn.Exists(w => w.Number == penalty.Number);
    }

    /// <summary>The clock of withdrawal, L63.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="changedOn">The day on which the decision was changed, revoked or held unlawful or void.</param>
    public static DossierClock? WithdrawalClock(DossierFile file, DateOnly changedOn)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseClocks.Counted(file, "L63", "撤回公示", changedOn);
    }

    /// <summary>What the party is told in writing when the decision is served, with what the officer has answered since.</summary>
    /// <param name="file">The dossier with the decision.</param>
    /// <returns>Null when the decision is not published.</returns>
    public static string? NoticeOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PenaltyOf(file, file.Part<PublicationFile>().Inputs) is { } penalty ? PublicityNotice.Of(file, penalty) : null;
    }
}
