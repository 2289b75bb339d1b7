using System.Text;
using Heng.Law;
using Heng.Law.Matters;

namespace Heng.Guidance;

/// <summary>Matter search (事项检索): finds matters by words, article or field.</summary>
/// <remarks>Every word of the query must occur in the id, name, field, or citations of a matter; full-width and upper-case forms are folded. A word may also be a short form of a name: its characters in the same order. Order: matters whose name holds the first word come first, then file order.</remarks>
public sealed class MatterSearch : Dossiers.IMatterSearch
{
    private readonly (Matter Matter, string Name, string Text)[] index;

    /// <summary>Indexes a law set.</summary>
    /// <param name="law">The law set.</param>
    public MatterSearch(LawSet law)
    {
        ArgumentNullException.ThrowIfNull(law);
        var fields = law.Matters.Fields.ToDictionary(f => f.Id, f => f.Chinese, StringComparer.Ordinal);
        index = [.. law.Matters.All.Select(m => (m, Folded(m.Chinese), Folded(TextOf(law, m, fields[m.Field]))))];
    }

    /// <summary>The matters that fit, best first.</summary>
    /// <param name="query">Words; null or empty for all.</param>
    /// <param name="field">Id of a field; null or empty for all.</param>
    /// <param name="asOf">Only matters with a version in force on this day; null for all.</param>
    public IReadOnlyList<Matter> Find(string? query, string? field, DateOnly? asOf = null)
    {
        var words = SplitAtDigits(Folded(query ?? "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var candidates = index.Where(e => (string.IsNullOrEmpty(field) || e.Matter.Field == field) && (asOf is not { } day || e.Matter.On(day) is not null)).ToArray();
        // People shorten: 过期食品 stands for 超过保质期的食品.
        var found = candidates.Where(e => words.All(w => e.Text.Contains(w, StringComparison.Ordinal) || IsShortFor(w, e.Name)));
        return [.. found.OrderBy(e => words.Length == 0 || e.Name.Contains(words[0], StringComparison.Ordinal) ? 0 : 1).Select(e => e.Matter)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Matter> Find(string words, DateOnly day) => Find(words, null, day);

    /// <summary>People write 广告法57: a number after a Chinese character is a word of its own.</summary>
    private static string SplitAtDigits(string text)
        => string.Concat(text.Select((c, i) => i > 0 && char.IsAsciiDigit(c) && text[i - 1] > 0x2E80 ? $" {c}" : c.ToString()));

    /// <summary>Whether the characters of a word stand in a name in the same order.</summary>
    private static bool IsShortFor(string word, string name)
    {
        var at = 0;
        foreach (var c in word)
        {
            at = name.IndexOf(c, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    private static string TextOf(LawSet law, Matter matter, string field)
    {
        var text = new StringBuilder($"{matter.Id} {matter.Chinese} {matter.English} {field}");
        foreach (var citation in matter.Versions.SelectMany(v => v.Violates.Concat(v.PenalizedBy)).Distinct())
        {
            // 第一百二十四条, 124条 and "食品安全法 124" all find the article.
            text.Append(' ').Append(law.Instruments.InChinese(citation)).Append(' ').Append(law.Instruments.Find(citation.Instrument)?.Chinese).Append(' ').Append(citation).Append(' ').Append(citation.Article).Append('条');
        }

        return text.ToString();
    }

    /// <summary>Folds width, case and punctuation, so that what a person types meets what a law prints.</summary>
    private static string Folded(string text)
        => string.Concat(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c).Select(c => char.IsLetterOrDigit(c) || c is '-' or '(' or ')' ? char.ToLowerInvariant(c) : ' '));
}
