using System.Linq.Expressions;
using Heng.Dossiers.Model;
using Heng.Platform.Shell.Kit;

namespace Heng.Dossiers;

/// <summary>Level of a clock (期限状态): how much of a time limit is used.</summary>
public enum ClockLevel
{
    /// <summary>The last day is over (已经超期).</summary>
    [Label("已超期")]
    Overdue,

    /// <summary>The red share of the limit is used (临近期限).</summary>
    [Label("红·临期")]
    Red,

    /// <summary>The yellow share of the limit is used (期限过半).</summary>
    [Label("黄·提示")]
    Yellow,

    /// <summary>There is time (期限充裕).</summary>
    [Label("绿·正常")]
    Green,

    /// <summary>No limit runs (没有期限).</summary>
    [Label("无期限")]
    None,
}

/// <summary>How levels are told and looked for.</summary>
public static class ClockLevels
{
    /// <summary>Every level, the most urgent first.</summary>
    public static IReadOnlyList<ClockLevel> All { get; } = [ClockLevel.Overdue, ClockLevel.Red, ClockLevel.Yellow, ClockLevel.Green, ClockLevel.None];

    /// <summary>The code in addresses.</summary>
    /// <param name="level">The level.</param>
    public static string CodeOf(ClockLevel level) => level switch
    {
        ClockLevel.Overdue => "overdue",
        ClockLevel.Red => "red",
        ClockLevel.Yellow => "yellow",
        ClockLevel.Green => "green",
        _ => "none",
    };

    /// <summary>The level with a code, or null.</summary>
    /// <param name="code">The code.</param>
    public static ClockLevel? Parse(string? code) => All.Where(l => CodeOf(l) == code).Select(l => (ClockLevel?)l).FirstOrDefault();

    /// <summary>The colour of a level.</summary>
    /// <param name="level">The level.</param>
    public static Tone ToneOf(ClockLevel level) => level switch
    {
        ClockLevel.Overdue or ClockLevel.Red => Tone.Bad,
        ClockLevel.Yellow => Tone.Warn,
        ClockLevel.Green => Tone.Good,
        _ => Tone.Plain,
    };

    /// <summary>The level on a day.</summary>
    /// <param name="dueOn">Last day, or null.</param>
    /// <param name="yellowOn">Yellow from this day.</param>
    /// <param name="redOn">Red from this day.</param>
    /// <param name="today">The day.</param>
    public static ClockLevel On(DateOnly? dueOn, DateOnly? yellowOn, DateOnly? redOn, DateOnly today)
        => dueOn is not { } due ? ClockLevel.None
            : due < today ? ClockLevel.Overdue
            : redOn <= today ? ClockLevel.Red
            : yellowOn <= today ? ClockLevel.Yellow
            : ClockLevel.Green;

    /// <summary>How far the last day is, in Chinese.</summary>
    /// <param name="dueOn">The last day.</param>
    /// <param name="today">The day.</param>
    public static string Says(DateOnly dueOn, DateOnly today) => (dueOn.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => $"超期 {-late} 天",
        0 => "今天到期",
        var left => $"还剩 {left} 天",
    };

    internal static Expression<Func<Dossier, bool>> OfDossier(ClockLevel level, DateOnly today) => level switch
    {
        ClockLevel.Overdue => d => d.DueOn < today,
        ClockLevel.Red => d => d.DueOn >= today && d.RedOn <= today,
        ClockLevel.Yellow => d => d.DueOn >= today && d.RedOn > today && d.YellowOn <= today,
        ClockLevel.Green => d => d.DueOn >= today && d.RedOn > today && d.YellowOn > today,
        _ => d => d.DueOn == null,
    };

    internal static Expression<Func<WorkItem, bool>> OfWork(ClockLevel level, DateOnly today) => level switch
    {
        ClockLevel.Overdue => w => w.DueOn < today,
        ClockLevel.Red => w => w.DueOn >= today && w.RedOn <= today,
        ClockLevel.Yellow => w => w.DueOn >= today && w.RedOn > today && w.YellowOn <= today,
        ClockLevel.Green => w => w.DueOn >= today && w.RedOn > today && w.YellowOn > today,
        _ => w => w.DueOn == null,
    };
}
