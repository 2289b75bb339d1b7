using Heng.Law.Citations;
using Heng.Law.Time;

namespace Heng.Law.Reasoning;

/// <summary>Required part (必备内容) of a document.</summary>
/// <param name="Id">Stable id, for example <c>seal</c>.</param>
/// <param name="Chinese">What it is.</param>
/// <param name="Basis">Where the law asks for it.</param>
/// <param name="ShownBy">Which part of the structure shows it; null when an officer confirms it.</param>
/// <param name="When">Only then: <c>hearingRange</c>, <c>priceRefund</c>; null for always.</param>
public sealed record RequiredPart(string Id, string Chinese, Citation Basis, string? ShownBy, string? When);

/// <summary>Ground for no penalty (不予处罚情形).</summary>
/// <param name="Id">Stable id, for example <c>minor</c>.</param>
/// <param name="Chinese">The ground.</param>
/// <param name="Basis">The article.</param>
/// <param name="NeedsEducation">Whether the party must be taught.</param>
/// <param name="Conditions">Conditions by id, with their Chinese names; each needs a finding.</param>
public sealed record NoPenaltyGround(string Id, string Chinese, Citation Basis, bool NeedsEducation, IReadOnlyList<(string Id, string Chinese)> Conditions);

/// <summary>Table of reasoning (说理要求): required parts, grounds for no penalty and remedies, with the laws and limits they rest on.</summary>
public sealed class ReasoningTable
{
    private readonly Dictionary<DocumentKind, (string Chinese, RequiredPart[] Parts)> documents = [];
    private readonly Dictionary<string, NoPenaltyGround> grounds;
    private readonly (DocumentKind Kind, DateOnly From, bool ReconsiderationFirst, Citation Basis)[] remedies;
    private readonly TimeLimit reconsideration;
    private readonly TimeLimit suit;
    private readonly TimeLimit suitAfterReconsideration;

    private ReasoningTable(LawElement root, InstrumentTable instruments, TimeLimitTable limits)
    {
        Instruments = instruments;
        foreach (var document in root.Items("documents"))
        {
            documents[Kind(document)] = (document.Text("zh"), [.. document.Items("parts").Select(p => new RequiredPart(
                p.Text("id"), p.Text("zh"), p.Citation("cite"), p.OptionalText("shownBy"), p.OptionalText("when")))]);
        }

        grounds = root.Items("noPenaltyGrounds").Select(g => new NoPenaltyGround(
            g.Text("id"), g.Text("zh"), g.Citation("cite"), g.Flag("education"), [.. g.Items("conditions").Select(c => (c.Text("id"), c.Text("zh")))]))
            .ToDictionary(g => g.Id, StringComparer.Ordinal);
        remedies = [.. root.Items("remedies").Select(r => (Kind(r), r.Day("from"), r.Flag("reconsiderationFirst"), r.Citation("cite")))];
        var named = root["remedyLimits"];
        reconsideration = Limit("reconsideration");
        suit = Limit("suit");
        suitAfterReconsideration = Limit("suitAfterReconsideration");

        TimeLimit Limit(string name) => limits.Find(named.Text(name)) ?? throw named.Fault(name, "没有这一期限");
    }

    /// <summary>The laws cited.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>Every ground for no penalty.</summary>
    public IReadOnlyCollection<NoPenaltyGround> NoPenaltyGrounds => grounds.Values;

    /// <summary>Reads <c>documents/reasoned-documents.json</c>, the instruments and the limits.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is missing or malformed.</exception>
    public static ReasoningTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var document = files.One("documents/reasoned-documents.json").Open();
        return new ReasoningTable(document.Root, InstrumentTable.From(files), TimeLimitTable.From(files));
    }

    /// <summary>Chinese name of a kind of document.</summary>
    /// <param name="kind">Kind of document.</param>
    public string NameOf(DocumentKind kind) => documents[kind].Chinese;

    /// <summary>The ground with an id, or null.</summary>
    /// <param name="id">For example <c>minor</c>.</param>
    public NoPenaltyGround? Ground(string id) => grounds.GetValueOrDefault(id);

    /// <summary>The parts that a document must have.</summary>
    /// <param name="document">The document.</param>
    public IReadOnlyList<RequiredPart> PartsOf(ReasonedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. documents[document.Kind].Parts.Where(p => p.When switch
        {
            "hearingRange" => document.IsInHearingRange,
            "priceRefund" => document.HasPriceRefund,
            _ => true,
        })];
    }

    /// <summary>The remedies against a document; null when there is none, as against a notice, or no rule is loaded for the day.</summary>
    /// <param name="kind">Kind of document.</param>
    /// <param name="level">Level of the authority.</param>
    /// <param name="day">Day of the decision.</param>
    public Remedies? RemediesOf(DocumentKind kind, AuthorityLevel level, DateOnly day)
    {
        foreach (var remedy in remedies)
        {
            if (remedy.Kind == kind && remedy.From <= day)
            {
                return new Remedies(
                    level == AuthorityLevel.National ? ReconsiderationBody.DecidingDepartment : ReconsiderationBody.SameLevelGovernment,
                    reconsideration.Period, suit.Period, suitAfterReconsideration.Period, remedy.ReconsiderationFirst, remedy.Basis);
            }
        }

        return null;
    }

    private static DocumentKind Kind(LawElement element) => element.Text("kind") switch
    {
        "penaltyDecision" => DocumentKind.PenaltyDecision,
        "noPenaltyDecision" => DocumentKind.NoPenaltyDecision,
        "penaltyNotice" => DocumentKind.PenaltyNotice,
        "onTheSpotDecision" => DocumentKind.OnTheSpotDecision,
        var other => throw element.Fault("kind", $"“{other}”不是文书种类"),
    };
}
