using System.Globalization;
using System.Text.Json;
using Heng.Law.Rulings;
using Heng.Law.Time;

namespace Heng.Law.Tests.Time;

/// <summary>Short words for tests of time limits.</summary>
internal static class Counting
{
    public static DeadlineCounter Counter { get; } = LawSet.Embedded.Deadlines;

    public static WorkingCalendar Calendar => Counter.Calendar;

    public static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static LegalMoment At(string moment) => LegalMoment.TryParse(moment, out var read) ? read : throw new FormatException(moment);

    public static DayInterval Days(string first, string last) => new(On(first), On(last));

    public static GrantedExtension More(int length, string unit, string? approver = null)
        => new(length, TimeUnits.TryParse(unit, out var read) ? read : throw new FormatException(unit), approver);

    public static Period For(int length, string unit) => new(length, TimeUnits.TryParse(unit, out var read) ? read : throw new FormatException(unit));

    public static Deadline Counted(this Outcome<Deadline> outcome) => outcome switch
    {
        Outcome<Deadline>.Allowed allowed => allowed.Value,
        Outcome<Deadline>.Refused refused => throw new InvalidOperationException(refused.Refusals[0].Says),
        _ => throw new InvalidOperationException(),
    };

    public static Refusal Refused(this Outcome<Deadline> outcome) => Assert.Single(Assert.IsType<Outcome<Deadline>.Refused>(outcome).Refusals);

    public static string Due(string limit, string start, DayInterval[]? exclusions = null, GrantedExtension[]? extensions = null)
        => Counter.Count(limit, At(start), exclusions, extensions).Counted().Due.ToString();

    public static JsonDocument Example(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Heng.slnx")))
        {
            folder = folder.Parent;
        }

        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, "law", "examples", file)));
    }
}
