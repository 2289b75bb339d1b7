using System.Globalization;
using System.Text.Json;
using Heng.Law;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Platform.Interchange;

namespace Heng.Discretion;

/// <summary>What a caller asks of an assessment besides the result.</summary>
/// <param name="Changes">Whether to say what would change the result.</param>
/// <param name="Trace">Whether to give the steps; a trace includes the changes.</param>
public readonly record struct AssessOptions(bool Changes, bool Trace);

/// <summary>The contract of <c>heng assess</c> and <c>POST /api/assess</c>: one JSON object in, one out.</summary>
/// <remarks>
/// Missing facts are unknown. Unknown ids, wrong types and impossible values are errors with a stable code, never defaults.
/// Sums are yuan. The Chinese sentences (<c>says</c>, <c>because</c>) are for people and are never compared.
/// </remarks>
public sealed class AssessContract(LawSet law)
{
    /// <summary>No sum or count above this is possible; it keeps all arithmetic exact.</summary>
    private const decimal LargestNumber = 1_000_000_000_000_000m;

    private static readonly string[] fields = ["id", "matter", "region", "actDate", "actEndDate", "discoveryDate", "decisionDate", "party", "facts", "circumstances", "proposed"];
    private readonly Dictionary<string, Fact>.AlternateLookup<ReadOnlySpan<char>> facts = law.Matters.Facts.All.ToDictionary(f => f.Id, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Answers one request; a bad one gets an error object in its place.</summary>
    /// <param name="json">One JSON object, UTF-8.</param>
    /// <param name="writer">Receives one JSON object.</param>
    /// <param name="options">What is asked besides the result.</param>
    /// <returns>Whether the request was good.</returns>
    public bool Answer(ReadOnlySpan<byte> json, Utf8JsonWriter writer, AssessOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        string? id = null;
        try
        {
            var request = Read(json, ref id);
            Write(writer, id!, law.Discretion.Assess(request), options);
            return true;
        }
        catch (InputException fault)
        {
            InputException.WriteError(writer, id ?? Contract.FindId(json), fault.Code, fault.Says);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            InputException.WriteError(writer, id ?? Contract.FindId(json), "bad-json", "不是有效的 JSON（UTF-8 编码）；请检查引号、逗号、括号和编码");
        }

        return false;
    }

    private AssessmentRequest Read(ReadOnlySpan<byte> json, ref string? id)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InputException("not-an-object", "每个请求应当是一个 JSON 对象");
        }

        Matter? matter = null;
        Region? region = null;
        DateOnly? act = null, end = null, discovery = null, decision = null;
        PartyKind? party = null;
        decimal? proposed = null;
        var sheet = new FactSheet.Builder(law.Matters.Facts);
        List<Circumstance>? circumstances = null;
        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            if ((seen & (1 << field)) != 0)
            {
                throw new InputException("duplicate-field", $"“{fields[field]}”出现了两次");
            }

            seen |= 1 << field;
            reader.Read();
            switch (field)
            {
                case 0: id = Contract.Id(ref reader); break;
                case 1: matter = ReadMatter(ref reader); break;
                case 2: region = ReadRegion(ref reader); break;
                case 3: act = ReadDay(ref reader, "actDate", nullable: false); break;
                case 4: end = ReadDay(ref reader, "actEndDate", nullable: true); break;
                case 5: discovery = ReadDay(ref reader, "discoveryDate", nullable: true); break;
                case 6: decision = ReadDay(ref reader, "decisionDate", nullable: false); break;
                case 7: party = ReadParty(ref reader); break;
                case 8: ReadFacts(ref reader, sheet); break;
                case 9: circumstances = ReadCircumstances(ref reader); break;
                default: proposed = ReadProposed(ref reader); break;
            }
        }

        if (reader.Read())
        {
            throw new InputException("bad-json", "JSON 对象之后还有多余的内容");
        }

        var request = new AssessmentRequest(matter ?? throw Missing("matter"), sheet.Build(), act ?? throw Missing("actDate"), decision ?? throw Missing("decisionDate"))
        {
            Region = region ?? throw Missing("region"),
            Party = party ?? throw Missing("party"),
            ActEndDate = end,
            DiscoveryDate = discovery,
            Circumstances = circumstances ?? [],
            ProposedFine = proposed,
        };
        if (id is null)
        {
            throw Missing("id");
        }

        return request.Fault is { } fault ? throw new InputException(fault.Code, fault.Says) : request;
    }

    private static InputException Missing(string field) => new("missing-field", $"缺少“{field}”");

    private static int FieldOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (reader.ValueTextEquals(fields[i]))
            {
                return i;
            }
        }

        throw new InputException("unknown-field", $"没有名为“{Contract.Shown(reader.GetString())}”的输入项");
    }

    private Matter ReadMatter(ref Utf8JsonReader reader)
    {
        var text = Contract.Text(ref reader, "matter");
        return law.Matters.Find(text) ?? throw new InputException("unknown-matter", $"没有编号为“{Contract.Shown(text)}”的执法事项");
    }

    private Region ReadRegion(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("CN"u8))
        {
            return Region.Country;
        }

        var text = Contract.Text(ref reader, "region");
        return Region.TryParse(text, law.Codes, out var region, out _) ? region : throw new InputException("unknown-region", $"“{Contract.Shown(text)}”不是地区代码；应为 CN、CN-XX 或者 CN-XX-YYY，XX 为省级代码");
    }

    private static DateOnly? ReadDay(ref Utf8JsonReader reader, string field, bool nullable)
        => nullable && reader.TokenType == JsonTokenType.Null ? null : Contract.Day(ref reader, field);

    private static PartyKind ReadParty(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.String ? throw Contract.WrongType("party", "文本")
        : reader.ValueTextEquals("unit"u8) ? PartyKind.Unit
        : reader.ValueTextEquals("individual"u8) ? PartyKind.Individual
        : reader.ValueTextEquals("individualBusiness"u8) ? PartyKind.IndividualBusiness
        : throw new InputException("unknown-party", "party 应为 unit、individual 或者 individualBusiness");

    private void ReadFacts(ref Utf8JsonReader reader, FactSheet.Builder sheet)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Contract.WrongType("facts", "对象");
        }

        Span<char> name = stackalloc char[128];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.Length > name.Length || !facts.TryGetValue(name[..reader.CopyString(name)], out var fact))
            {
                throw new InputException("unknown-fact", $"没有名为“{Contract.Shown(reader.GetString())}”的事实");
            }

            if (sheet.Knows(fact))
            {
                throw new InputException("duplicate-field", $"事实“{fact.Id}”出现了两次");
            }

            reader.Read();
            SetFact(ref reader, fact, sheet);
        }
    }

    private static void SetFact(ref Utf8JsonReader reader, Fact fact, FactSheet.Builder sheet)
    {
        switch (fact.Kind, reader.TokenType)
        {
            case (FactKind.Boolean, JsonTokenType.True):
                sheet.Set(fact, true);
                break;
            case (FactKind.Boolean, JsonTokenType.False):
                sheet.Set(fact, false);
                break;
            case (FactKind.Number, JsonTokenType.Number):
                sheet.Set(fact, ReadSum(ref reader, fact.Id));
                break;
            case (FactKind.Choice, JsonTokenType.String):
                if (!sheet.TrySet(fact, reader.GetString()!))
                {
                    throw new InputException("impossible-value", $"“{fact.Id}”只能是：{string.Join("、", fact.Values)}");
                }

                break;
            default:
                throw Contract.WrongType(fact.Id, fact.Kind switch { FactKind.Boolean => "true 或 false", FactKind.Number => "数", _ => "文本" });
        }
    }

    private static decimal ReadSum(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw Contract.WrongType(field, "数");
        }

        return reader.TryGetDecimal(out var sum) && sum is >= 0 and <= LargestNumber
            ? sum
            : throw new InputException("impossible-value", $"“{field}”应为 0 到 {LargestNumber.ToString("#,##0", CultureInfo.InvariantCulture)} 之间的数");
    }

    private List<Circumstance> ReadCircumstances(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Contract.WrongType("circumstances", "数组");
        }

        var read = new List<Circumstance>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var text = Contract.Text(ref reader, "circumstances");
            read.Add(law.Matters.FindCircumstance(text) ?? throw new InputException("unknown-circumstance", $"没有编号为“{Contract.Shown(text)}”的情节"));
        }

        return read;
    }

    private static decimal? ReadProposed(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Contract.WrongType("proposed", "对象或 null");
        }

        decimal? fine = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("fine"u8))
            {
                throw new InputException("unknown-field", $"没有名为“proposed.{Contract.Shown(reader.GetString())}”的输入项");
            }

            reader.Read();
            fine = fine is null ? ReadSum(ref reader, "proposed.fine") : throw new InputException("duplicate-field", "“proposed.fine”出现了两次");
        }

        return fine ?? throw Missing("proposed.fine");
    }

    private void Write(Utf8JsonWriter writer, string id, Assessment result, AssessOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("matter"u8, result.Request.Matter.Id);
        writer.WriteString("version"u8, result.Version?.Id);
        writer.WriteString("outcome"u8, DiscretionCodes.CodeOf(result.Outcome));
        writer.WriteStartArray("fines"u8);
        foreach (var band in result.Fines)
        {
            WriteBand(writer, band);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("otherKinds"u8);
        foreach (var kind in result.OtherKinds)
        {
            writer.WriteStringValue(kind.Code);
        }

        writer.WriteEndArray();
        writer.WriteString("level"u8, result.Level is { } level ? DiscretionCodes.CodeOf(level) : null);
        WriteRange(writer, "range"u8, result.Range);
        writer.WriteStartArray("exemptions"u8);
        foreach (var exemption in result.Exemptions)
        {
            WriteExemption(writer, exemption);
        }

        writer.WriteEndArray();
        WriteTexts(writer, "questions"u8, result.Questions);
        writer.WriteStartArray("gates"u8);
        foreach (var gate in result.Gates)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, gate.Code);
            writer.WriteString("because"u8, gate.Because);
            writer.WriteString("basis"u8, gate.Basis.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findings"u8);
        foreach (var finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, finding.Code);
            writer.WriteString("severity"u8, DiscretionCodes.CodeOf(finding.Severity));
            writer.WriteString("says"u8, finding.Says);
            writer.WriteString("basis"u8, finding.Basis.ToString());
            if (finding.Direction is { } direction)
            {
                writer.WriteString("direction"u8, direction);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (options.Changes || options.Trace)
        {
            WriteChanges(writer, law.Discretion.ChangesOf(result));
        }

        if (options.Trace)
        {
            WriteTrace(writer, law.Discretion.Explain(result));
        }

        writer.WriteString("lawHash"u8, result.LawHash);
        writer.WriteEndObject();
    }

    private static void WriteBand(Utf8JsonWriter writer, Band band)
    {
        writer.WriteStartObject();
        writer.WriteString("subject"u8, SubjectCodes.CodeOf(band.Subject));
        writer.WriteBoolean("mandatory"u8, band.Mandatory);
        writer.WriteString("base"u8, band.Penalty.BaseId);
        writer.WritePropertyName("min"u8);
        Contract.WriteSum(writer, band.Minimum);
        writer.WritePropertyName("max"u8);
        Contract.WriteSum(writer, band.Maximum);
        WriteRange(writer, "lighter"u8, band.RangeOf(Level.Lighter));
        WriteRange(writer, "normal"u8, band.RangeOf(Level.Normal));
        WriteRange(writer, "heavier"u8, band.RangeOf(Level.Heavier));
        writer.WritePropertyName("mitigationBelow"u8);
        if (band.MitigationBelow is { } below)
        {
            Contract.WriteSum(writer, below);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, ReadOnlySpan<byte> name, SumRange? range)
    {
        if (range is not { } sums)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        Contract.WriteSum(writer, sums.From);
        Contract.WriteSum(writer, sums.To);
        writer.WriteEndArray();
    }

    private static void WriteExemption(Utf8JsonWriter writer, ExemptionResult exemption)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, exemption.Entry.Id);
        writer.WriteString("result"u8, exemption.Truth switch { Truth.True => "pass"u8, Truth.False => "fail"u8, _ => "unknown"u8 });
        writer.WriteStartArray("failed"u8);
        foreach (var test in exemption.Failed)
        {
            writer.WriteStartObject();
            writer.WriteString("fact"u8, test.Fact.Id);
            writer.WriteString("op"u8, test.Sign);
            writer.WritePropertyName("value"u8);
            WriteValue(writer, test.Fact, test.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unknown"u8);
        foreach (var fact in exemption.Unknown)
        {
            writer.WriteStringValue(fact.Id);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, Fact fact, string? value)
    {
        switch (value, fact.Kind)
        {
            case (null, _): writer.WriteNullValue(); break;
            case (_, FactKind.Boolean): writer.WriteBooleanValue(value == "true"); break;
            case (_, FactKind.Number): writer.WriteRawValue(value); break;
            default: writer.WriteStringValue(value); break;
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteChanges(Utf8JsonWriter writer, IReadOnlyList<Change> changes)
    {
        writer.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            WriteStep(writer, change.Steps[0]);
            if (change.Steps.Count > 1)
            {
                writer.WriteStartArray("with"u8);
                foreach (var step in change.Steps.Skip(1))
                {
                    writer.WriteStartObject();
                    WriteStep(writer, step);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteString("outcome"u8, DiscretionCodes.CodeOf(change.Outcome));
            writer.WriteString("level"u8, change.Level is { } level ? DiscretionCodes.CodeOf(level) : null);
            WriteRange(writer, "range"u8, change.Range);
            writer.WriteString("leadsTo"u8, change.LeadsTo);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter writer, ChangeStep step)
    {
        if (step.Fact is { } fact)
        {
            writer.WriteString("fact"u8, fact.Id);
            writer.WritePropertyName("from"u8);
            WriteValue(writer, fact, step.From);
            writer.WritePropertyName("to"u8);
            WriteValue(writer, fact, step.To);
            return;
        }

        writer.WriteString("circumstance"u8, step.Circumstance!.Id);
        writer.WriteBoolean("from"u8, step.From == "true");
        writer.WriteBoolean("to"u8, step.To == "true");
    }

    private static void WriteTrace(Utf8JsonWriter writer, IReadOnlyList<TraceStep> trace)
    {
        writer.WriteStartArray("trace"u8);
        foreach (var step in trace)
        {
            writer.WriteStartObject();
            writer.WriteNumber("step"u8, step.Number);
            writer.WriteString("rule"u8, step.Rule);
            writer.WriteString("result"u8, step.Result);
            writer.WriteString("says"u8, step.Says);
            WriteTexts(writer, "basis"u8, [.. step.Basis.Select(b => b.ToString())]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
