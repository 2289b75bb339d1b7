using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Time;

/// <summary>Moment (时点): a day, or a day and a time to the minute where a limit counts hours. Local time of Beijing.</summary>
/// <remarks>Two moments are equal when day and time are; a day is never equal to a time on it.</remarks>
/// <param name="Day">The day.</param>
/// <param name="Time">The time, or null for the day as a whole.</param>
public readonly record struct LegalMoment(DateOnly Day, TimeOnly? Time = null)
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MinuteForm = "yyyy-MM-ddTHH:mm";

    /// <summary>The day as a whole.</summary>
    /// <param name="day">The day.</param>
    public static implicit operator LegalMoment(DateOnly day) => new(day);

    /// <summary>The day as a whole.</summary>
    /// <param name="day">The day.</param>
    public static LegalMoment FromDateOnly(DateOnly day) => new(day);

    /// <summary>Reads <c>2026-01-05</c> or <c>2026-01-05T14:30</c>; nothing else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="moment">The moment read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out LegalMoment moment)
    {
        moment = default;
        if (text is null)
        {
            return false;
        }

        if (text.Length == DayForm.Length)
        {
            var isDay = DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            moment = new LegalMoment(day);
            return isDay;
        }

        var isMinute = DateTime.TryParseExact(text, MinuteForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute);
        moment = new LegalMoment(DateOnly.FromDateTime(minute), TimeOnly.FromDateTime(minute));
        return isMinute;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => Time is { } time
        ? Day.ToDateTime(time).ToString(MinuteForm, CultureInfo.InvariantCulture)
        : Day.ToString(DayForm, CultureInfo.InvariantCulture);
}
