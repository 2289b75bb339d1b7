using CsCheck;
using Heng.Law.Codes;

namespace Heng.Law.Tests.Codes;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91110000600037341L")]
    [InlineData("91350100M000100Y43")]
    public void Codes_published_as_examples_are_read(string text)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(text, out var code, out _));
        Assert.Equal(text, code.Value);
        Assert.Equal('9', code.Department);
        Assert.Equal(text[2..8], code.Area);
        Assert.Equal(text[8..17], code.Body);
    }

    [Fact, Row("10.10")]
    public void A_sum_divisible_by_31_gives_the_check_character_0()
    {
        var first17 = DemoCodes.CreditCodeBodyWithCheckZero();
        Assert.Equal('0', UnifiedSocialCreditCode.CheckCharacter(first17));
        Assert.True(UnifiedSocialCreditCode.TryParse(first17 + "0", out _, out _));
        Assert.False(UnifiedSocialCreditCode.TryParse(first17 + "Y", out _, out var fault));
        Assert.Equal("codes.credit-code.check", fault.Code);
    }

    [Fact]
    public void Small_letters_are_read_as_capitals()
    {
        Assert.True(UnifiedSocialCreditCode.TryParse("91350100m000100y43", out var code, out _));
        Assert.Equal("91350100M000100Y43", code.ToString());
    }

    [Theory]
    [InlineData(null, "codes.credit-code.length")]
    [InlineData("", "codes.credit-code.length")]
    [InlineData("91110000600037341", "codes.credit-code.length")]
    [InlineData("91110000600037341L ", "codes.credit-code.length")]
    [InlineData("911100006000373I1L", "codes.credit-code.character")]
    [InlineData("９1110000600037341L", "codes.credit-code.character")]
    [InlineData("B1110000600037341L", "codes.credit-code.department")]
    [InlineData("9A110000600037341L", "codes.credit-code.category")]
    [InlineData("90110000600037341L", "codes.credit-code.category")]
    [InlineData("91990000600037341L", "codes.credit-code.area")]
    [InlineData("911100A0600037341L", "codes.credit-code.area")]
    [InlineData("91110000600037341M", "codes.credit-code.check")]
    public void A_wrong_code_is_refused_with_what_is_wrong(string? text, string expected)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out var code, out var fault));
        Assert.Null(code);
        Assert.Equal(expected, fault.Code);
    }

    [Fact]
    public void A_code_given_by_a_central_authority_has_the_area_100000()
        => Assert.True(UnifiedSocialCreditCode.TryParse(DemoCodes.CreditCode("9", "1", "100000", 1), out _, out _));

    [Fact]
    public void Every_generated_code_passes_and_every_change_of_one_character_is_caught()
        => DemoCodes.CreditCodes.Sample(
            code =>
            {
                Assert.True(UnifiedSocialCreditCode.TryParse(code, out _, out _));
                for (var i = 0; i < code.Length; i++)
                {
                    foreach (var other in Alphabet.Where(c => c != code[i]))
                    {
                        Assert.False(UnifiedSocialCreditCode.TryParse(code[..i] + other + code[(i + 1)..], out _, out _));
                    }
                }
            },
            iter: 200);

    [Fact]
    public void A_body_with_a_foreign_character_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => UnifiedSocialCreditCode.CheckCharacter("9111000060003734I"));
        Assert.Throws<ArgumentException>(() => UnifiedSocialCreditCode.CheckCharacter("9111"));
    }

    [Fact]
    public void Department_9_kind_2_is_an_individual_business()
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(DemoCodes.CreditCode("9", "2", "320600", 7), out var code, out _));
        Assert.True(code.IsIndividualBusiness);
    }

    [Fact]
    public void The_reserved_demonstration_range_is_visibly_synthetic()
    {
        var code = DemoCodes.CreditCode("9", "1", "320600", 42);
        Assert.StartsWith("91320600DEMX", code, StringComparison.Ordinal);
        Assert.True(UnifiedSocialCreditCode.TryParse(code, out _, out _));
    }
}
