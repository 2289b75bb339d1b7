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

    /// <summary>A number by which the indexes keep the words of bureaus and units apart; whoever owns a dossier is compared besides.</summary>
    /// <param name="owner">The bureau or the unit.</param>
    public static int NumberOf(Guid owner) => BitConverter.ToInt32(owner.ToByteArray(), 12);

    /// <summary>Takes a text. Its words stand in the index for the bureau and once more for the unit: a search in either reads no more than is found there.</summary>
    /// <param name="bureauId">The bureau; SQLite's index keeps it among the words only, so that a row that was read does not know it.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="text">The text.</param>
    public void Take(Guid bureauId, Guid unitId, string text)
    {
        BureauId = bureauId;
        var owners = new[] { NumberOf(bureauId), NumberOf(unitId) };
        Words = Bigrams.ToWords(text, owners);
        Numbers = Bigrams.ToNumbers(text, owners);
        Text = text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
    }
}
