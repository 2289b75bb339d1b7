using System.Text;

namespace Heng.Law.Citations;

/// <summary>Chinese numeral (汉字数字): a count as articles and paragraphs print it, 一百二十四.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Writes a number from 1 to 9999 in small Chinese numerals.</summary>
    /// <param name="number">1 to 9999, both inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside.</exception>
    public static string Write(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var written = new StringBuilder();
        var zeroPending = false;
        foreach (var (unit, name) in Units)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zeroPending = written.Length > 0;
                continue;
            }

            if (zeroPending)
            {
                written.Append('零');
                zeroPending = false;
            }

            // 十二, not 一十二, when nothing stands before it.
            if (!(unit == 10 && digit == 1 && written.Length == 0))
            {
                written.Append(Digits[digit]);
            }

            written.Append(name);
        }

        return written.ToString();
    }

    private static readonly (int Unit, string Name)[] Units = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
}
