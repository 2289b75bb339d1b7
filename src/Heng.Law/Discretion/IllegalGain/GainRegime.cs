using Heng.Law.Citations;

namespace Heng.Law.Discretion.IllegalGain;

/// <summary>Rule for computing illegal income (违法所得认定规则) of one span of time, with the article for each point.</summary>
/// <remarks>A point without an article (null) is not foreseen by that rule.</remarks>
public sealed class GainRegime
{
    private readonly Dictionary<OutlayKind, Citation> outlay;

    private GainRegime(LawElement e)
    {
        Id = e.Text("id");
        Chinese = e.Text("zh");
        From = e.Day("from");
        Until = e.OptionalDay("until");
        Fields = e.Text("fields") switch
        {
            "all" => null,
            "industryAndCommerce" => true,
            "other" => false,
            _ => throw e.Fault("fields", "应为 all、industryAndCommerce 或 other"),
        };
        Principle = e.Citation("principle");
        outlay = e["outlay"].Members().ToDictionary(
            m => m.Name switch
            {
                "material" => OutlayKind.Material,
                "goodsSold" => OutlayKind.GoodsSold,
                "goodsUsedInService" => OutlayKind.GoodsUsedInService,
                "other" => OutlayKind.Other,
                _ => throw e.Fault("outlay", $"“{m.Name}”不是支出种类"),
            },
            m => m.Value.Citation());
        OutlayPrinciple = e.Find("outlayPrinciple")?.Citation();
        Proof = e.Find("proof")?.Citation();
        HasSetTime = e.Flag("setTime");
        Price = e.Citation("price");
        PyramidSelling = e.Citation("pyramidSelling");
        Facilitation = e.Citation("facilitation");
        Tax = e.Find("tax")?.Citation();
        Refund = e.Citation("refund");
        SilentClause = e.Find("silentClause")?.Citation();
        Unascertainable = e.Find("unascertainable")?.Citation();
        Approval = e.Find("approval")?.Citation();
        Exempt = e.Citation("exempt");
    }

    /// <summary>Stable id, for example <c>measures2026</c>.</summary>
    public string Id { get; }

    /// <summary>Chinese name.</summary>
    public string Chinese { get; }

    /// <summary>First day of decision, inclusive.</summary>
    public DateOnly From { get; }

    /// <summary>Last day of decision, inclusive; null while in force.</summary>
    public DateOnly? Until { get; }

    /// <summary>True for industry-and-commerce matters only, false for the others only, null for all.</summary>
    public bool? Fields { get; }

    /// <summary>What illegal income is.</summary>
    public Citation Principle { get; }

    /// <summary>That outlay may be deducted.</summary>
    public Citation? OutlayPrinciple { get; }

    /// <summary>That the party proves its outlay.</summary>
    public Citation? Proof { get; }

    /// <summary>Whether the proof is bound to a period set by the bureau.</summary>
    public bool HasSetTime { get; }

    /// <summary>Price cases.</summary>
    public Citation Price { get; }

    /// <summary>Pyramid selling by recruiting or entry fee.</summary>
    public Citation PyramidSelling { get; }

    /// <summary>Facilitation.</summary>
    public Citation Facilitation { get; }

    /// <summary>Taxes paid before the decision.</summary>
    public Citation? Tax { get; }

    /// <summary>Money refunded.</summary>
    public Citation Refund { get; }

    /// <summary>Clauses that are silent on illegal income.</summary>
    public Citation? SilentClause { get; }

    /// <summary>Illegal income that cannot be ascertained.</summary>
    public Citation? Unascertainable { get; }

    /// <summary>Whose approval that needs.</summary>
    public Citation? Approval { get; }

    /// <summary>No penalty under APL 33(1).</summary>
    public Citation Exempt { get; }

    /// <summary>The article under which a kind of outlay is deducted, or null.</summary>
    /// <param name="kind">Kind of outlay.</param>
    public Citation? ArticleFor(OutlayKind kind) => outlay.TryGetValue(kind, out var article) ? article : null;

    /// <summary>The article that decides the mode.</summary>
    /// <param name="mode">Way of gaining.</param>
    public Citation ArticleFor(GainMode mode) => mode switch
    {
        GainMode.Price => Price,
        GainMode.PyramidSelling => PyramidSelling,
        GainMode.Facilitation => Facilitation,
        _ => Principle,
    };

    /// <summary>Whether this rule governs a case.</summary>
    /// <param name="subject">The case.</param>
    public bool Governs(GainCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return From <= subject.DecisionDate && (Until is not { } until || subject.DecisionDate <= until)
            && (Fields is not { } industryAndCommerce || industryAndCommerce == subject.IsIndustryAndCommerce);
    }

    internal static IReadOnlyList<GainRegime> Read(LawFiles files)
    {
        using var document = files.One("parameters/illegal-gain-regimes.json").Open();
        return [.. document.Root.Items("regimes").Select(e => new GainRegime(e))];
    }
}
