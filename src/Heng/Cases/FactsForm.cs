using System.Globalization;
using Heng.Cases.Steps.Facts;
using Heng.Discretion;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Cases;

/// <summary>Facts form (事实表单): the act as the page of facts holds it, and what the page asks first.</summary>
/// <remarks>An answer that is left empty is not known; it is never "no" (不清楚不是否).</remarks>
public sealed class FactsForm
{
    private const string FactPrefix = "fact.";
    private const string CircumstancePrefix = "circumstance.";

    /// <summary>Empty rows for soft factors that the page adds behind those filled in.</summary>
    private const int EmptyRows = 1;

    private readonly LawSet law;
    private readonly Dictionary<string, FactEntry> entries;

    private FactsForm(LawSet law, EnterFacts act, CaseAssessment? assessment)
    {
        (this.law, Act, Assessment) = (law, act, assessment);
        entries = act.Entries.GroupBy(e => e.Fact).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        View = assessment is null ? null : AssessmentView.Of(law, assessment.Result);
        Answered = [.. law.Matters.Facts.All.Where(f => entries.ContainsKey(f.Id))];
        if (assessment is not null)
        {
            Asked = [.. assessment.Result.Questions.Select(law.Matters.Facts.Find).OfType<Fact>().Except(Answered)];
            Others = [.. law.Discretion.FactsThatMatter(assessment.Result).Except(Asked).Except(Answered)];
        }
    }

    /// <summary>The act as it stands in the form.</summary>
    public EnterFacts Act { get; }

    /// <summary>The assessment of what stands in the form; null while matter or first day are missing.</summary>
    public CaseAssessment? Assessment { get; }

    /// <summary>The same with its reasons.</summary>
    public AssessmentView? View { get; }

    /// <summary>The matter.</summary>
    public Matter? Matter => Act.Matter is { } id ? law.Matters.Find(id) : null;

    /// <summary>The facts asked now, the most decisive first.</summary>
    public IReadOnlyList<Fact> Asked { get; } = [];

    /// <summary>The facts that have an answer.</summary>
    public IReadOnlyList<Fact> Answered { get; }

    /// <summary>The facts that could matter and are not asked now.</summary>
    public IReadOnlyList<Fact> Others { get; } = [];

    /// <summary>Name of the field of a fact.</summary>
    /// <param name="fact">The fact.</param>
    public static string FieldOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return FactPrefix + fact.Id;
    }

    /// <summary>Name of the field of the evidence of a fact or circumstance.</summary>
    /// <param name="id">Its id.</param>
    public static string EvidenceFieldOf(string id) => "evidence." + id;

    /// <summary>The answer to a fact as the form holds it; empty when not known.</summary>
    /// <param name="fact">The fact.</param>
    public string AnswerTo(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return entries.TryGetValue(fact.Id, out var entry) ? entry.Value : "";
    }

    /// <summary>The evidence linked to a fact.</summary>
    /// <param name="fact">The fact.</param>
    public IReadOnlyList<int> EvidenceOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return entries.TryGetValue(fact.Id, out var entry) ? entry.Evidence : [];
    }

    /// <summary>The circumstances that could count, and those entered.</summary>
    /// <param name="party">The party.</param>
    public IEnumerable<Circumstance> CircumstancesFor(PartyKind party)
        => law.Matters.Circumstances.Where(c => IsEntered(c) || (Matter is { } matter && AssessmentWords.CircumstancesFor(law.Matters, matter.Field, party).Contains(c)));

    /// <summary>Whether a circumstance is entered.</summary>
    /// <param name="circumstance">The circumstance.</param>
    public bool IsEntered(Circumstance circumstance) => Act.Circumstances.Any(c => c.Fact == circumstance.Id);

    /// <summary>The evidence linked to a circumstance.</summary>
    /// <param name="circumstance">The circumstance.</param>
    public IReadOnlyList<int> EvidenceOf(Circumstance circumstance) => Act.Circumstances.FirstOrDefault(c => c.Fact == circumstance.Id)?.Evidence ?? [];

    /// <summary>The soft factors, with an empty row behind them.</summary>
    public IEnumerable<SoftFactor> SoftRows => Act.SoftFactors.Concat(Enumerable.Repeat(new SoftFactor("", "", true), EmptyRows));

    /// <summary>The form of an act.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static FactsForm Of(EnterFacts act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return new(file.Law, act, CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN", act));
    }

    /// <summary>The texts that a form sends, by name.</summary>
    /// <param name="form">The form.</param>
    public static Dictionary<string, string[]> Sent(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What was sent as a draft keeps it: a quick answer stands where its fact does.</summary>
    /// <param name="form">What was sent, by name.</param>
    public static IReadOnlyDictionary<string, string[]> WithoutAnswer(IReadOnlyDictionary<string, string[]> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var kept = form.Where(f => !f.Key.StartsWith("answer.", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        foreach (var entry in Read(form).Entries)
        {
            kept[FactPrefix + entry.Fact] = [entry.Value];
            kept[EvidenceFieldOf(entry.Fact)] = [.. entry.Evidence.Select(n => n.ToString(CultureInfo.InvariantCulture))];
        }

        return kept;
    }

    /// <summary>The act that a form sends.</summary>
    /// <param name="form">What was sent, by name.</param>
    public static EnterFacts Read(IReadOnlyDictionary<string, string[]> form)
    {
        ArgumentNullException.ThrowIfNull(form);
        // A quick answer to the next question comes as one more answer, with its own evidence.
        var quick = Text("answer.fact");
        var entries = form.Keys.Where(k => k.StartsWith(FactPrefix, StringComparison.Ordinal)).Select(k => k[FactPrefix.Length..])
            .Select(id => id == quick && Text("answer.value").Length > 0
                ? new FactEntry(id, Value(Text("answer.value")), [.. Numbers("answer.evidence").Concat(Numbers(EvidenceFieldOf(id))).Distinct().Order()])
                : new FactEntry(id, Value(Text(FactPrefix + id)), Numbers(EvidenceFieldOf(id))))
            .Where(e => e.Value.Length > 0);
        return new EnterFacts
        {
            Matter = Text("matter") is { Length: > 0 } matter ? matter.ToUpperInvariant() : null,
            ActFrom = Day("actFrom"),
            ActUntil = Day("actUntil"),
            Story = Text("story").ReplaceLineEndings("\n"),
            StoryEvidence = Numbers(EvidenceFieldOf("story")),
            Entries = [.. entries],
            Circumstances = [.. All("circumstance").Distinct().Select(id => new FactEntry(id, "", Numbers(EvidenceFieldOf(id))))],
            SoftFactors = [.. form.Keys.Where(k => k.StartsWith("soft.", StringComparison.Ordinal) && k.EndsWith(".name", StringComparison.Ordinal)).Select(k => k[..^".name".Length])
                .Select(row => new SoftFactor(Text(row + ".name"), Text(row + ".figure"), Text(row + ".direction") != "heavier", Text(row + ".source")))
                .Where(f => f.Name.Length + f.Figure.Length + f.Source.Length > 0)],
        };

        string[] All(string name) => form.GetValueOrDefault(name, []);
        string Text(string name) => string.Concat(All(name).TakeLast(1)).Trim();
        string Value(string text) => decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;
        int[] Numbers(string name) => [.. All(name).Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Distinct().Order()];
        DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
