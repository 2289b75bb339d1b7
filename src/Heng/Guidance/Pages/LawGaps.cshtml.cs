using Heng.Law;
using Heng.Law.Citations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Known gaps (已知缺口): what the law data does not yet hold, with the reason.</summary>
/// <param name="law">The law set.</param>
[AllowAnonymous]
public sealed class LawGapsModel(LawSet law) : PageModel
{
    /// <summary>What bears most on an answer comes first.</summary>
    private static readonly string[] first = ["law.citation.not-in-force", "law.value.unconfirmed", "law.tier.overlap", "law.provision.free-text", "law.reference.hint"];

    /// <summary>The gaps by kind, then by reason; each with the places it concerns.</summary>
    public IReadOnlyList<GapKind> Kinds { get; } =
    [
        .. from gap in KnownGap.From(law.Files)
           orderby Array.IndexOf(first, gap.Code) is var place and >= 0 ? place : first.Length
           group gap by GuidanceWords.GapKind(gap.Code) into kind
           select new GapKind(kind.Key, [.. kind.GroupBy(g => g.Why).Select(why => new GapReason(why.Key, [.. why.Select(g => PlaceOf(law, g)).Distinct()]))]),
    ];

    private static GapPlace PlaceOf(LawSet law, KnownGap gap)
    {
        var name = Path.GetFileNameWithoutExtension(gap.File);
        if (law.Matters.Find(name) is { } matter)
        {
            var cited = Citation.TryParse(gap.Value, out var citation) ? "：" + law.Instruments.InChinese(citation) : "";
            return new GapPlace(matter.Chinese + cited, $"/law/matters/{matter.Id}");
        }

        if (gap.File.StartsWith("instruments/", StringComparison.Ordinal) && law.Instruments.Find(name) is { } instrument)
        {
            return new GapPlace($"《{instrument.Chinese}》", GuidanceLinks.Instrument(instrument.Id));
        }

        if (law.Deadlines.Limits.Find(gap.Value ?? "") is { } limit)
        {
            return new GapPlace($"{limit.Id} {limit.Chinese}", $"/deadline?rule={limit.Id}");
        }

        return Citation.TryParse(gap.Value, out var at) && law.Instruments.Find(at.Instrument) is not null
            ? new GapPlace(law.Instruments.InChinese(at), GuidanceLinks.Instrument(at.Instrument, at.Article))
            : new GapPlace(gap.Value is { Length: > 0 } value ? value : gap.File, null);
    }
}

/// <summary>Kind of gaps (缺口种类).</summary>
/// <param name="Name">What is missing, in Chinese.</param>
/// <param name="Reasons">Why, each with its places.</param>
public sealed record GapKind(string Name, IReadOnlyList<GapReason> Reasons);

/// <summary>Reason of a gap (缺口原因).</summary>
/// <param name="Why">In Chinese.</param>
/// <param name="Places">The places it concerns.</param>
public sealed record GapReason(string Why, IReadOnlyList<GapPlace> Places);

/// <summary>Place of a gap (缺口所在): what it is called, and its page when it has one.</summary>
/// <param name="Name">In Chinese where it has a name.</param>
/// <param name="Page">Address, or null.</param>
public sealed record GapPlace(string Name, string? Page);
