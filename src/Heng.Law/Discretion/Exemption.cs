using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Exemption entry (免罚清单条目): one statutory ground or list item under which no penalty is given.</summary>
public sealed class Exemption
{
    internal Exemption(LawElement e, FactTable facts, string authority)
    {
        Order = e.Whole("order");
        Id = e.Text("id");
        List = e.Text("list");
        Authority = authority;
        Region = RegionElement.Read(e["region"]);
        From = e.OptionalDay("from");
        Until = e.OptionalDay("until");
        Chinese = e.Text("zh");
        Kind = e.Text("kind");
        Shall = e.OptionalText("force") == "shall";
        Matters = e.Texts("matters");
        Conditions = Condition.Read(e.Find("conditions"), facts);
        Provision = e.OptionalText("provision");
        Basis = [.. e.OptionalTexts("basis").Select(Citation.Parse)];
        Status = e.Text("status");
        Note = e.OptionalText("note");
        Confidence = e.Confidence("confidence");
        CheckedOn = e.Day("checkedOn");
    }

    /// <summary>Stable id, for example <c>EX-N1-F05</c>.</summary>
    public string Id { get; }

    /// <summary>The list or law that holds it.</summary>
    public string List { get; }

    /// <summary>Id of the issuing authority.</summary>
    public string Authority { get; }

    /// <summary>Region in which it applies, with all below it.</summary>
    public Region Region { get; }

    /// <summary>First day in force, inclusive; null is open.</summary>
    public DateOnly? From { get; }

    /// <summary>Last day in force, inclusive; null is open.</summary>
    public DateOnly? Until { get; }

    /// <summary>What it exempts, in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>Kind: firstViolation, minor, statutoryMinor, statutoryFirst, statutoryNoFault, goodFaith, mitigateOrExempt or list (a header).</summary>
    public string Kind { get; }

    /// <summary>True for 应当不予处罚, false for 可以不予处罚.</summary>
    public bool Shall { get; }

    /// <summary>The matters it covers; <c>*</c> for all.</summary>
    public IReadOnlyList<string> Matters { get; }

    /// <summary>Its conditions; null for a header.</summary>
    public Condition? Conditions { get; }

    /// <summary>The provision, as Chinese text.</summary>
    public string? Provision { get; }

    /// <summary>The articles that hold it; none for an entry of a list that names none.</summary>
    public IReadOnlyList<Citation> Basis { get; }

    /// <summary>inForce, draft, superseded or UNCONFIRMED; only inForce is ever applied.</summary>
    public string Status { get; }

    /// <summary>What a reader must know besides.</summary>
    public string? Note { get; }

    /// <summary>How well it is known.</summary>
    public Confidence Confidence { get; }

    /// <summary>Day it was last confirmed.</summary>
    public DateOnly CheckedOn { get; }

    /// <summary>Whether it may be applied at all: in force, no header, with a matter and conditions (readings R04).</summary>
    public bool Applicable => Status == "inForce" && Kind != "list" && Matters.Count > 0 && Conditions is not null;

    internal int Order { get; }

    internal bool Covers(Matter matter) => Matters.Contains("*") || Matters.Contains(matter.Id);

    /// <summary>Whether it is in force on a day; both ends are inclusive and an open end has no bound.</summary>
    /// <param name="day">The day asked about.</param>
    public bool InForceOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);

    /// <summary>Whether it applies in a region: its own or one below.</summary>
    /// <param name="region">The region asked about.</param>
    public bool AppliesIn(Region region) => Region.Contains(region);
}

/// <summary>Reads a region of law data.</summary>
internal static class RegionElement
{
    public static Region Read(LawElement e)
        => Region.TryParse(e.Text(), out var region) ? region : throw new LawDataException(e.File, e.Place, $"“{e.Text()}”不是地区代码");
}
