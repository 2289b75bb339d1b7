using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Heng.Law.Codes;

namespace Heng.Law.Tests.Codes;

public sealed class MoneyTests
{
    private static readonly Gen<Money> sums = Gen.OneOf(
        Gen.Long[0, AmountInWords.Largest.Fen].Select(f => new Money(f)),
        Gen.Long[0, 100_000].Select(f => new Money(f)),
        Gen.Select(Gen.Long[0, 99_999], Gen.Int[0, 10]).Select((f, zeros) => new Money((long)(f * Math.Pow(10, zeros)))).Where(m => m <= AmountInWords.Largest));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("85,000.00", 8_500_000)]
    [InlineData("85000", 8_500_000)]
    [InlineData("￥85000.5", 8_500_050)]
    [InlineData("85000.05元", 8_500_005)]
    [InlineData("-1,234.50", -123_450)]
    public void A_sum_is_read(string text, long fen)
    {
        Assert.True(Money.TryParse(text, out var money, out _));
        Assert.Equal(fen, money.Fen);
    }

    [Theory]
    [InlineData(null, "codes.money.form")]
    [InlineData("", "codes.money.form")]
    [InlineData("8,50.00", "codes.money.form")]
    [InlineData("8500,000", "codes.money.form")]
    [InlineData(",500", "codes.money.form")]
    [InlineData("1.", "codes.money.form")]
    [InlineData("1e5", "codes.money.form")]
    [InlineData("八千", "codes.money.form")]
    [InlineData("1.005", "codes.money.fen")]
    [InlineData("99999999999999999999", "codes.money.size")]
    public void A_wrong_sum_is_refused_with_what_is_wrong(string? text, string expected)
    {
        Assert.False(Money.TryParse(text, out _, out var fault));
        Assert.Equal(expected, fault.Code);
    }

    [Fact]
    public void Printing_and_reading_give_the_same_sum()
        => Gen.Long[-long.MaxValue, long.MaxValue].Sample(f => Money.TryParse(new Money(f).ToString(), out var money, out _) && money.Fen == f);

    [Fact]
    public void Half_a_fen_is_rounded_up_by_name_and_refused_by_exact()
    {
        Assert.Equal(new Money(101), Money.FromYuan(1.005m, FenRounding.HalfUp));
        Assert.Equal(new Money(100), Money.FromYuan(1.0049m, FenRounding.HalfUp));
        Assert.Equal(new Money(-101), Money.FromYuan(-1.005m, FenRounding.HalfUp));
        Assert.Throws<ArgumentException>(() => Money.FromYuan(1.005m, FenRounding.Exact));
        Assert.Equal(new Money(33), new Money(110).Times(0.3m, FenRounding.Exact));
    }

    [Fact]
    public void Arithmetic_is_checked()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => Money.FromYuan(decimal.MaxValue / 1000, FenRounding.HalfUp));
    }

    [Theory]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角")]
    [InlineData("0.53", "伍角叁分")]
    [InlineData("10", "壹拾元整")]
    [InlineData("85,000.00", "捌万伍仟元整")]
    [InlineData("1,409.50", "壹仟肆佰零玖元伍角")]
    [InlineData("1,009.50", "壹仟零玖元伍角")]
    [InlineData("6,007.14", "陆仟零柒元壹角肆分")]
    [InlineData("1,680.32", "壹仟陆佰捌拾元零叁角贰分")]
    [InlineData("107,000.53", "壹拾万柒仟元零伍角叁分")]
    [InlineData("16,409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("100,500", "壹拾万零伍佰元整")]
    [InlineData("100,000,005", "壹亿零伍元整")]
    [InlineData("100,050,000", "壹亿零伍万元整")]
    [InlineData("100,005,000", "壹亿零伍仟元整")]
    [InlineData("1,020,000,000", "壹拾亿贰仟万元整")]
    [InlineData("1,000,000,000,000", "壹万亿元整")]
    [InlineData("1,000,500,000,000", "壹万零伍亿元整")]
    [InlineData("2,000,060,550,000", "贰万亿零陆仟零伍拾伍万元整")]
    [InlineData("1,000,000,010,000", "壹万亿零壹万元整")]
    [InlineData("9,999,999,999,999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")]
    public void A_sum_is_written_in_words_and_read_back(string sum, string words)
    {
        Assert.True(Money.TryParse(sum, out var money, out _));
        Assert.Equal(words, AmountInWords.Write(money));
        Assert.True(AmountInWords.TryRead(words, out var read, out _));
        Assert.Equal(money, read);
    }

    [Theory]
    [InlineData("人民币捌万伍仟圆正", "85,000.00")]
    [InlineData("壹仟肆佰零玖元伍角整", "1,409.50")]
    [InlineData("壹仟陆佰捌拾元叁角贰分", "1,680.32")]
    [InlineData("壹拾万零柒仟元伍角叁分", "107,000.53")]
    [InlineData("貳萬陸仟元整", "26,000.00")]
    [InlineData("零元伍角叁分", "0.53")]
    [InlineData("零元零伍分", "0.05")]
    public void The_other_permitted_forms_are_read(string words, string sum)
    {
        Assert.True(AmountInWords.TryRead(words, out var read, out _));
        Assert.Equal(sum, read.ToString());
    }

    [Theory]
    [InlineData(null, "codes.amount-words.length")]
    [InlineData("人民币", "codes.amount-words.length")]
    [InlineData("八万五仟元整", "codes.amount-words.character")]
    [InlineData("85000元", "codes.amount-words.character")]
    [InlineData("捌万伍仟元", "codes.amount-words.form")]
    [InlineData("捌万伍仟", "codes.amount-words.form")]
    [InlineData("拾元整", "codes.amount-words.form")]
    [InlineData("陆仟柒元整", "codes.amount-words.form")]
    [InlineData("陆仟零零柒元整", "codes.amount-words.form")]
    [InlineData("叁佰贰拾伍元零肆分整", "codes.amount-words.form")]
    [InlineData("伍仟捌万元整", "codes.amount-words.form")]
    [InlineData("玖玖元整", "codes.amount-words.form")]
    [InlineData("壹拾壹万亿元整", "codes.amount-words.size")]
    public void Wrong_words_are_refused_with_what_is_wrong(string? words, string expected)
    {
        Assert.False(AmountInWords.TryRead(words, out _, out var fault));
        Assert.Equal(expected, fault.Code);
    }

    [Fact]
    public void Words_of_any_sum_are_read_back()
        => sums.Sample(m => AmountInWords.TryRead(AmountInWords.Write(m), out var read, out _) && read == m, iter: 20_000);

    [Fact]
    public void Whole_yuan_are_written_as_a_second_digit_by_digit_writer_writes_them()
        => Gen.OneOf(Gen.Long[1, 999_999_999_999], Gen.Select(Gen.Long[1, 9_999], Gen.Int[0, 8], Gen.Long[0, 9_999]).Select((high, zeros, low) => (high * (long)Math.Pow(10, zeros)) + low))
            .Sample(yuan => AmountInWords.Write(new Money(yuan * 100)) == DigitByDigit(yuan) + "整", iter: 20_000);

    [Fact]
    public void Different_sums_have_different_words()
        => Gen.Select(sums, sums).Sample((a, b) => a == b || AmountInWords.Write(a) != AmountInWords.Write(b));

    [Fact]
    public void A_character_left_out_never_gives_the_same_sum_unless_it_was_a_zero_or_the_closing_word()
        => Gen.Select(sums, Gen.Int[0, 60]).Sample((m, at) =>
        {
            var words = AmountInWords.Write(m);
            at %= words.Length;
            return !AmountInWords.TryRead(words.Remove(at, 1), out var read, out _) || read != m || words[at] is '零' or '整';
        });

    [Fact]
    public void A_negative_or_too_large_sum_has_no_words()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AmountInWords.Write(new Money(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => AmountInWords.Write(AmountInWords.Largest + new Money(1)));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_never_throws()
        => Gen.Int[0, 14].Array[0, 90].Select(c => string.Concat(c.Select(i => "零壹贰拾佰仟万亿元角分整一人 "[i])))
            .Sample(text => AmountInWords.TryRead(text, out var read, out _) is false || read >= Money.Zero);

    /// <summary>Writes every digit with its unit, then lets the zeros fall together: slow, and written without looking at the other.</summary>
    private static string DigitByDigit(long yuan)
    {
        var digits = yuan.ToString(CultureInfo.InvariantCulture);
        var words = "";
        for (var i = 0; i < digits.Length; i++)
        {
            var place = digits.Length - 1 - i;
            words += digits[i] == '0' ? "零" : "零壹贰叁肆伍陆柒捌玖"[digits[i] - '0'] + new[] { "", "拾", "佰", "仟" }[place % 4];
            words += place switch
            {
                8 => "亿",
                4 when yuan / 10_000 % 10_000 > 0 => "万",
                _ => "",
            };
        }

        return Regex.Replace(Regex.Replace(words + "元", "零+", "零"), "零([万亿元])", "$1");
    }
}
