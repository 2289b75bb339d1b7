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

    /// <summary>The text as SQLite's index keeps it, once for each owner: each pair a word of hexadecimal digits, behind those of the owner.</summary>
    /// <param name="text">The text.</param>
    /// <param name="owners">Numbers of the owners, whose words stand apart from those of others, so that a search reads no more than its own.</param>
    public static string ToWords(string text, params IEnumerable<int> owners)
    {
        ArgumentNullException.ThrowIfNull(owners);
        var pairs = Of(text).ToList();
        var words = new StringBuilder();
        foreach (var owner in owners)
        {
            foreach (var pair in pairs)
            {
                words.Append(pair.Length == 0 ? "z" : Hex(owner, pair)).Append(' ');
            }
        }

        return words.ToString();
    }

    /// <summary>The query of SQLite's index: every run of the text as a phrase.</summary>
    /// <param name="owner">Number of the owner.</param>
    /// <param name="text">What is looked for.</param>
    /// <returns>Null when there is nothing to look for.</returns>
    public static string? ToQuery(int owner, string text)
    {
        var phrases = new List<string>();
        var phrase = new List<string>();
        var isSingle = false;
        foreach (var pair in Of(text))
        {
            if (pair.Length == 0)
            {
                // A single character: every pair that begins with it.
                phrases.Add($"\"{string.Join(' ', phrase)}\"{(isSingle ? " *" : "")}");
                phrase.Clear();
            }
            else
            {
                isSingle = pair.Length == 1;
                phrase.Add(Hex(owner, pair));
            }
        }

        return phrases.Count == 0 ? null : string.Join(" AND ", phrases);
    }

    /// <summary>The pairs as numbers, for PostgreSQL's index, once for each owner.</summary>
    /// <param name="text">The text.</param>
    /// <param name="owners">Numbers of the owners, mixed into each. What is found is compared besides, so that two that meet in one number do no harm.</param>
    public static int[] ToNumbers(string text, params IEnumerable<int> owners)
    {
        var numbers = Of(text).Where(p => p.Length > 0).SelectMany(NumbersOf).Distinct().ToList();
        return [.. owners.SelectMany(o => numbers.Select(n => n ^ o)).Distinct().Order()];
    }

    /// <summary>The numbers that a text must have to be found.</summary>
    /// <param name="owner">Number of the owner.</param>
    /// <param name="text">What is looked for.</param>
    public static int[] ToWanted(int owner, string text) => [.. Of(text).Where(p => p.Length > 0).Select(p => (p.Length == 1 ? p[0] : Pair(p)) ^ owner).Distinct()];

    private static IEnumerable<int> NumbersOf(string pair) => pair.Length == 1 ? [pair[0]] : [Pair(pair), pair[0], pair[1]];

    private static int Pair(string pair) => unchecked((pair[0] << 16) | pair[1]);

    private static string Hex(int owner, string pair) => owner.ToString("x8", CultureInfo.InvariantCulture) + string.Concat(pair.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture)));
}
