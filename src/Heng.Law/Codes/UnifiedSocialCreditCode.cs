using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Codes;

/// <summary>Unified social credit code (统一社会信用代码): 18 characters that name an organisation or individual business.</summary>
/// <remarks>
/// GB 32100-2015: registering department, kind of institution, area of the registering authority (6), body (9), check character.
/// Digits and capitals without I, O, Z, S, V; small letters are read as capitals. The kind of institution is checked for its form
/// only, because the list of kinds grows; whether a code was ever issued is not known here. Equality is that of the text.
/// </remarks>
public sealed record UnifiedSocialCreditCode
{
    private const int Length = 18;
    private const int Modulus = 31;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedSocialCreditCode(string value) => Value = value;

    /// <summary>The 18 characters, in capitals.</summary>
    public string Value { get; }

    /// <summary>Registering department (登记管理部门): the first character.</summary>
    public char Department => Value[0];

    /// <summary>Kind of institution (机构类别): the second character; what it means depends on the department.</summary>
    public char Category => Value[1];

    /// <summary>Area of the registering authority (登记管理机关行政区划码): six digits.</summary>
    public string Area => Value[2..8];

    /// <summary>Body code (主体标识码): nine characters.</summary>
    public string Body => Value[8..17];

    /// <summary>Whether the party is an individual business (个体工商户): department 9, kind 2.</summary>
    public bool IsIndividualBusiness => Value is ['9', '2', ..];

    /// <summary>Reads a credit code, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="code">The code read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnifiedSocialCreditCode? code, [NotNullWhen(false)] out CodeFault? fault)
        => TryParse(text, CodeTables.Embedded, out code, out fault);

    /// <summary>Reads a credit code by the tables of a law set, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="tables">Provinces and departments.</param>
    /// <param name="code">The code read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, CodeTables tables, [NotNullWhen(true)] out UnifiedSocialCreditCode? code, [NotNullWhen(false)] out CodeFault? fault)
    {
        ArgumentNullException.ThrowIfNull(tables);
        code = null;
        var value = (text ?? "").ToUpperInvariant();
        fault = FaultOf(value, tables);
        if (fault is not null)
        {
            return false;
        }

        code = new UnifiedSocialCreditCode(value);
        return true;
    }

    /// <summary>The check character (校验码) that belongs to the first 17 characters.</summary>
    /// <param name="first17">Seventeen characters of the alphabet of GB 32100.</param>
    /// <exception cref="ArgumentException">The text has another length or a foreign character.</exception>
    public static char CheckCharacter(string first17)
    {
        ArgumentNullException.ThrowIfNull(first17);
        if (first17.Length != Length - 1)
        {
            throw new ArgumentException("Seventeen characters are needed.", nameof(first17));
        }

        int sum = 0, weight = 1;
        foreach (var character in first17)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new ArgumentException($"'{character}' is not in the alphabet of GB 32100.", nameof(first17));
            }

            sum += value * weight;
            weight = weight * 3 % Modulus;
        }

        // A sum divisible by 31 would give 31, which no character stands for: it is written 0.
        return Alphabet[(Modulus - (sum % Modulus)) % Modulus];
    }

    /// <summary>The 18 characters.</summary>
    public override string ToString() => Value;

    private static CodeFault? FaultOf(string value, CodeTables tables)
    {
        if (value.Length != Length)
        {
            return new("codes.credit-code.length", $"统一社会信用代码应为 18 位，现为 {value.Length.ToString(CultureInfo.InvariantCulture)} 位，请对照营业执照或登记证书核对，不要带空格。");
        }

        for (var i = 0; i < Length; i++)
        {
            if (!Alphabet.Contains(value[i], StringComparison.Ordinal))
            {
                return new("codes.credit-code.character", $"统一社会信用代码第 {(i + 1).ToString(CultureInfo.InvariantCulture)} 位不是有效字符：只用数字和大写字母，且不使用 I、O、Z、S、V，请核对是否为形近的 1、0、2、5、U。");
            }
        }

        if (!tables.CreditCodeDepartments.ContainsKey(value[0]))
        {
            return new("codes.credit-code.department", $"统一社会信用代码第 1 位“{value[0]}”不是登记管理部门代码，市场监管部门登记的主体为 9，请核对。");
        }

        if (value[1] is < '1' or > '9')
        {
            return new("codes.credit-code.category", "统一社会信用代码第 2 位是机构类别代码，应为 1 至 9 的数字，请核对。");
        }

        if (!AreaCode.TryParse(value[2..8], tables, out _, out _))
        {
            return new("codes.credit-code.area", "统一社会信用代码第 3 至 8 位是登记管理机关行政区划码，应为六位数字且省级前缀有效，请核对。");
        }

        return CheckCharacter(value[..17]) == value[17]
            ? null
            : new("codes.credit-code.check", "统一社会信用代码的校验码（第 18 位）与前 17 位不符，至少有一位录错，请对照营业执照或登记证书逐位核对。");
    }
}
