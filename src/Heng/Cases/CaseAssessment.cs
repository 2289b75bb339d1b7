using System.Text;
using System.Text.Json;
using Heng.Cases.Steps.Facts;
using Heng.Discretion;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Law.Procedure;

namespace Heng.Cases;

/// <summary>Assessment of a case (本案裁量): the facts of the file put to the discretion engine.</summary>
/// <remarks>Only facts that suitable evidence supports are known to the engine; a fact whose evidence falls away is unknown again.</remarks>
public sealed class CaseAssessment
{
    private CaseAssessment(LawSet law, Assessment result, IReadOnlyList<FactView> facts, IReadOnlyList<CircumstanceView> circumstances, string request)
        => (Law, Result, Facts, Circumstances, Request) = (law, result, facts, circumstances, request);

    /// <summary>The law.</summary>
    public LawSet Law { get; }

    /// <summary>What the engine says.</summary>
    public Assessment Result { get; }

    /// <summary>The facts as entered, with their evidence.</summary>
    public IReadOnlyList<FactView> Facts { get; }

    /// <summary>The circumstances as entered, with their evidence.</summary>
    public IReadOnlyList<CircumstanceView> Circumstances { get; }

    /// <summary>The question in the form of the contract, so that anyone can ask it again.</summary>
    public string Request { get; }

    /// <summary>Facts that no suitable evidence supports.</summary>
    public IReadOnlyList<FactView> Gaps => [.. Facts.Where(f => f.Support.Suitable == 0)];

    /// <summary>Pairs of entered facts of which only one can be true, with or without evidence.</summary>
    public IReadOnlyList<(Fact First, Fact Second)> Contradictions { get; private init; } = [];

    /// <summary>The limitation period of the version applied; null where no version applies.</summary>
    public LimitationView? Limitation
    {
        get
        {
            if (Result.Version is not { } version)
            {
                return null;
            }

            var last = Result.Request.LastDayOfAct;
            var longer = version.LimitationExtensionLikely && Result.Request.Facts.Table.Find("harmfulConsequences") is { } harm && Result.Request.Facts.TextOf(harm) == "true";
            var years = longer ? version.ExtendedLimitationYears : version.LimitationYears;
            return new(years, last, Heng.Law.Time.Limitation.LastDay(last, years), Result.Request.DiscoveryDate);
        }
    }

    /// <summary>Where a fact is used: the penalty provisions whose condition or base it is, and the exemption entries that test it.</summary>
    /// <param name="fact">The fact.</param>
    public (bool OpensPenalty, IReadOnlyList<Exemption> Exemptions) UsesOf(Fact fact)
        => (Result.Version?.Penalties.Any(p => p.BaseFact == fact || p.When?.Facts.Contains(fact) == true) == true,
            [.. Result.Exemptions.Select(e => e.Entry).Where(e => e.Conditions!.Facts.Contains(fact))]);

    /// <summary>The exemption workbench (免罚审查): each entry with each of its conditions, its evidence and what is missing.</summary>
    public IReadOnlyList<ExemptionReview> Workbench => ExemptionReview.AllOf(Result, ProofOf);

    /// <summary>The assessment of a dossier; null while matter or dates are not known.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="decideOn">The day of the decision.</param>
    /// <param name="region">The region of the bureau.</param>
    /// <param name="facts">The facts; null for those last entered.</param>
    /// <param name="fine">The fine that is proposed, in yuan; null for none.</param>
    public static CaseAssessment? Of(DossierFile file, DateOnly decideOn, string region, EnterFacts? facts = null, decimal? fine = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        facts ??= c.Facts;
        var matterId = facts?.Matter ?? file.Part<Affair>().Matter;
        if (matterId is null || file.Law.Matters.Find(matterId) is not { } matter || facts?.ActFrom is not { } actOn)
        {
            return null;
        }

        var law = file.Law;
        var (sheet, claimed) = (new FactSheet.Builder(law.Matters.Facts), new FactSheet.Builder(law.Matters.Facts));
        var views = new List<FactView>();
        foreach (var entry in facts.Entries)
        {
            if (law.Matters.Facts.Find(entry.Fact) is not { } fact)
            {
                continue;
            }

            if (!EnterFacts.Fits(fact, entry.Value))
            {
                continue;
            }

            var view = new FactView(fact, entry, c.Linked(entry.Evidence), c.SupportOf(AssessmentWords.NameOf(fact), entry.Evidence));
            views.Add(view);
            Put(claimed, fact, entry.Value);
            if (view.Support.Suitable > 0)
            {
                Put(sheet, fact, entry.Value);
            }
        }

        var circumstances = facts.Circumstances.Select(e => law.Matters.FindCircumstance(e.Fact) is { } known ? new CircumstanceView(known, c.Linked(e.Evidence), c.SupportOf(known.Chinese, e.Evidence)) : null).OfType<CircumstanceView>().ToArray();
        _ = Region.TryParse(region, law.Codes, out var place, out _);
        var request = new AssessmentRequest(matter, sheet.Build(), actOn, decideOn)
        {
            Region = place,
            Party = file.Part<Affair>().Party?.Kind ?? PartyKind.Unit,
            ActEndDate = facts.ActUntil,
            DiscoveryDate = c.FoundOn is { } found && found >= (facts.ActUntil ?? actOn) ? found : null,
            Circumstances = [.. circumstances.Where(v => v.Support.Suitable > 0).Select(v => v.Circumstance)],
            ProposedFine = fine,
        };
        return request.Fault is null
            ? new CaseAssessment(law, law.Discretion.Assess(request), views, circumstances, Write(request, region)) { Contradictions = law.Discretion.ContradictionsIn(claimed.Build()) }
            : null;
    }

    /// <summary>The answer of the contract to the question, kept with the act that used it.</summary>
    /// <param name="law">The law.</param>
    public AssessmentKept Kept(LawSet law)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new AssessContract(law).Answer(Encoding.UTF8.GetBytes(Request), writer, default);
        }

        return new AssessmentKept(Request, Encoding.UTF8.GetString(buffer.ToArray()), Result.Outcome.ToString());
    }

    private ConditionProof? ProofOf(Fact fact)
    {
        var view = Facts.FirstOrDefault(v => v.Fact == fact);
        return view is null ? new(null, [], "还没有认定；请查明后填写，并附上证据。")
            : new(view.ValueText, [.. view.Evidence.Select(e => e.Label)], EvidenceRules.FindingRestsOnEvidence.Check(view.Support)?.Says);
    }

    private static void Put(FactSheet.Builder sheet, Fact fact, string value)
    {
        switch (fact.Kind)
        {
            case FactKind.Boolean:
                sheet.Set(fact, value == "true");
                break;
            case FactKind.Number:
                sheet.Set(fact, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            default:
                sheet.TrySet(fact, value);
                break;
        }
    }

    private static string Write(AssessmentRequest request, string region)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id", request.Matter.Id);
            writer.WriteString("matter", request.Matter.Id);
            writer.WriteString("region", region);
            writer.WriteString("actDate", request.ActDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            if (request.ActEndDate is { } end)
            {
                writer.WriteString("actEndDate", end.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }

            if (request.DiscoveryDate is { } found)
            {
                writer.WriteString("discoveryDate", found.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }

            writer.WriteString("decisionDate", request.DecisionDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("party", request.Party switch { PartyKind.Unit => "unit", PartyKind.Individual => "individual", _ => "individualBusiness" });
            writer.WriteStartObject("facts");
            foreach (var fact in request.Facts.Table.All.Where(request.Facts.Knows))
            {
                switch (fact.Kind)
                {
                    case FactKind.Boolean:
                        writer.WriteBoolean(fact.Id, request.Facts.TextOf(fact) == "true");
                        break;
                    case FactKind.Number:
                        writer.WriteNumber(fact.Id, request.Facts.NumberOf(fact)!.Value);
                        break;
                    default:
                        writer.WriteString(fact.Id, request.Facts.TextOf(fact));
                        break;
                }
            }

            writer.WriteEndObject();
            writer.WriteStartArray("circumstances");
            foreach (var circumstance in request.Circumstances)
            {
                writer.WriteStringValue(circumstance.Id);
            }

            writer.WriteEndArray();
            if (request.ProposedFine is { } proposed)
            {
                writer.WriteStartObject("proposed");
                writer.WriteNumber("fine", proposed);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>A fact of a case as pages and documents show it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Entry">Value and evidence as entered.</param>
/// <param name="Evidence">The evidence linked.</param>
/// <param name="Support">How far it is supported.</param>
public sealed record FactView(Fact Fact, FactEntry Entry, IReadOnlyList<Evidence> Evidence, FactSupport Support)
{
    /// <summary>The value in words.</summary>
    public string ValueText => Words(Fact, Entry.Value);

    /// <summary>A value of a fact in words; the text itself when it does not fit the fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">The value.</param>
    public static string Words(Fact fact, string value)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return !EnterFacts.Fits(fact, value) ? value : fact.Kind switch
        {
            FactKind.Boolean => value == "true" ? "是" : "否",
            FactKind.Choice => fact.LabelOf(value),
            _ => AssessmentWords.Yuan(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) + " " + fact.Unit,
        };
    }
}

/// <summary>A circumstance of a case with its evidence.</summary>
/// <param name="Circumstance">The circumstance.</param>
/// <param name="Evidence">The evidence linked.</param>
/// <param name="Support">How far it is supported.</param>
public sealed record CircumstanceView(Circumstance Circumstance, IReadOnlyList<Evidence> Evidence, FactSupport Support);

/// <summary>Limitation (追责时效) of a case.</summary>
/// <param name="Years">Its length.</param>
/// <param name="LastDayOfAct">The day from which it runs.</param>
/// <param name="LastDay">The last day on which a discovery is in time.</param>
/// <param name="FoundOn">The day of discovery; null while not known.</param>
public sealed record LimitationView(int Years, DateOnly LastDayOfAct, DateOnly LastDay, DateOnly? FoundOn);

/// <summary>An assessment as an act keeps it: question and answer of the contract.</summary>
/// <param name="Request">The question, JSON.</param>
/// <param name="Answer">The answer, JSON.</param>
/// <param name="Outcome">The outcome.</param>
public sealed record AssessmentKept(string Request, string Answer, string Outcome);
