using Heng.Law.Citations;
using Heng.Law.Time;

namespace Heng.Law.Reasoning;

/// <summary>Remedies (救济途径) against a decision, as the law gives them.</summary>
/// <param name="Body">Who reconsiders.</param>
/// <param name="Reconsideration">Period for reconsideration, from knowing the decision.</param>
/// <param name="Suit">Period for suing directly; it does not run where reconsideration comes first.</param>
/// <param name="SuitAfterReconsideration">Period for suing after reconsideration.</param>
/// <param name="ReconsiderationFirst">Whether reconsideration comes first (复议前置).</param>
/// <param name="Basis">The article that decides the way.</param>
public sealed record Remedies(ReconsiderationBody Body, Period Reconsideration, Period Suit, Period SuitAfterReconsideration, bool ReconsiderationFirst, Citation Basis)
{
    /// <summary>The remedies as a correct statement.</summary>
    /// <param name="court">Name of the court.</param>
    public RemedyStatement AsStatement(string court)
        => new(Body, Reconsideration.Length, ReconsiderationFirst ? null : Suit.Length, ReconsiderationFirst, court);

    /// <summary>The paragraph that a document prints.</summary>
    /// <param name="body">Name of the body of reconsideration.</param>
    /// <param name="court">Name of the court.</param>
    public string InChinese(string body, string court)
    {
        ArgumentException.ThrowIfNullOrEmpty(body);
        ArgumentException.ThrowIfNullOrEmpty(court);
        var application = $"自收到本决定书之日起{Length(Reconsideration)}内向{body}申请行政复议";
        return ReconsiderationFirst
            ? $"如不服本决定，应当先{application}；对行政复议决定不服的，可以自收到行政复议决定书之日起（复议机关逾期不作决定的，自复议期满之日起）{Length(SuitAfterReconsideration)}内依法向{court}提起行政诉讼。"
            : $"如不服本决定，可以{application}，也可以自收到本决定书之日起{Length(Suit)}内依法向{court}提起行政诉讼。";
    }

    private static string Length(Period period)
        => ChineseNumber.Write(period.Length) + period.Unit.InChinese();
}
