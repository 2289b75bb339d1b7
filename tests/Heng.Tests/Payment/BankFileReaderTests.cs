using System.Text;
using Heng.Law.Codes;
using Heng.Payment;

namespace Heng.Tests.Payment;

public sealed class BankFileReaderTests
{
    private static readonly DateOnly today = new(2026, 3, 20);
    private static readonly string number = PaymentNumber.Of("990101", 2026, 1).ToString();

    [Theory, Row("8.24")]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public void A_file_is_read_in_utf8_or_gb18030_with_its_columns_in_any_order(string encoding, bool mark)
    {
        var coding = encoding == "utf-8" ? new UTF8Encoding(mark) : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        var text = $"银行流水号,付款人,网点,收款日期,金额,缴款码\r\nA1,\"示例县示例食品有限公司,城关店\",一支行,20260316,\"66,800.00\",{number[..6]} {number[6..]}\r\n\r\n";
        using var content = new MemoryStream([.. coding.GetPreamble(), .. coding.GetBytes(text)]);
        var line = Assert.Single(new BankFileReader(content).Lines(today));
        Assert.Equal(new BankFileLine(2, number, new Money(66_800_00), "A1", new DateOnly(2026, 3, 16), "示例县示例食品有限公司,城关店", null), line);
    }

    [Theory, Row("8.24")]
    [InlineData("{n},0,A1,2026-03-16,甲", "金额应当大于零")]
    [InlineData("{n},-5,A1,2026-03-16,甲", "金额应当大于零")]
    [InlineData("{n},5.001,A1,2026-03-16,甲", "最多两位小数")]
    [InlineData("{n},5,,2026-03-16,甲", "银行流水号")]
    [InlineData("{n},5,A1,2026-03-21,甲", "晚于今天")]
    [InlineData("{n},5,A1,16/03/2026,甲", "收款日期")]
    [InlineData("990101202600000100,5,A1,2026-03-16,甲", "校验位")]
    [InlineData("12,5,A1,2026-03-16,甲", "18 位")]
    [InlineData("{n}", "金额应写作")]
    public void A_line_that_cannot_be_booked_says_why(string line, string says)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"缴款码,金额,银行流水号,收款日期,付款人\n{line.Replace("{n}", number, StringComparison.Ordinal)}\n"));
        Assert.Contains(says, Assert.Single(new BankFileReader(content).Lines(today)).Fault, StringComparison.Ordinal);
    }

    [Fact, Row("8.24")]
    public void A_file_without_its_columns_is_refused_with_the_missing_ones()
    {
        using var content = new MemoryStream("缴款码,金额,收款日期,付款人\n1,2,3,4\n"u8.ToArray());
        var line = Assert.Single(new BankFileReader(content).Lines(today));
        Assert.Equal(1, line.Number);
        Assert.EndsWith("缺少银行流水号。", line.Fault, StringComparison.Ordinal);
    }
}
