using Heng.Law;
using Heng.Law.Codes;
using Heng.Law.Penalties;
using Heng.Law.Publicity;
using Heng.Law.Reasoning;

namespace Heng.Publication;

/// <summary>Public summary (信息摘要): what stands before the text of a decision.</summary>
/// <param name="Number">Number of the decision.</param>
/// <param name="Bureau">The bureau.</param>
/// <param name="Region">Region of the bureau.</param>
/// <param name="Party">The party as it is shown.</param>
/// <param name="PartyCode">Credit code; null for a natural person.</param>
/// <param name="Representative">Representative as shown; null for none.</param>
/// <param name="Matter">Id of the matter.</param>
/// <param name="Violation">Kind of violation.</param>
/// <param name="Sanction">What was imposed.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="Class">Id of the publicity class.</param>
/// <param name="ShownUntil">Last day of the display; null while the end of a restriction is not known.</param>
public sealed record PublicSummary(
    string Number, string Bureau, string Region, string Party, string? PartyCode, string? Representative, string Matter, string Violation, string Sanction, DateOnly DecidedOn, string Class, DateOnly? ShownUntil)
{
    /// <summary>The parts that are missing, in Chinese.</summary>
    public IReadOnlyList<string> Missing() => [.. new[] { (Number, "决定书文号"), (Party, "当事人基本情况"), (Violation, "违法行为类型"), (Sanction, "处罚内容"), (Bureau, "处罚机关") }.Where(p => p.Item1.Length == 0).Select(p => p.Item2)];

    /// <summary>A sanction as the summary says it.</summary>
    /// <param name="sanction">The sanction.</param>
    /// <param name="law">The kinds.</param>
    /// <param name="showsPeople">Whether responsible persons are named.</param>
    public static string Says(Sanction sanction, LawSet law, bool showsPeople)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        ArgumentNullException.ThrowIfNull(law);
        // The value stands with the first kind that takes goods.
        var goods = sanction.ConfiscatedGoods > Money.Zero ? sanction.OtherKinds.FirstOrDefault(PenaltyKinds.IsOfGoods) : null;
        return string.Join("；", new[]
        {
            string.Join("、", sanction.OtherKinds.Select(k => (law.Matters.Kinds.Find(k)?.Chinese ?? k) + (k == goods ? $"（价值 {sanction.ConfiscatedGoods} 元）" : ""))),
            sanction.ConfiscatedGoods > Money.Zero && goods is null ? $"没收非法财物价值 {sanction.ConfiscatedGoods} 元" : "",
            sanction.ConfiscatedGain > Money.Zero ? $"没收违法所得 {sanction.ConfiscatedGain} 元" : "",
            sanction.Fine > Money.Zero ? $"罚款 {sanction.Fine} 元" : "",
            string.Join("、", sanction.Personal.Select(p => $"对{p.Post}{(showsPeople ? p.Name : TextMasker.Shown(p.Name))}罚款 {p.Fine} 元")),
        }.Where(s => s.Length > 0));
    }
}
