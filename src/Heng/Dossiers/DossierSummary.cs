using System.Text.Json;
using Heng.Law.Codes;

namespace Heng.Dossiers;

/// <summary>Dossier summary (档案摘要): what lists show; the capabilities fill it after each act.</summary>
public sealed class DossierSummary
{
    /// <summary>Number of the dossier; empty before the first act.</summary>
    public string Number { get; set; } = "";

    /// <summary>What the affair is, in one line.</summary>
    public string Title { get; set; } = "";

    /// <summary>Name of the party.</summary>
    public string Party { get; set; } = "";

    /// <summary>Unified social credit code of the party, when it has one.</summary>
    public string? PartyCode { get; set; }

    /// <summary>Id of the matter.</summary>
    public string? Matter { get; set; }

    /// <summary>Stage of the main track; empty before the first step.</summary>
    public string Stage { get; set; } = "";

    /// <summary>Code of the outcome, for example <c>no-penalty</c>; null while there is none.</summary>
    public string? Outcome { get; set; }

    /// <summary>Names of the officers.</summary>
    public string Handlers { get; set; } = "";

    /// <summary>Ids of the officers.</summary>
    public IReadOnlyList<Guid> HandlerIds { get; set; } = [];

    /// <summary>Whether the dossier is closed.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The five parts.</summary>
    public Dictionary<FivePart, FiveEntry> Five { get; } = Enum.GetValues<FivePart>().ToDictionary(p => p, _ => new FiveEntry(FiveState.Open, ""));

    /// <summary>Words by which the dossier is found, beside title, party and number.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The five parts as five letters, for lists.</summary>
    public string FiveCode => string.Concat(Five.OrderBy(f => f.Key).Select(f => letters[(int)f.Value.State]));

    private const string letters = "odas";

    /// <summary>The state that a letter of <see cref="FiveCode"/> stands for.</summary>
    /// <param name="letter">The letter.</param>
    public static FiveState StateOf(char letter) => (FiveState)Math.Max(0, letters.IndexOf(letter, StringComparison.Ordinal));

    /// <summary>The letter of <see cref="FiveCode"/> for a state.</summary>
    /// <param name="state">The state.</param>
    public static char LetterOf(FiveState state) => letters[(int)state];

    /// <summary>The summary as the record keeps it before an act.</summary>
    public string ToJson() => ToJson(null);

    /// <summary>The summary as the record keeps it after an act, with the limits that run, each as a question of the deadline contract and its answer.</summary>
    /// <param name="clocks">The limits; null for none.</param>
    public string ToJson(IEnumerable<DossierClock>? clocks)
        => JsonSerializer.Serialize(new { Number, Title, Party, PartyCode, Matter, Stage, Outcome, Handlers, IsClosed, Five = FiveCode, Clocks = clocks?.Select(KeptClock.Of) }, ActTypes.Json);

    /// <summary>The credit code when it is well formed, for indexes.</summary>
    /// <param name="code">The text.</param>
    public static string? CodeOrNull(string? code) => UnifiedSocialCreditCode.TryParse(code, out var parsed, out _) ? parsed.ToString() : null;
}
