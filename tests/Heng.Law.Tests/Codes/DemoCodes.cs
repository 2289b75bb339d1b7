using System.Globalization;
using CsCheck;
using Heng.Law.Codes;

namespace Heng.Law.Tests.Codes;

/// <summary>Codes for tests: well-formed, in a reserved range that shows they are made up (body DEMX00042, sequence 999).</summary>
internal static class DemoCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly Gen<string> prefixes = Gen.Int[0, CodeTables.Embedded.Provinces.Count - 1].Select(i => CodeTables.Embedded.Provinces[i].Prefix);

    public static Gen<string> CreditCodes { get; } =
        Gen.Select(Gen.Int[0, CodeTables.Embedded.CreditCodeDepartments.Count - 1], Gen.Int[1, 9], prefixes, Gen.Int[0, 99], Gen.Int[0, Alphabet.Length - 1].Array[9])
            .Select((department, category, prefix, county, body) =>
            {
                var first17 = CodeTables.Embedded.CreditCodeDepartments.Keys.ElementAt(department).ToString(CultureInfo.InvariantCulture)
                    + category.ToString(CultureInfo.InvariantCulture) + prefix + "01" + county.ToString("00", CultureInfo.InvariantCulture)
                    + string.Concat(body.Select(i => Alphabet[i]));
                return first17 + UnifiedSocialCreditCode.CheckCharacter(first17);
            });

    public static Gen<(string Text, DateOnly Birth)> PersonNumbers { get; } =
        Gen.Select(prefixes, Gen.Int[0, 45_000], Gen.Int[0, 999])
            .Select((prefix, day, sequence) => (PersonNumber(prefix + "0101", new DateOnly(1900, 1, 1).AddDays(day), sequence), new DateOnly(1900, 1, 1).AddDays(day)));

    public static string CreditCode(string department, string category, string area, int serial)
    {
        var first17 = $"{department}{category}{area}DEMX{serial.ToString("00000", CultureInfo.InvariantCulture)}";
        return first17 + UnifiedSocialCreditCode.CheckCharacter(first17);
    }

    public static string CreditCodeBodyWithCheckZero()
        => Enumerable.Range(0, 1000).Select(i => CreditCode("9", "1", "110105", i)).First(c => c[^1] == '0')[..17];

    public static string PersonNumber(string area, DateOnly birth, int sequence)
    {
        var first17 = area + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + sequence.ToString("000", CultureInfo.InvariantCulture);
        return first17 + Heng.Law.Codes.PersonNumber.CheckCharacter(first17);
    }
}
