using System.Diagnostics.CodeAnalysis;

namespace Heng.Law.Time;

/// <summary>Unit of time (期限单位) in which a limit or an extension counts.</summary>
public enum TimeUnit
{
    /// <summary>Working days (工作日), code <c>WD</c>.</summary>
    WorkingDay,

    /// <summary>Natural days (自然日), code <c>ND</c>.</summary>
    NaturalDay,

    /// <summary>Hours (小时), code <c>H</c>.</summary>
    Hour,

    /// <summary>Months (月), code <c>M</c>.</summary>
    Month,

    /// <summary>Years (年), code <c>Y</c>.</summary>
    Year,
}

/// <summary>The codes and the Chinese names of the units of time (期限单位).</summary>
public static class TimeUnits
{
    /// <summary>The code under which a unit is stored, for example <c>WD</c>.</summary>
    /// <param name="unit">The unit.</param>
    public static string Code(this TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingDay => "WD",
        TimeUnit.NaturalDay => "ND",
        TimeUnit.Hour => "H",
        TimeUnit.Month => "M",
        TimeUnit.Year => "Y",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>The unit as a Chinese sentence counts in it, for example 个工作日.</summary>
    /// <param name="unit">The unit.</param>
    public static string InChinese(this TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingDay => "个工作日",
        TimeUnit.NaturalDay => "日",
        TimeUnit.Hour => "小时",
        TimeUnit.Month => "个月",
        TimeUnit.Year => "年",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>Reads a code; <c>d</c> stands for <c>ND</c>; the case of the letters counts.</summary>
    /// <param name="code">For example <c>WD</c>.</param>
    /// <param name="unit">The unit read.</param>
    public static bool TryParse([NotNullWhen(true)] string? code, out TimeUnit unit)
    {
        (var known, unit) = code switch
        {
            "WD" => (true, TimeUnit.WorkingDay),
            "ND" or "d" => (true, TimeUnit.NaturalDay),
            "H" => (true, TimeUnit.Hour),
            "M" => (true, TimeUnit.Month),
            "Y" => (true, TimeUnit.Year),
            _ => (false, default),
        };
        return known;
    }
}
