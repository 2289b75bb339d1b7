namespace Heng.Platform.SignIn;

/// <summary>Practice clock (练习时钟): the clock of the program; with practice data, and only then, its day can be moved forward, never back.</summary>
/// <param name="real">The real clock.</param>
public sealed class PracticeClock(TimeProvider real) : TimeProvider
{
    private long ahead;

    /// <summary>Whether the data are practice data.</summary>
    public bool IsPractice { get; private set; }

    /// <summary>Days by which it is ahead; fewer than none where the practice began on an earlier day.</summary>
    public int Days => (int)(Interlocked.Read(ref ahead) / TimeSpan.TicksPerDay);

    /// <summary>The real day in Beijing.</summary>
    public DateOnly RealDay => DateOnly.FromDateTime(real.GetUtcNow().UtcDateTime.AddHours(8));

    /// <summary>The day it shows.</summary>
    public DateOnly Day => RealDay.AddDays(Days);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Begins on a day, before practice data are made; a course that is given in the last days of a year needs a calendar that goes on.</summary>
    /// <param name="day">The day that it shows from now on.</param>
    public void Begin(DateOnly day) => Interlocked.Exchange(ref ahead, (day.DayNumber - RealDay.DayNumber) * TimeSpan.TicksPerDay);

    /// <summary>Takes over what the installation says; real data leave the clock as it is.</summary>
    /// <param name="installation">The installation, or null while there is none.</param>
    public void Follow(Installation? installation)
    {
        IsPractice = installation?.IsPractice == true;
        Interlocked.Exchange(ref ahead, IsPractice ? installation!.PracticeDays * TimeSpan.TicksPerDay : 0);
    }
}
