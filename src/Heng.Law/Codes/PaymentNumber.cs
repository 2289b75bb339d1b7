using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Heng.Law.Codes;

/// <summary>Payment number (缴款码): what a payer gives the bank, so that the receipt finds its decision.</summary>
/// <remarks>
/// Eighteen digits: the area code of the bureau (6), the year of the decision (4), its number in that year (6) and two check digits by
/// ISO/IEC 7064 MOD 97-10, which catch every single wrong digit and every swap of two digits. It is derived from the decision and unique in a bureau. A choice of Heng.
/// A responsible person who is fined in the same decision has a number of his own: twenty digits, his place in the decision (2) before the check digits.
/// Two numbers are equal when their digits are.
/// </remarks>
public readonly record struct PaymentNumber
{
    private const int Length = 18;
    private const int LengthOfPerson = 20;
    private const int MostOrdinal = 999_999;
    private const int MostPersons = 99;
    private readonly string? digits;

    private PaymentNumber(string digits) => this.digits = digits;

    /// <summary>The number of a decision.</summary>
    /// <param name="area">Area code of the bureau, six digits.</param>
    /// <param name="year">Year of the decision.</param>
    /// <param name="ordinal">Number of the decision in the year, from 1.</param>
    /// <param name="person">Place of the responsible person among those fined, from 1; 0 for the party.</param>
    /// <exception cref="ArgumentException">The area has not six digits, or year or number do not fit.</exception>
    public static PaymentNumber Of(string area, int year, int ordinal, int person = 0)
    {
        ArgumentNullException.ThrowIfNull(area);
        if (area.Length != 6 || area.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("An area code has six digits.", nameof(area));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1949);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ordinal, MostOrdinal);
        ArgumentOutOfRangeException.ThrowIfNegative(person);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(person, MostPersons);
        var body = string.Create(CultureInfo.InvariantCulture, $"{area}{year:0000}{ordinal:000000}{(person == 0 ? "" : person.ToString("00", CultureInfo.InvariantCulture))}");
        return new(body + (98 - Remainder(body + "00")).ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a payment number, or says what is wrong with it; spaces are left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, out PaymentNumber number, [NotNullWhen(false)] out CodeFault? fault)
    {
        (number, fault) = (default, null);
        var read = (text ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (read.Length is not (Length or LengthOfPerson) || read.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            fault = new("codes.payment-number.form", "缴款码应为 18 位数字（责任人员的为 20 位），请核对。");
        }
        else if (Remainder(read) != 1)
        {
            fault = new("codes.payment-number.check", "缴款码的校验位不符，可能抄错了数字，请核对。");
        }
        else
        {
            number = new(read);
        }

        return fault is null;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => digits ?? "";

    private static int Remainder(string text)
    {
        var remainder = 0;
        foreach (var digit in text)
        {
            remainder = ((remainder * 10) + (digit - '0')) % 97;
        }

        return remainder;
    }
}
