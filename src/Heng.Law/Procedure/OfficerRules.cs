using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Officers at work (在场执法人员): who makes a record, and whether their certificates are valid on the day.</summary>
/// <param name="Count">How many are named.</param>
/// <param name="Certified">How many of them hold a valid certificate.</param>
/// <param name="Least">The fewest that the law asks for.</param>
public sealed record OfficersAtWork(int Count, int Certified, int Least);

/// <summary>Record made with a party (执法笔录): what the law asks of a scene record or an interview.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended.</param>
/// <param name="CertificatesShown">Whether the certificates were shown.</param>
/// <param name="RightsTold">Whether the right to state, to defend and to ask for recusal was told first.</param>
/// <param name="ReadBack">Whether it was read or read out and confirmed on every page.</param>
/// <param name="Refused">Whether the party refused to sign or did not come.</param>
/// <param name="RefusalProven">Whether that was noted and recorded or witnessed.</param>
/// <param name="OverlapsWith">Name of an officer who was elsewhere at that time; null for none.</param>
public sealed record PartyRecord(DateTime Start, DateTime End, bool CertificatesShown, bool RightsTold, bool ReadBack, bool Refused, bool RefusalProven, string? OverlapsWith);

/// <summary>Recusal decision (回避决定): whose recusal is decided and by whom.</summary>
/// <param name="Of"><c>principal</c> 主要负责人, <c>head</c> 其他负责人 or <c>other</c> 其他人员.</param>
/// <param name="By"><c>collective</c> 集体讨论, <c>principal</c> 主要负责人 or <c>head</c> 负责人.</param>
public sealed record RecusalDecision(string Of, string By);

/// <summary>Officer rules (执法人员规则): certificates, pairs, recusal, and how records are made.</summary>
public static class OfficerRules
{
    private static readonly DateTime nine = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified);
    private static readonly PartyRecord good = new(nine, nine.AddHours(1), true, true, true, false, false, null);

    /// <summary>Who acts as an officer holds a valid certificate on the day.</summary>
    public static Rule<bool> CertificateIsValid { get; } = new(
        "officers.certificate", "APL 42(1)", "行政处罚应当由具有行政执法资格的执法人员实施。",
        valid => valid,
        _ => "您没有今天有效的行政执法证件，不能办理案件；证件已续期的，请由安全管理员更新证件信息。",
        () => false, () => true);

    /// <summary>At least two certified officers make a record.</summary>
    public static Rule<OfficersAtWork> TwoOfficersArePresent { get; } = new(
        "officers.two", "APL 42(1)", "执法人员不得少于两人，并且都具有行政执法资格。",
        o => o.Certified >= o.Least && o.Count == o.Certified,
        o => o.Count < o.Least ? $"执法人员只有 {o.Count} 人，不得少于 {o.Least} 人；请补充执法人员。" : "所列执法人员中有人没有当日有效的执法证件；请更换人员。",
        () => new(1, 1, 2), () => new(2, 2, 2));

    /// <summary>An officer has answered the question of interest and has none.</summary>
    public static Rule<string> InterestIsDeclared { get; } = new(
        "officers.interest", "APL 43(1)", "执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避。",
        state => state == "none",
        state => state == "has" ? "办案人员声明与本案有利害关系，回避决定作出前不得办理；请由负责人决定回避并更换人员。" : "办案人员还没有作出回避声明；请先声明与本案有无利害关系。",
        () => "undeclared", () => "none");

    /// <summary>A recusal is decided at the right level.</summary>
    public static Rule<RecusalDecision> RecusalIsDecidedAtTheRightLevel { get; } = new(
        "officers.recusal-level", "PR 4", "主要负责人的回避由负责人集体讨论决定，其他负责人的回避由主要负责人决定，其他人员的回避由负责人决定。",
        d => d.Of switch { "principal" => d.By == "collective", "head" => d.By is "principal" or "collective", _ => true },
        d => d.Of == "principal" ? "主要负责人的回避应当由负责人集体讨论决定；请上传集体讨论记录。" : "其他负责人的回避应当由主要负责人决定；请由主要负责人办理。",
        () => new("head", "head"), () => new("other", "head"));

    /// <summary>Certificates are shown before a record is made.</summary>
    public static Rule<PartyRecord> CertificatesAreShown { get; } = new(
        "officers.certificate-shown", "APL 55(1)", "执法人员在调查或者进行检查时，应当主动出示执法证件。",
        r => r.CertificatesShown,
        _ => "没有记录已出示执法证件；未出示的，当事人有权拒绝调查或者检查。",
        () => good with { CertificatesShown = false }, () => good);

    /// <summary>Rights are told before anything is asked.</summary>
    public static Rule<PartyRecord> RightsAreToldFirst { get; } = new(
        "officers.rights-first", "PR 21(2)", "首次向当事人收集、调取证据的，应当告知其享有陈述权、申辩权以及申请回避的权利。",
        r => r.RightsTold,
        _ => "没有记录已先告知当事人陈述、申辩和申请回避的权利；请先告知，再询问或者检查。",
        () => good with { RightsTold = false }, () => good);

    /// <summary>A record ends after it began, and no officer is in two places.</summary>
    public static Rule<PartyRecord> OfficerIsInOnePlace { get; } = new(
        "officers.one-place", "PR 29", "询问应当个别进行；同一名执法人员不能同时参加两次检查或者询问。",
        r => r.End > r.Start && r.OverlapsWith is null,
        r => r.End <= r.Start ? "笔录的结束时间不晚于开始时间；请核对时间。" : $"执法人员{r.OverlapsWith}在这段时间已经参加另一次检查或者询问；请核对时间或者更换人员。",
        () => good with { OverlapsWith = "甲" }, () => good);

    /// <summary>A record is read back and confirmed, or the refusal is proven.</summary>
    public static Rule<PartyRecord> RecordIsConfirmed { get; } = new(
        "officers.record-confirmed", "PR 29", "笔录应当交被询问人核对或者向其宣读，由其逐页签名、盖章或者以其他方式确认。",
        r => r.ReadBack || r.Refused,
        _ => "笔录没有经当事人核对并逐页确认；请补充确认，当事人拒绝的写明拒绝情况。",
        () => good with { ReadBack = false }, () => good);

    /// <summary>A refusal to sign is noted and recorded or witnessed.</summary>
    public static Rule<PartyRecord> RefusalIsProven { get; } = new(
        "officers.refusal-proven", "PR 43", "当事人拒绝签名或者不到场的，应当在笔录上注明情况，并采取录音、录像等方式记录，必要时邀请有关人员见证。",
        r => !r.Refused || r.RefusalProven,
        _ => "当事人拒绝确认或者不在场，但没有录音录像或者见证人；请上传录音录像或者写明见证人。",
        () => good with { Refused = true }, () => good with { Refused = true, RefusalProven = true });

    /// <summary>Every rule of a record made with a party.</summary>
    public static IReadOnlyList<Rule<PartyRecord>> OfRecords { get; } = [CertificatesAreShown, RightsAreToldFirst, OfficerIsInOnePlace, RecordIsConfirmed, RefusalIsProven];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [CertificateIsValid, TwoOfficersArePresent, InterestIsDeclared, RecusalIsDecidedAtTheRightLevel, .. OfRecords];
}
