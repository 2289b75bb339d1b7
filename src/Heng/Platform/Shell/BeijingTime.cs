namespace Heng.Platform.Shell;

/// <summary>Beijing time (北京时间): legal days are counted in it, wherever the program runs.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan offset = TimeSpan.FromHours(8);

    /// <summary>The present day in Beijing.</summary>
    /// <param name="time">The clock.</param>
    public static DateOnly TodayInBeijing(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime + offset);
    }
}
