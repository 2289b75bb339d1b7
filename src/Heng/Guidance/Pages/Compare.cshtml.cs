using System.Globalization;
using Heng.Law;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Platform.Shell;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Comparison page (比较): what differs between two regions or two days.</summary>
/// <param name="law">The law set.</param>
/// <param name="time">For the day where the address names none.</param>
[AllowAnonymous]
public sealed class CompareModel(LawSet law, TimeProvider time) : PageModel
{
    /// <summary>First region.</summary>
    [BindProperty(SupportsGet = true, Name = "regionA")]
    public string RegionA { get; set; } = "CN";

    /// <summary>Second region.</summary>
    [BindProperty(SupportsGet = true, Name = "regionB")]
    public string RegionB { get; set; } = "CN";

    /// <summary>First day, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "dayA")]
    public string? DayA { get; set; }

    /// <summary>Second day, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "dayB")]
    public string? DayB { get; set; }

    /// <summary>First day.</summary>
    public DateOnly First { get; private set; }

    /// <summary>Second day.</summary>
    public DateOnly Second { get; private set; }

    /// <summary>Regions to choose from.</summary>
    public IEnumerable<Choice> Regions => law.Codes.Provinces.Select(p => new Choice(p.Iso, p.Chinese)).Prepend(new Choice("CN", "全国规则"));

    /// <summary>Matters whose version differs.</summary>
    public IReadOnlyList<(Matter Matter, MatterVersion? A, MatterVersion? B)> Matters { get; private set; } = [];

    /// <summary>Exemption entries that apply on one side only.</summary>
    public IReadOnlyList<(Exemption Entry, bool A, bool B)> Exemptions { get; private set; } = [];

    /// <summary>How each side cuts a band.</summary>
    public (BandProfile A, BandProfile B) Profiles { get; private set; }

    /// <summary>Hearing thresholds of both sides.</summary>
    public IReadOnlyList<(string Name, decimal? A, decimal? B)> Thresholds { get; private set; } = [];

    /// <summary>Answers the address.</summary>
    public void OnGet()
    {
        First = Read(DayA);
        Second = Read(DayB);
        // What is no region is the whole country: TryParse leaves the default.
        _ = Region.TryParse(RegionA, law.Codes, out var a, out _);
        _ = Region.TryParse(RegionB, law.Codes, out var b, out _);
        (RegionA, RegionB) = (a.Value, b.Value);
        Matters = [.. law.Matters.All.Select(m => (m, m.On(First), m.On(Second))).Where(m => m.Item2 != m.Item3)];
        Exemptions = [.. law.Discretion.Table.Exemptions.Where(e => e.Applicable)
            .Select(e => (e, Applies(e, a, First), Applies(e, b, Second))).Where(e => e.Item2 != e.Item3)];
        Profiles = (law.Discretion.Table.ProfileFor(a, First), law.Discretion.Table.ProfileFor(b, Second));
        Thresholds = [.. new[] { (Individual: true, Name: "个人罚款听证标准"), (Individual: false, Name: "单位罚款听证标准") }
            .Select(t => (t.Name, law.Discretion.Settings.ThresholdFor(a, t.Individual, confiscation: false)?.From, law.Discretion.Settings.ThresholdFor(b, t.Individual, confiscation: false)?.From))];
    }

    private static bool Applies(Exemption entry, Region region, DateOnly day)
        => entry.AppliesIn(region) && entry.InForceOn(day);

    private DateOnly Read(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : time.TodayInBeijing();
}
