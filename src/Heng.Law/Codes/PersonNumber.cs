using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Codes;

/// <summary>From which day a person counts as a year older (周岁起算).</summary>
/// <remarks>The penalty law is silent; the criminal-law interpretation counts from the day after the birthday. Hence a named choice.</remarks>
public enum AgeCounting
{
    /// <summary>From the day after the birthday (生日次日起).</summary>
    FromDayAfterBirthday,

    /// <summary>From the birthday itself (生日当日起).</summary>
    FromBirthday,
}

/// <summary>Person number (公民身份号码): the 18 characters that name a natural person.</summary>
/// <remarks>
/// GB 11643: area (6), birth date (8), sequence (3), check character by ISO 7064 MOD 11-2. A small x is read as X.
/// Numbers of residence permits for residents of Hong Kong, Macao and Taiwan (area 810000, 820000, 830000) are read too.
/// <see cref="ToString"/> is masked, so that no record or message shows the number by accident; ask <see cref="Value"/> for it.
/// </remarks>
public sealed record PersonNumber
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";
    private const string ResidencePermitOfTaiwan = "830000";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private PersonNumber(string value, DateOnly birthDate) => (Value, BirthDate) = (value, birthDate);

    /// <summary>The 18 characters: personal data.</summary>
    public string Value { get; }

    /// <summary>Birth date (出生日期): personal data.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Area where the number was given out (地址码), six digits.</summary>
    public string Area => Value[..6];

    /// <summary>Masked form (脱敏形式): province and last digit only, for example <c>11***************X</c>.</summary>
    public string Masked => Value[..2] + new string('*', Length - 3) + Value[^1];

    /// <summary>Reads a person number, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="number">The number read.</param>
    /// <param name="fault">What is wrong; it never repeats the number.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonNumber? number, [NotNullWhen(false)] out CodeFault? fault)
        => TryParse(text, CodeTables.Embedded, out number, out fault);

    /// <summary>Reads a person number by the tables of a law set, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="tables">Provinces.</param>
    /// <param name="number">The number read.</param>
    /// <param name="fault">What is wrong; it never repeats the number.</param>
    public static bool TryParse(string? text, CodeTables tables, [NotNullWhen(true)] out PersonNumber? number, [NotNullWhen(false)] out CodeFault? fault)
    {
        ArgumentNullException.ThrowIfNull(tables);
        number = null;
        var value = (text ?? "").ToUpperInvariant();
        fault = FaultOf(value, tables, out var birthDate);
        if (fault is not null)
        {
            return false;
        }

        number = new PersonNumber(value, birthDate);
        return true;
    }

    /// <summary>The check character (校验码) that belongs to the first 17 digits, by ISO 7064 MOD 11-2.</summary>
    /// <param name="first17">Seventeen digits.</param>
    /// <exception cref="ArgumentException">The text has another length or is not all digits.</exception>
    public static char CheckCharacter(string first17)
    {
        ArgumentNullException.ThrowIfNull(first17);
        if (first17.Length != Length - 1 || !first17.All(char.IsAsciiDigit))
        {
            throw new ArgumentException("Seventeen digits are needed.", nameof(first17));
        }

        return CheckCharacters[first17.Select((c, i) => (c - '0') * Weights[i]).Sum() % CheckCharacters.Length];
    }

    /// <summary>Age in full years (周岁) on a day.</summary>
    /// <param name="day">The day asked about, usually the last day of the act.</param>
    /// <param name="counting">From which day a person counts as a year older.</param>
    /// <remarks>A birthday on 29 February falls on 28 February in common years.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the birth.</exception>
    public int AgeOn(DateOnly day, AgeCounting counting)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, BirthDate);
        var age = day.Year - BirthDate.Year;
        var reached = BirthDate.AddYears(age);
        return day < reached || (day == reached && age > 0 && counting == AgeCounting.FromDayAfterBirthday) ? age - 1 : age;
    }

    /// <summary>The masked form.</summary>
    public override string ToString() => Masked;

    private static CodeFault? FaultOf(string value, CodeTables tables, out DateOnly birthDate)
    {
        birthDate = default;
        if (value.Length != Length)
        {
            return new("codes.person-number.length", $"公民身份号码应为 18 位，现为 {value.Length.ToString(CultureInfo.InvariantCulture)} 位，请对照身份证件核对，不要带空格；15 位旧号码请换用 18 位号码。");
        }

        for (var i = 0; i < Length; i++)
        {
            if (!char.IsAsciiDigit(value[i]) && !(i == Length - 1 && value[i] == 'X'))
            {
                return new("codes.person-number.character", $"公民身份号码第 {(i + 1).ToString(CultureInfo.InvariantCulture)} 位不是有效字符：前 17 位应为数字，末位应为数字或 X，请核对。");
            }
        }

        if (value[0] == '9')
        {
            return new("codes.person-number.foreign", "以 9 开头的是外国人永久居留证件号码，不是公民身份号码，请按其他证件登记。");
        }

        if (value[..6] != ResidencePermitOfTaiwan && tables.ProvinceByPrefix(value[..2]) is null)
        {
            return new("codes.person-number.area", "公民身份号码前 2 位不是有效的省级行政区划前缀，请核对。");
        }

        if (!DateOnly.TryParseExact(value[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out birthDate))
        {
            return new("codes.person-number.birth-date", "公民身份号码第 7 至 14 位不是真实存在的出生日期，请核对。");
        }

        return CheckCharacter(value[..17]) == value[17]
            ? null
            : new("codes.person-number.check", "公民身份号码的校验码（第 18 位）与前 17 位不符，至少有一位录错，请对照身份证件逐位核对。");
    }
}
