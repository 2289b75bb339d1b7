using Heng.Law.Rulings;

namespace Heng.Law.Penalties;

/// <summary>Standing of a suspicion (涉嫌犯罪处理情况): how near the facts are to a crime and what was answered.</summary>
/// <param name="Level">How near the facts are.</param>
public sealed record CrimeStanding(CrimeLevel Level)
{
    /// <summary>Whether an officer answered on the present facts.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether the answer is that the case is to be referred.</summary>
    public bool IsSuspected { get; init; }

    /// <summary>Why it is not, in words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether police or procuratorate gave the case back or decided that no crime is prosecuted.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Whether the principal head decided not to refer, with reasons.</summary>
    public bool PrincipalDeclined { get; init; }
}

/// <summary>Rules on suspected crimes (涉嫌犯罪规则).</summary>
public static class CrimeRules
{
    private static readonly CrimeStanding under = new(CrimeLevel.Under) { IsAnswered = true };
    private static readonly CrimeStanding over = under with { Level = CrimeLevel.Over, IsSuspected = true };

    /// <summary>Whether the violation is a suspected crime is answered before anything is decided.</summary>
    public static Rule<CrimeStanding> QuestionIsAnswered { get; } = new(
        "crime.answered", "APL 27(1)", "作出处理决定以前，应当按已认定的事实核对是否涉嫌犯罪。",
        s => s.IsAnswered || s.IsReleased,
        s => s.Level == CrimeLevel.Under ? "还没有按现在认定的事实作涉嫌犯罪核对；请由办案人员核对一次。" : $"已认定的事实{(s.Level == CrimeLevel.Over ? "达到" : "接近")}立案追诉标准，还没有作涉嫌犯罪核对；请由办案人员核对并答复。",
        () => under with { IsAnswered = false }, () => under, isPolicy: true);

    /// <summary>Near a line, the answer that it is no crime has a reason.</summary>
    public static Rule<CrimeStanding> NearIsReasoned { get; } = new(
        "crime.reasoned", "APL 27(1)", "接近或者达到立案追诉标准而认为不涉嫌犯罪的，应当写明理由。",
        s => s.Level == CrimeLevel.Under || !s.IsAnswered || s.IsSuspected || s.IsReleased || s.Reason.Length > 0,
        s => $"已认定的事实{(s.Level == CrimeLevel.Over ? "达到" : "接近")}立案追诉标准，认为不涉嫌犯罪的，请写明理由。",
        () => under with { Level = CrimeLevel.Near }, () => under with { Level = CrimeLevel.Near, Reason = "已售金额不足五万元" });

    /// <summary>What reaches a line is referred; no fine takes the place of the referral.</summary>
    public static Rule<CrimeStanding> OverIsReferred { get; } = new(
        "crime.referred", "CT 11(1)", "应当向公安机关移送的涉嫌犯罪案件，不得以行政处罚代替移送。",
        s => s.IsReleased || !s.IsAnswered || (!s.IsSuspected && (s.Level != CrimeLevel.Over || s.PrincipalDeclined)),
        s => s.IsSuspected
            ? "本案已经认为涉嫌犯罪，应当移送公安机关，不得以罚代刑（行政处罚法第八十二条）；请办理移送，公安机关退回或者不予立案以后再作行政处理。"
            : "已认定的事实达到立案追诉标准，没有移送，也没有主要负责人不予移送的决定；请办理移送，或者由主要负责人决定不予移送并写明理由（移送规定第五条第二款）。",
        () => over, () => over with { IsReleased = true });

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [QuestionIsAnswered, NearIsReasoned, OverIsReferred];

    /// <summary>Everything that stands against deciding.</summary>
    /// <param name="standing">The standing.</param>
    public static IReadOnlyList<Refusal> Check(CrimeStanding standing) => [.. new[] { QuestionIsAnswered.Check(standing), NearIsReasoned.Check(standing), OverIsReferred.Check(standing) }.OfType<Refusal>()];
}
