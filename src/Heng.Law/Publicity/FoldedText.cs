using System.Globalization;

namespace Heng.Law.Publicity;

/// <summary>Text folded for searching (归一文本): as long as the original, with full-width forms and digits of every script as ASCII.</summary>
internal sealed class FoldedText
{
    private const string ChineseDigits = "零一二三四五六七八九";
    private readonly char[] chars;

    public FoldedText(string text)
    {
        Original = text;
        chars = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            chars[i] = Fold(text[i]);
        }

        Text = new string(chars);
    }

    public string Original { get; }

    public string Text { get; private set; }

    public int Length => chars.Length;

    public char this[int index] => chars[index];

    /// <summary>Takes a stretch out of the search: nothing is found in it or across it.</summary>
    public void Cover(int start, int length)
    {
        Array.Fill(chars, '\uFFFC', start, length);
        Text = new string(chars);
    }

    /// <summary>A character as the search sees it.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        'Ⅹ' or 'ⅹ' => 'X',
        '﹫' => '@',
        // Digits of other scripts, for example Arabic-Indic ones.
        > '\u007F' when CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit => (char)('0' + digit),
        _ => c,
    };

    /// <summary>The digit that a character stands for, also a Chinese one; null for none.</summary>
    public static char? DigitOf(char folded) => char.IsAsciiDigit(folded) ? folded : folded switch
    {
        '〇' or '○' => '0',
        '幺' => '1',
        _ => ChineseDigits.IndexOf(folded, StringComparison.Ordinal) is >= 0 and var i ? (char)('0' + i) : null,
    };

    /// <summary>Blank or invisible: it may stand inside a name, an address or a number and change nothing.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD';

    /// <summary>What people write between the groups of one number.</summary>
    public static bool IsGlue(char c) => IsBlank(c) || c is '-' or '‐' or '‑' or '–' or '—' or '·' or '・' or '•' or '_' or '.' or '/' or '(' or ')' or '[' or ']' or '【' or '】' or '〔' or '〕' or '「' or '」' or '《' or '》';

    /// <summary>Every place where a value stands, whatever blanks stand in it.</summary>
    public IEnumerable<(int Start, int Length)> PlacesOf(string value)
    {
        var sought = value.Where(c => !IsBlank(c)).Select(c => char.ToUpperInvariant(Fold(c))).ToArray();
        if (sought.Length == 0)
        {
            yield break;
        }

        for (var start = 0; start < chars.Length; start++)
        {
            if (EndOf(sought, start) is { } end)
            {
                yield return (start, end - start);
                start = end - 1;
            }
        }
    }

    private int? EndOf(char[] sought, int start)
    {
        if (IsBlank(chars[start]))
        {
            return null;
        }

        var at = start;
        foreach (var c in sought)
        {
            while (at < chars.Length && at > start && IsBlank(chars[at]))
            {
                at++;
            }

            if (at >= chars.Length || char.ToUpperInvariant(chars[at]) != c)
            {
                return null;
            }

            at++;
        }

        return at;
    }
}
