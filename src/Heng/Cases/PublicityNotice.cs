using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Publicity;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;

namespace Heng.Cases;

/// <summary>What the party is told in writing when the decision is served (行政处罚信息公示告知): that it will be published, in which class, how long, and from when repair may be asked for.</summary>
public static class PublicityNotice
{
    /// <summary>A penalty as the rules of publicity see it, before an officer has answered what only he knows.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="sanction">What is imposed.</param>
    /// <param name="matter">The matter it is imposed for.</param>
    /// <param name="level">Level of the party's fine.</param>
    /// <param name="on">Day of the decision.</param>
    public static PenaltyToPublish PenaltyOf(DossierFile file, Sanction sanction, string matter, Law.Discretion.Level? level, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new PenaltyToPublish(sanction, on, file.Part<Affair>().Party?.Kind ?? Law.Discretion.PartyKind.Unit)
        {
            Level = level,
            Matter = matter,
            Field = file.Law.Matters.Find(matter)?.Field ?? "",
        };
    }

    /// <summary>The notice in words; null when the decision is not published.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="penalty">The penalty.</param>
    public static string? Of(DossierFile file, PenaltyToPublish penalty)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(penalty);
        if (file.Law.Publicity.Of(penalty, penalty.DecidedOn) is not Outcome<PublicityTerms>.Allowed(var terms, _))
        {
            return null;
        }

        var (law, shownClass) = (file.Law, terms.Class);
        var limit = LimitOf(file);
        var by = CaseClocks.Counted(file, limit, "公示", penalty.DecidedOn)?.DueOn;
        var within = limit == "L61" ? "十个工作日内推送当事人登记地" : "二十个工作日内";
        var basis = string.Join("、", shownClass.Basis.Select(law.Instruments.InChinese));
        var waits = shownClass.WaitsForRestriction ? "且限制期届满" : "";
        var shown = $"自公示之日起{(waits.Length > 0 ? "满" : "")}{shownClass.Months}个月{waits}";
        var repair = shownClass.EarliestRepairMonths is { } months && terms.MayBeRepaired
            ? $"自公示之日起满{months}个月{waits}后{(by is { } last ? $"（按最迟公示日计算，为{last.AddMonths(months):yyyy年M月d日}以后）" : "")}，{string.Join("、", law.Publicity.RepairConditions)}的，可以向本局申请信用修复"
            : shownClass.Id is "minor" or "light" ? "公示期届满自动停止公示，不需要申请信用修复" : "公示期届满前依法不予提前停止公示";
        return $"自本决定作出之日起{within}{(by is { } day ? $"（{day:yyyy年M月d日}前）" : "")}，行政处罚决定信息将依法向社会公示。公示类别为{shownClass.Chinese}（{terms.Reasons[0].Says}），公示期{shown}（{basis}）。{repair}。";
    }

    /// <summary>The limit of publication: L60, or L61 when the party is registered in another province.</summary>
    /// <param name="file">The dossier.</param>
    public static string LimitOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var party = file.Part<Affair>().Party?.Code is { Length: 18 } code ? file.Law.Codes.ProvinceByPrefix(code[2..4]) : null;
        return PublicityTable.LimitOf(ProvinceOf(file), party);
    }

    private static Province? ProvinceOf(DossierFile file)
        // The number of a dossier begins with the area of its bureau.
        => file.Number.Length > 2 ? file.Law.Codes.ProvinceByPrefix(file.Number[..2]) : null;
}
