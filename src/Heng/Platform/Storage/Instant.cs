namespace Heng.Platform.Storage;

/// <summary>Instant (时刻): the present, and the rounding that both databases keep.</summary>
public static class Instant
{
    /// <summary>The present instant, UTC, cut to whole microseconds.</summary>
    /// <param name="time">The clock.</param>
    public static DateTime UtcInstant(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Round(time.GetUtcNow().UtcDateTime);
    }

    /// <summary>Cuts to whole microseconds: PostgreSQL keeps no more, and what is hashed must come back the same.</summary>
    /// <param name="value">An instant in UTC.</param>
    public static DateTime Round(DateTime value) => new(value.Ticks - (value.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
