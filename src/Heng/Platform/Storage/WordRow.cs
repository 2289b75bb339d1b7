namespace Heng.Platform.Storage;

/// <summary>Word row (检索词): the words by which a dossier is found. Each database has its own index for it.</summary>
public sealed class WordRow
{
    private WordRow()
    {
    }

    /// <summary>Makes the row of a dossier, without words yet.</summary>
    /// <param name="key">Key of the dossier; greater is newer.</param>
    public WordRow(long key) => Key = key;

    /// <summary>Key of the dossier; greater is newer.</summary>
    public long Key { get; private set; }

    /// <summary>The bureau.</summary>
    public Guid BureauId { get; private set; }

    /// <summary>The words of SQLite's index; comparing with a query means matching it.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What SQLite's index is asked: a hidden column that has the name of the table.</summary>
    public string? Query { get; private set; }

    /// <summary>The numbers of PostgreSQL's index.</summary>
    public int[] Numbers { get; private set; } = [];

    /// <summary>The text itself, to check what the numbers found.</summary>
    public string Text { get; private set; } = "";

    /// <summary>A number by which the indexes keep the bureaus apart; the bureau itself is compared besides.</summary>
    /// <param name="bureauId">The bureau.</param>
    public static int NumberOf(Guid bureauId) => BitConverter.ToInt32(bureauId.ToByteArray(), 12);

    /// <summary>Takes a text.</summary>
    /// <param name="bureauId">The bureau; SQLite's index keeps it among the words only, so that a row that was read does not know it.</param>
    /// <param name="text">The text.</param>
    public void Take(Guid bureauId, string text)
    {
        BureauId = bureauId;
        Words = Bigrams.ToWords(NumberOf(bureauId), text);
        Numbers = Bigrams.ToNumbers(NumberOf(bureauId), text);
        Text = text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
    }
}
