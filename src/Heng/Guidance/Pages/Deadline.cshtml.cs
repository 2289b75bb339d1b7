using System.Globalization;
using Heng.Law;
using Heng.Law.Rulings;
using Heng.Law.Time;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Deadline page (期限计算): a limit, a start, what is excluded or extended; the due day with every step.</summary>
/// <param name="law">The law set.</param>
[AllowAnonymous]
public sealed class DeadlineModel(LawSet law) : PageModel
{
    private const int LongestExtension = 3650;
    private static readonly string[] common = ["L05", "L50", "L40", "L35", "L51", "L70", "L60", "L90", "L92"];
    private readonly List<FieldProblem> problems = [];

    /// <summary>Id of the limit.</summary>
    [BindProperty(SupportsGet = true, Name = "rule")]
    public string? Rule { get; set; }

    /// <summary>Words searched for among the limits.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Start, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "start")]
    public string? Start { get; set; }

    /// <summary>First days of exclusions, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string?[] From { get; set; } = [];

    /// <summary>Last days of exclusions, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string?[] To { get; set; } = [];

    /// <summary>Lengths of extensions, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "length")]
    public string?[] Length { get; set; } = [];

    /// <summary>Units of extensions, as given.</summary>
    [BindProperty(SupportsGet = true, Name = "unit")]
    public string?[] Unit { get; set; } = [];

    /// <summary>The limit chosen.</summary>
    public TimeLimit? Limit { get; private set; }

    /// <summary>The deadline, once it can be counted.</summary>
    public Deadline? Result { get; private set; }

    /// <summary>Why the law gives no day.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>What is wrong with the question.</summary>
    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>The commonest limits.</summary>
    public IEnumerable<TimeLimit> Common => common.Select(law.Deadlines.Limits.Find).OfType<TimeLimit>();

    /// <summary>The limits that fit the words, by group.</summary>
    public IEnumerable<IGrouping<string, TimeLimit>> Groups => law.Deadlines.Limits.All
        .Where(l => string.IsNullOrWhiteSpace(Words) || Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => $"{l.Id} {l.Chinese} {l.Terms.Trigger} {l.Terms.Group} {string.Join(' ', l.Basis.Select(law.Instruments.InChinese))}".Contains(w, StringComparison.OrdinalIgnoreCase)))
        .GroupBy(l => l.Terms.Group);

    /// <summary>Units of extensions.</summary>
    public static IEnumerable<Choice> Units => Enum.GetValues<TimeUnit>().Select(u => new Choice(u.Code(), u.InChinese()));

    /// <summary>The calendar that counts.</summary>
    public WorkingCalendar Calendar => law.Deadlines.Calendar;

    /// <summary>Whether a limit is counted in hours.</summary>
    public bool InHours => Limit?.Period.Unit == TimeUnit.Hour;

    /// <summary>Rows of exclusions shown: those given and an empty one.</summary>
    public int ExclusionRows => Math.Min(12, Math.Max(From.Length, To.Length) + 1);

    /// <summary>Answers the address.</summary>
    public IActionResult OnGet()
    {
        if (string.IsNullOrEmpty(Rule))
        {
            return Page();
        }

        Limit = law.Deadlines.Limits.Find(Rule);
        if (Limit is null)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Start))
        {
            return Page();
        }

        Start = Start.Trim();
        if (!LegalMoment.TryParse(Start, out var start) || (start.Time is not null) != InHours)
        {
            problems.Add(new("start", InHours ? "起算时间应为真实存在的日期和时刻，形式如 2026-03-02T14:30。" : "起算日应为真实存在的日期，形式如 2026-03-02。"));
        }

        var exclusions = ReadExclusions();
        var extensions = ReadExtensions();
        if (problems.Count > 0)
        {
            return Page();
        }

        switch (law.Deadlines.Count(Limit.Id, start, exclusions, extensions))
        {
            case Outcome<Deadline>.Allowed allowed: Result = allowed.Value; break;
            case Outcome<Deadline>.Refused refused: Refusals = refused.Refusals; break;
            default: break;
        }

        return Page();
    }

    /// <summary>The months that the calendar shows: from the start to the due day, at most twelve.</summary>
    public IEnumerable<DateOnly> Months()
    {
        if (Result is not { } result)
        {
            yield break;
        }

        var (first, last) = result.Start.Day <= result.Due.Day ? (result.Start.Day, result.Due.Day) : (result.Due.Day, result.Start.Day);
        var month = new DateOnly(first.Year, first.Month, 1);
        var end = new DateOnly(last.Year, last.Month, 1);
        for (var shown = 0; month <= end && shown < 12; month = month.AddMonths(1), shown++)
        {
            yield return month;
        }
    }

    /// <summary>Class and words of a day in the calendar.</summary>
    /// <param name="day">The day.</param>
    public (string Class, string Words) Mark(DateOnly day)
    {
        var result = Result!;
        var (css, words) = Calendar.KindOf(day) switch
        {
            DayKind.NotLoaded => ("h-day-none", "未收录"),
            DayKind.MakeUpWorkday => ("h-day-makeup", "调休上班"),
            DayKind.Weekend or DayKind.DayOff => ("h-day-rest", Calendar.NameOf(day) ?? "休息日"),
            _ => ("", "工作日"),
        };
        if (result.Exclusions.Any(e => e.First <= day && day <= e.Last))
        {
            (css, words) = ("h-day-excluded", "扣除");
        }

        return day == result.Due.Day ? (css + " h-day-due", words + "，届满日") : day == result.Start.Day ? (css + " h-day-start", words + "，起算") : (css, words);
    }

    private DayInterval[] ReadExclusions()
    {
        var read = new List<DayInterval>();
        for (var i = 0; i < Math.Max(From.Length, To.Length); i++)
        {
            var (from, to) = (From.ElementAtOrDefault(i)?.Trim(), To.ElementAtOrDefault(i)?.Trim());
            if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to))
            {
                continue;
            }

            if (!TryDay(from, out var first) || !TryDay(to, out var last) || last < first)
            {
                problems.Add(new("from", $"第 {i + 1} 段扣除期间应填写起止日，且止日不早于起日。"));
                continue;
            }

            read.Add(new DayInterval(first, last));
        }

        return [.. read];
    }

    private GrantedExtension[] ReadExtensions()
    {
        var read = new List<GrantedExtension>();
        for (var i = 0; i < Length.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(Length[i]))
            {
                continue;
            }

            if (!int.TryParse(Length[i], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is < 1 or > LongestExtension || !TimeUnits.TryParse(Unit.ElementAtOrDefault(i), out var unit))
            {
                problems.Add(new("length", $"第 {i + 1} 次延长应为 1 至 {LongestExtension} 的整数。"));
                continue;
            }

            read.Add(new GrantedExtension(length, unit));
        }

        return [.. read];
    }

    private static bool TryDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
