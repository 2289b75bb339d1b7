using System.Globalization;
using System.Text;

namespace Heng.Platform.Storage;

/// <summary>Bigrams (二元切分): text cut into pairs of characters, so that two-character Chinese words are found.</summary>
public static class Bigrams
{
    /// <summary>The pairs of a text, in order, with an empty entry where a run of letters ends; a single character stands alone.</summary>
    /// <param name="text">The text; letters of any case, marks and blanks end a run.</param>
    public static IEnumerable<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var run = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                run.Append(c);
                continue;
            }

            if (run.Length == 1)
            {
                yield return run.ToString();
            }

            for (var i = 0; i + 1 < run.Length; i++)
            {
                yield return run.ToString(i, 2);
            }

            if (run.Length > 0)
            {
                yield return "";
            }

            run.Clear();
        }
    }

    /// <summary>The text as SQLite's index keeps it: each pair a word of hexadecimal digits.</summary>
    /// <param name="text">The text.</param>
    public static string ToWords(string text)
    {
        var words = new StringBuilder();
        foreach (var pair in Of(text))
        {
            words.Append(pair.Length == 0 ? "z" : Hex(pair)).Append(' ');
        }

        return words.ToString();
    }

    /// <summary>The query of SQLite's index: every run of the text as a phrase.</summary>
    /// <param name="text">What is looked for.</param>
    /// <returns>Null when there is nothing to look for.</returns>
    public static string? ToQuery(string text)
    {
        var phrases = new List<string>();
        var phrase = new List<string>();
        foreach (var pair in Of(text))
        {
            if (pair.Length == 0)
            {
                phrases.Add($"\"{string.Join(' ', phrase)}\"");
                phrase.Clear();
            }
            else
            {
                phrase.Add(Hex(pair));
            }
        }

        // A single character: every pair that begins with it.
        return phrases.Count == 0 ? null : string.Join(" AND ", phrases.Select(p => p.Length == 6 ? p + " *" : p));
    }

    /// <summary>The pairs as numbers, for PostgreSQL's index.</summary>
    /// <param name="text">The text.</param>
    public static int[] ToNumbers(string text) => [.. Of(text).Where(p => p.Length > 0).SelectMany(NumbersOf).Distinct().Order()];

    /// <summary>The numbers that a text must have to be found.</summary>
    /// <param name="text">What is looked for.</param>
    public static int[] ToWanted(string text) => [.. Of(text).Where(p => p.Length > 0).Select(p => p.Length == 1 ? p[0] : Pair(p)).Distinct()];

    private static IEnumerable<int> NumbersOf(string pair) => pair.Length == 1 ? [pair[0]] : [Pair(pair), pair[0], pair[1]];

    private static int Pair(string pair) => unchecked((pair[0] << 16) | pair[1]);

    private static string Hex(string pair) => string.Concat(pair.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture)));
}
