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
    private CaseAssessment(LawSet law, Assessment result, IReadOnlyList<FactView> facts, string request) => (Law, Result, Facts, Request) = (law, result, facts, request);

    /// <summary>The law.</summary>
    public LawSet Law { get; }

    /// <summary>What the engine says.</summary>
    public Assessment Result { get; }

    /// <summary>The facts as entered, with their evidence.</summary>
    public IReadOnlyList<FactView> Facts { get; }

    /// <summary>The question in the form of the contract, so that anyone can ask it again.</summary>
    public string Request { get; }

    /// <summary>Facts that no suitable evidence supports.</summary>
    public IReadOnlyList<FactView> Gaps => [.. Facts.Where(f => f.Support.Suitable == 0)];

    /// <summary>The assessment of a dossier; null while matter or dates are not known.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="decideOn">The day of the decision.</param>
    /// <param name="region">The region of the bureau.</param>
    /// <param name="facts">The facts; null for those last entered.</param>
    public static CaseAssessment? Of(DossierFile file, DateOnly decideOn, string region, EnterFacts? facts = null)
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
        var sheet = new FactSheet.Builder(law.Matters.Facts);
        var views = new List<FactView>();
        foreach (var entry in facts.Entries)
        {
            if (law.Matters.Facts.Find(entry.Fact) is not { } fact)
            {
                continue;
            }

            var suitable = c.Suitable(entry.Evidence).ToArray();
            var support = new FactSupport(NameOf(fact), suitable.Length, entry.Evidence.Count - suitable.Length);
            views.Add(new FactView(fact, entry, [.. c.Evidence.Where(e => entry.Evidence.Contains(e.Number))], support));
            if (support.Suitable > 0)
            {
                Put(sheet, fact, entry.Value);
            }
        }

        var circumstances = facts.Circumstances.Where(e => c.Suitable(e.Evidence).Any()).Select(e => law.Matters.FindCircumstance(e.Fact)).OfType<Circumstance>().ToArray();
        _ = Region.TryParse(region, law.Codes, out var place, out _);
        var request = new AssessmentRequest(matter, sheet.Build(), actOn, decideOn)
        {
            Region = place,
            Party = file.Part<Affair>().Party?.Kind ?? PartyKind.Unit,
            ActEndDate = facts.ActUntil,
            DiscoveryDate = c.FoundOn is { } found && found >= (facts.ActUntil ?? actOn) ? found : null,
            Circumstances = circumstances,
        };
        return request.Fault is null ? new CaseAssessment(law, law.Discretion.Assess(request), views, Write(request, region)) : null;
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

    /// <summary>The name of a fact without codes and units behind it.</summary>
    /// <param name="fact">The fact.</param>
    public static string NameOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Chinese.Split(' ')[0].Split('（')[0];
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
    public string ValueText => Fact.Kind switch
    {
        FactKind.Boolean => Entry.Value == "true" ? "是" : "否",
        FactKind.Choice => Fact.LabelOf(Entry.Value),
        _ => decimal.Parse(Entry.Value, System.Globalization.CultureInfo.InvariantCulture).ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture) + " " + Fact.Unit,
    };
}

/// <summary>An assessment as an act keeps it: question and answer of the contract.</summary>
/// <param name="Request">The question, JSON.</param>
/// <param name="Answer">The answer, JSON.</param>
/// <param name="Outcome">The outcome.</param>
public sealed record AssessmentKept(string Request, string Answer, string Outcome);
