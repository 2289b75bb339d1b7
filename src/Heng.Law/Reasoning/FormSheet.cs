using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Law.Reasoning;

/// <summary>Signer of a form (签名人): the name, and whether the certificate is in order that day.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsCertified">Whether a certificate is valid.</param>
public readonly record struct FormSigner(string Name, bool IsCertified);

/// <summary>Day of a form (文书日期) with its name.</summary>
/// <param name="Name">What happened, in Chinese.</param>
/// <param name="On">The day.</param>
public readonly record struct FormDay(string Name, DateOnly On);

/// <summary>Sheet (文书成稿): a filled form as the rules of form look at it before issue.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="On">Day of the document.</param>
/// <param name="Today">The day on which it would be issued.</param>
/// <param name="Instruments">The laws that are known.</param>
/// <param name="Places">The articles that are known.</param>
/// <param name="Codes">Tables of codes.</param>
public sealed record FormSheet(string Text, DateOnly On, DateOnly Today, InstrumentTable Instruments, CitedPlaces Places, CodeTables Codes)
{
    /// <summary>Document number; empty when it has none.</summary>
    public string Number { get; init; } = "";

    /// <summary>Whether the form has a number.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Fields that must be filled and are empty, by name.</summary>
    public IReadOnlyList<string> EmptyFields { get; init; } = [];

    /// <summary>Sentences whose evidence, fact or article has fallen away.</summary>
    public IReadOnlyList<string> BrokenSentences { get; init; } = [];

    /// <summary>Sentences that lost some of their evidence and still stand.</summary>
    public IReadOnlyList<string> WeakenedSentences { get; init; } = [];

    /// <summary>Name of the party; empty where the form names none.</summary>
    public string PartyName { get; init; } = "";

    /// <summary>Credit code of the party.</summary>
    public string? PartyCode { get; init; }

    /// <summary>Name of the bureau.</summary>
    public string Bureau { get; init; } = "";

    /// <summary>Who signs.</summary>
    public IReadOnlyList<FormSigner> Signers { get; init; } = [];

    /// <summary>How many must sign at least.</summary>
    public int LeastSigners { get; init; }

    /// <summary>Days that must lie in this order.</summary>
    public IReadOnlyList<FormDay> Course { get; init; } = [];
}

/// <summary>Cited places (已收录条文): every article that the law data name, so that a number nobody knows is noticed.</summary>
public sealed class CitedPlaces
{
    private readonly HashSet<(string, int)> places = [];

    private CitedPlaces()
    {
    }

    /// <summary>Collects the citations of the law data.</summary>
    /// <param name="files">The law data.</param>
    public static CitedPlaces From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var places = new CitedPlaces();
        foreach (var file in files)
        {
            using var document = System.Text.Json.JsonDocument.Parse(file.Content);
            places.Collect(document.RootElement);
        }

        return places;
    }

    /// <summary>Whether an article stands in the law data.</summary>
    /// <param name="instrument">Id of the instrument.</param>
    /// <param name="article">The article.</param>
    public bool Knows(string instrument, int article) => places.Contains((instrument, article));

    private void Collect(System.Text.Json.JsonElement element)
    {
        switch (element.ValueKind)
        {
            case System.Text.Json.JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Collect(property.Value);
                }

                break;
            case System.Text.Json.JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item);
                }

                break;
            case System.Text.Json.JsonValueKind.String when Citation.TryParse(element.GetString(), out var citation) && citation.Article is { } article:
                for (var n = article; n <= (citation.LastArticle ?? article); n++)
                {
                    places.Add((citation.Instrument, n));
                }

                break;
        }
    }
}
