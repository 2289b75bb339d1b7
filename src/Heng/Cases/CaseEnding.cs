namespace Heng.Cases;

/// <summary>How a case, or a clue without a case, ended (办理结果).</summary>
public enum CaseEndingKind
{
    /// <summary>Decision without a penalty (不予行政处罚).</summary>
    NoPenalty,

    /// <summary>Not filed (不予立案).</summary>
    NotFiled,

    /// <summary>Continued on paper (转纸质办理).</summary>
    OnPaper,

    /// <summary>Transferred or referred (移送).</summary>
    Transferred,

    /// <summary>Terminated (终止调查).</summary>
    Terminated,

    /// <summary>Penalty (行政处罚).</summary>
    Penalty,
}

/// <summary>Ending of a case (办理结果): what follow-up must know of it.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="On">The day.</param>
/// <param name="Says">In Chinese.</param>
/// <param name="IsExemption">Whether a violation was exempted: the party keeps its duties.</param>
/// <param name="ViolationFound">Whether a violation was found.</param>
/// <param name="VisitAfterDays">Days to the first visit, as the bureau had them set that day; null where no visit follows.</param>
public sealed record CaseEnding(CaseEndingKind Kind, DateOnly On, string Says, bool IsExemption = false, bool ViolationFound = false, int? VisitAfterDays = null)
{
    /// <summary>The code of the outcome in lists.</summary>
    public string Code => Kind switch { CaseEndingKind.NoPenalty => "no-penalty", CaseEndingKind.NotFiled => "not-filed", CaseEndingKind.OnPaper => "on-paper", CaseEndingKind.Transferred => "transferred", CaseEndingKind.Penalty => "penalty", _ => "terminated" };
}
