using System.Globalization;
using System.Text;
using Heng.Law.Codes;

namespace Heng.Payment;

/// <summary>A line of a bank file as it was read (对账行).</summary>
/// <param name="Number">Number of the line in the file; the header is 1.</param>
/// <param name="PaymentNumber">The payment number.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Serial">Serial number of the bank.</param>
/// <param name="On">The day.</param>
/// <param name="Payer">Who paid.</param>
/// <param name="Fault">What is wrong with it; null when nothing is.</param>
public sealed record BankFileLine(int Number, string PaymentNumber, Money Sum, string Serial, DateOnly? On, string Payer, string? Fault);

/// <summary>Reads files of the bank (银行对账文件): CSV with a header, UTF-8 or GB18030, line by line.</summary>
public sealed class BankFileReader
{
    /// <summary>The columns that a file must have, in any order; others are left out.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["缴款码", "金额", "银行流水号", "收款日期", "付款人"];

    private const int LongestSerial = 64;
    private const int LongestPayer = 120;
    private static readonly string[] days = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd"];
    private readonly Stream content;
    private readonly Encoding encoding;

    /// <summary>Reads a content.</summary>
    /// <param name="content">The content, at its beginning; it can be read twice.</param>
    public BankFileReader(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        this.content = content;
        encoding = IsUtf8(content) ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    }

    /// <summary>The lines; or one line with the fault of the header.</summary>
    /// <param name="today">No receipt lies after this day.</param>
    public IEnumerable<BankFileLine> Lines(DateOnly today)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        int[]? places = null;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (places is null)
            {
                var header = Cells(line);
                places = [.. Columns.Select(c => header.IndexOf(c))];
                if (places.Contains(-1))
                {
                    yield return new(1, "", Money.Zero, "", null, "", $"第一行应当是列名：{string.Join("、", Columns)}；缺少{string.Join("、", Columns.Where((_, i) => places[i] < 0))}。");
                    yield break;
                }

                continue;
            }

            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Read(number, Cells(line), places, today);
            }
        }
    }

    private static BankFileLine Read(int number, List<string> cells, int[] places, DateOnly today)
    {
        string Cell(int column) => places[column] < cells.Count ? cells[places[column]] : "";
        var (code, serial, payer) = (Cell(0), Cell(2), Cell(4));
        payer = payer.Length > LongestPayer ? payer[..LongestPayer] : payer;
        var read = new BankFileLine(number, code.Length > 40 ? code[..40] : code, Money.Zero, serial.Length > LongestSerial ? "" : serial, null, payer, null);
        if (!Money.TryParse(Cell(1), out var sum, out var wrongSum))
        {
            return read with { Fault = wrongSum.Says };
        }

        read = read with { Sum = sum };
        if (!DateOnly.TryParseExact(Cell(3), days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            return read with { Fault = "收款日期应写作 2026-03-02。" };
        }

        read = read with { On = on };
        return serial.Length is 0 or > LongestSerial ? read with { Fault = $"银行流水号应为 1 到 {LongestSerial} 个字符。" }
            : sum <= Money.Zero ? read with { Fault = "金额应当大于零；退款、冲正不在此导入。" }
            : on > today ? read with { Fault = "收款日期晚于今天。" }
            : !PaymentNumber.TryParse(code, out var known, out var wrongCode) ? read with { Fault = wrongCode.Says }
            : read with { PaymentNumber = known.ToString() };
    }

    /// <summary>The cells of a line; a cell in quotes may hold commas and doubled quotes.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim().Trim('\uFEFF'));
        cells[0] = cells[0].Trim('\uFEFF');
        return cells;
    }

    private static bool IsUtf8(Stream content)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[8192];
        var chars = new char[8192 + 4];
        try
        {
            for (int read; (read = content.Read(bytes)) > 0;)
            {
                decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            }

            decoder.GetChars([], 0, 0, chars, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
