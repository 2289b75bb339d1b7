using Heng.Law.Citations;

namespace Heng.Law.Reasoning;

/// <summary>Word that a reminder does not use (禁用词) and why.</summary>
/// <param name="Word">The word.</param>
/// <param name="Reason">Why not, in Chinese.</param>
public sealed record PenalWord(string Word, string Reason);

/// <summary>Table of reminders (提醒用语表): the words a letter does not use, its length, and what a self-check asks.</summary>
public sealed class ReminderTable
{
    private readonly Dictionary<string, string> asks;

    private ReminderTable(LawElement root)
    {
        MostCharacters = root.Whole("mostCharacters");
        // The longest first, so that a word is named once and not again by a part of it.
        Words = [.. root.Items("words").Select(w => new PenalWord(w.Text("word"), w.Text("reason"))).OrderByDescending(w => w.Word.Length)];
        asks = root.Items("selfCheck").ToDictionary(s => s.Text("fact"), s => s.Text("ask"), StringComparer.Ordinal);
    }

    /// <summary>How many characters fit on one page.</summary>
    public int MostCharacters { get; }

    /// <summary>The words that a letter does not use, the longest first.</summary>
    public IReadOnlyList<PenalWord> Words { get; }

    /// <summary>Reads <c>documents/reminders.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">The file is missing or malformed.</exception>
    public static ReminderTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var document = files.One("documents/reminders.json").Open();
        return new ReminderTable(document.Root);
    }

    /// <summary>What a self-check asks about a fact; null when nothing.</summary>
    /// <param name="fact">Id of the fact.</param>
    public string? AskOf(string fact) => asks.GetValueOrDefault(fact);

    /// <summary>The words of a text that a letter does not use, in the order of the text, each once.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<PenalWord> FoundIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<(int At, PenalWord Word)>();
        var taken = new bool[text.Length];
        foreach (var word in Words)
        {
            for (var at = text.IndexOf(word.Word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word.Word, at + 1, StringComparison.Ordinal))
            {
                if (!taken.AsSpan(at, word.Word.Length).Contains(true))
                {
                    taken.AsSpan(at, word.Word.Length).Fill(true);
                    found.Add((at, word));
                }
            }
        }

        return [.. found.OrderBy(f => f.At).Select(f => f.Word).Distinct()];
    }
}
