using System.Globalization;

namespace Heng.Platform.Settings;

/// <summary>Kind of setting (设置类型).</summary>
public enum SettingKind
{
    /// <summary>Whole number (整数).</summary>
    Number,

    /// <summary>Yes or no (是否).</summary>
    YesNo,

    /// <summary>One of several values (单选).</summary>
    Choice,

    /// <summary>Several values, separated by commas (多选).</summary>
    Choices,

    /// <summary>Text (文本).</summary>
    Text,
}

/// <summary>Value that a setting may have (可选值).</summary>
/// <param name="Value">The value.</param>
/// <param name="Chinese">What it means.</param>
public sealed record SettingChoice(string Value, string Chinese);

/// <summary>Definition of a setting (设置项): a choice that the law leaves to the bureau; the capabilities contribute them.</summary>
/// <param name="Name">Stable name, for example <c>deadlines.red-share</c>.</param>
/// <param name="Chinese">Label.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Default">What holds while nobody has decided.</param>
/// <param name="Why">Why it is a setting, and which article or open question it answers, in Chinese.</param>
public sealed record SettingDefinition(string Name, string Chinese, SettingKind Kind, string Default, string Why)
{
    private static readonly SettingChoice[] yesNo = [new("yes", "是"), new("no", "否")];

    /// <summary>Article, in the written form of a citation; null where none decides.</summary>
    public string? Basis { get; init; }

    /// <summary>Smallest number.</summary>
    public int Min { get; init; }

    /// <summary>Greatest number.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Unit of a number.</summary>
    public string? Unit { get; init; }

    /// <summary>The values allowed.</summary>
    public IReadOnlyList<SettingChoice> Choices { get; init; } = [];

    /// <summary>Whether a number may only grow: what was promised is not shortened.</summary>
    public bool OnlyGrows { get; init; }

    /// <summary>The values to choose from; empty for numbers and texts.</summary>
    public IReadOnlyList<SettingChoice> Allowed => Kind == SettingKind.YesNo ? yesNo : Choices;

    /// <summary>What is wrong with a value, in Chinese; null when it is allowed.</summary>
    /// <param name="value">The value.</param>
    /// <param name="present">The value that holds now.</param>
    public string? FaultOf(string value, string present)
    {
        ArgumentNullException.ThrowIfNull(value);
        switch (Kind)
        {
            case SettingKind.Number:
                if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < Min || number > Max)
                {
                    return Max == int.MaxValue ? $"“{Chinese}”应为不小于 {Min} 的整数。" : $"“{Chinese}”应为 {Min} 至 {Max} 的整数。";
                }

                return OnlyGrows && number < int.Parse(present, CultureInfo.InvariantCulture) ? $"“{Chinese}”只能延长，不能缩短；现在是 {present}{Unit}。" : null;
            case SettingKind.Choice or SettingKind.YesNo:
                return Allowed.Any(c => c.Value == value) ? null : $"请为“{Chinese}”选择一个列出的值。";
            case SettingKind.Choices:
                return value.Split(',', StringSplitOptions.RemoveEmptyEntries).All(v => Allowed.Any(c => c.Value == v)) ? null : $"“{Chinese}”中有没有列出的值。";
            default:
                return value.Length <= 200 ? null : $"“{Chinese}”不超过 200 个字符。";
        }
    }

    /// <summary>A value as people read it.</summary>
    /// <param name="value">The value.</param>
    public string Shown(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Kind switch
        {
            SettingKind.Number => value + (Unit is null ? "" : " " + Unit),
            SettingKind.Text => value.Length == 0 ? "（空）" : value,
            _ => string.Join("、", value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(v => Allowed.FirstOrDefault(c => c.Value == v)?.Chinese ?? v).DefaultIfEmpty("（无）")),
        };
    }
}
