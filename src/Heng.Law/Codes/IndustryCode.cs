using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Codes;

/// <summary>Level of an industry code (行业类别层次).</summary>
public enum IndustryLevel
{
    /// <summary>Section (门类): the letter alone.</summary>
    Section,

    /// <summary>Division (大类): two digits.</summary>
    Division,

    /// <summary>Group (中类): three digits.</summary>
    Group,

    /// <summary>Class (小类): four digits.</summary>
    Class,
}

/// <summary>Industry code (国民经济行业分类代码): a letter and up to four digits of GB/T 4754-2017.</summary>
/// <remarks>
/// Checked: the letter, the number of digits, and that the division belongs to the section. Groups and classes are not checked:
/// their table is loadable data. A small letter is read as a capital. Equality is that of the text.
/// </remarks>
public sealed record IndustryCode
{
    private IndustryCode(string value, IndustrySection section) => (Value, Section) = (value, section);

    /// <summary>The code, for example <c>F5211</c>.</summary>
    public string Value { get; }

    /// <summary>The section (门类) the code belongs to.</summary>
    public IndustrySection Section { get; }

    /// <summary>Level, as the number of digits tells.</summary>
    public IndustryLevel Level => Value.Length switch
    {
        1 => IndustryLevel.Section,
        3 => IndustryLevel.Division,
        4 => IndustryLevel.Group,
        _ => IndustryLevel.Class,
    };

    /// <summary>Reads an industry code, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="code">The code read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IndustryCode? code, [NotNullWhen(false)] out CodeFault? fault)
        => TryParse(text, CodeTables.Embedded, out code, out fault);

    /// <summary>Reads an industry code by the tables of a law set, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="tables">Industry sections.</param>
    /// <param name="code">The code read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, CodeTables tables, [NotNullWhen(true)] out IndustryCode? code, [NotNullWhen(false)] out CodeFault? fault)
    {
        ArgumentNullException.ThrowIfNull(tables);
        (code, fault) = (null, null);
        var value = (text ?? "").ToUpperInvariant();
        if (value.Length == 0 || !tables.IndustrySections.TryGetValue(value[0], out var section))
        {
            fault = new("codes.industry.section", "国民经济行业代码应以门类字母 A 至 T 开头（GB/T 4754-2017），例如 F5211，请补上或核对门类字母。");
            return false;
        }

        if (value.Length is 2 or > 5 || !value.Skip(1).All(char.IsAsciiDigit))
        {
            fault = new("codes.industry.digits", "国民经济行业代码的门类字母之后应为空，或两位（大类）、三位（中类）、四位（小类）数字，请核对。");
            return false;
        }

        if (value.Length > 1)
        {
            var division = int.Parse(value.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            if (division < section.FirstDivision || division > section.LastDivision)
            {
                fault = new("codes.industry.division", $"大类 {value[1..3]} 不属于门类 {section.Code}（{section.Chinese}），请核对字母或数字。");
                return false;
            }
        }

        code = new IndustryCode(value, section);
        return true;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
