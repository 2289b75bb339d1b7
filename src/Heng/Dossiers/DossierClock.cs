using Heng.Law.Time;

namespace Heng.Dossiers;

/// <summary>Light of a clock (期限提示): how much of a limit is used.</summary>
public enum ClockLight
{
    /// <summary>Green: there is time (正常).</summary>
    [Label("正常")]
    Green,

    /// <summary>Yellow: more than the first share of the limit is used (临近).</summary>
    [Label("临近")]
    Yellow,

    /// <summary>Red: more than the second share is used (紧急).</summary>
    [Label("紧急")]
    Red,

    /// <summary>The last day has passed (已超期).</summary>
    [Label("已超期")]
    Overdue,
}

/// <summary>Clock (期限): a time limit that runs on a dossier.</summary>
/// <param name="Name">What must be done, in Chinese.</param>
/// <param name="Since">The day from which it runs.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="Basis">Where the limit comes from, as people read it.</param>
/// <param name="Deadline">The computed limit with its explanation; null for a day that was set by an order or a plan.</param>
/// <param name="IsPolicy">Whether the bureau set it, not the law.</param>
public sealed record DossierClock(string Name, DateOnly Since, DateOnly DueOn, string Basis, Deadline? Deadline = null, bool IsPolicy = false)
{
    /// <summary>Id of the limit, for example <c>L50</c>; null for a day that was set by an order or a plan.</summary>
    public string? Limit { get; init; }

    /// <summary>Whether the last day is an estimate, because the calendar of its year is not loaded.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>The first alarm, where it is counted in days before the last day; null where it follows from the share used.</summary>
    public DateOnly? FirstAlarm { get; init; }

    /// <summary>The last alarm, where it is counted in days before the last day; null where it follows from the share used.</summary>
    public DateOnly? LastAlarm { get; init; }

    /// <summary>The day from which the clock is yellow.</summary>
    /// <param name="percent">The share of the limit, in per cent.</param>
    public DateOnly YellowOn(int percent) => FirstAlarm ?? DayAt(percent);

    /// <summary>The day from which the clock is red.</summary>
    /// <param name="percent">The share of the limit, in per cent.</param>
    public DateOnly RedOn(int percent) => LastAlarm ?? DayAt(percent);

    /// <summary>The day on which a share of the limit is used.</summary>
    /// <param name="percent">The share, in per cent.</param>
    public DateOnly DayAt(int percent) => Since.AddDays((DueOn.DayNumber - Since.DayNumber) * percent / 100);

    /// <summary>The light on a day, by the shares that the bureau set.</summary>
    /// <param name="day">The day.</param>
    /// <param name="settings">The settings.</param>
    public ClockLight LightOn(DateOnly day, IDossierSettings settings)
        => day > DueOn ? ClockLight.Overdue
            : day >= RedOn(DossierSettings.Number(settings, DossierSettings.RedShare)) ? ClockLight.Red
            : day >= YellowOn(DossierSettings.Number(settings, DossierSettings.YellowShare)) ? ClockLight.Yellow
            : ClockLight.Green;
}

/// <summary>Work need (待办事项): something that someone must do next.</summary>
/// <param name="Title">What, in Chinese.</param>
/// <param name="Why">Why it is this person's, in Chinese.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record WorkNeed(string Title, string Why, DateOnly Since)
{
    /// <summary>The people who may do it; empty: whoever holds a role.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>The roles that may do it.</summary>
    public Platform.People.PersonRoles Roles { get; init; }

    /// <summary>Code of the act, or null for the dossier itself.</summary>
    public string? Act { get; init; }

    /// <summary>The limit on it, or null.</summary>
    public DossierClock? Clock { get; init; }
}
