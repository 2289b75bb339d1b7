using System.Text.Json;
using Heng.Law;
using Heng.Law.Citations;
using Heng.Law.Rulings;
using Heng.Law.Time;
using Heng.Platform.Interchange;

namespace Heng.Guidance;

/// <summary>The contract of <c>heng deadline</c> and <c>POST /api/deadline</c>: one JSON object in, one out.</summary>
/// <remarks>
/// In: <c>id</c>, <c>rule</c> and <c>start</c> are required; <c>exclusions</c> (pairs of days, both included) and <c>extensions</c>
/// (<c>length</c>, <c>unit</c> WD, ND, H, M, Y or d for ND, optional <c>approver</c>) may be absent. A limit in hours needs a
/// start such as <c>2026-01-05T14:30</c>, every other limit a day. Nothing is guessed: what is unknown, mistyped or impossible
/// is an error with a stable code. The refusals of the law are <c>calendar</c>, <c>not-in-force</c>, <c>unknown-rule</c> and
/// <c>no-date</c>; they carry their <c>basis</c> (<c>articles</c> in Chinese) and
/// <c>facts</c>, other errors do not. The Chinese sentences (<c>says</c>) are never compared.
/// </remarks>
public sealed class DeadlineContract(LawSet law)
{
    private static readonly string[] fields = ["id", "rule", "start", "exclusions", "extensions"];
    private static readonly string[] extensionFields = ["length", "unit", "approver"];
    private readonly Dictionary<Citation, string> articles = law.Deadlines.Limits.All.SelectMany(l => l.Basis)
        .Concat(law.Deadlines.Rules.Rules.SelectMany(r => r.Basis)).Concat(law.Deadlines.Calendar.Years.Select(y => y.Basis))
        .Distinct().ToDictionary(c => c, law.Instruments.InChinese);

    private readonly HashSet<string> approvers = [.. law.Deadlines.Limits.All.SelectMany(l => l.Extensions).Select(e => e.Approver)];

    /// <summary>Answers one request; a bad one gets an error object in its place.</summary>
    /// <param name="json">One JSON object, UTF-8.</param>
    /// <param name="writer">Receives one JSON object.</param>
    /// <returns>Whether the request was good and the law gave a day.</returns>
    public bool Answer(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        string? id = null;
        try
        {
            var question = Read(json, ref id);
            switch (law.Deadlines.Count(question.Rule, question.Start, question.Exclusions, question.Extensions))
            {
                case Outcome<Deadline>.Allowed { Value: var deadline }:
                    Write(writer, id!, deadline);
                    return true;
                case Outcome<Deadline>.Refused { Refusals: [var refusal, ..] }:
                    Write(writer, id!, refusal);
                    return false;
                default:
                    throw new InvalidOperationException("An outcome is allowed or refused.");
            }
        }
        catch (InputException fault)
        {
            InputException.WriteError(writer, id ?? Contract.FindId(json), fault.Code, fault.Says);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            InputException.WriteError(writer, id ?? Contract.FindId(json), "bad-json", "不是有效的 JSON（UTF-8 编码）；请检查引号、逗号、括号和编码");
        }

        return false;
    }

    private Question Read(ReadOnlySpan<byte> json, ref string? id)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InputException("not-an-object", "每个请求应当是一个 JSON 对象");
        }

        string? rule = null;
        LegalMoment? start = null;
        DayInterval[] exclusions = [];
        GrantedExtension[] extensions = [];
        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (FieldOf(ref reader, fields, "", ref seen))
            {
                case 0: id = Contract.Id(ref reader); break;
                case 1: rule = Contract.Text(ref reader, "rule"); break;
                case 2: start = Moment(ref reader, "start"); break;
                case 3: exclusions = ReadExclusions(ref reader); break;
                default: extensions = ReadExtensions(ref reader); break;
            }
        }

        if (reader.Read())
        {
            throw new InputException("bad-json", "JSON 对象之后还有多余的内容");
        }

        if (id is null)
        {
            throw Missing("id");
        }

        var limit = law.Deadlines.Limits.Find(rule ?? throw Missing("rule"));
        // An id that is no limit comes back in the refusal, so it is kept short.
        var question = new Question(limit?.Id ?? Contract.Shown(rule), start ?? throw Missing("start"), exclusions, extensions);
        if (limit is not null && question.Start.Time.HasValue != (limit.Period.Unit == TimeUnit.Hour))
        {
            throw question.Start.Time.HasValue
                ? new InputException("start-has-time", $"{limit.Id} 不按小时计算，“start”应为 yyyy-MM-dd 形式的日期")
                : new InputException("start-needs-time", $"{limit.Id} 按小时计算，“start”应为 yyyy-MM-ddTHH:mm 形式的时间");
        }

        return question;
    }

    private static DayInterval[] ReadExclusions(ref Utf8JsonReader reader)
    {
        const string Wanted = "由 [起日, 止日] 组成的数组";
        Expect(ref reader, JsonTokenType.StartArray, "exclusions", Wanted);
        var exclusions = new List<DayInterval>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartArray, "exclusions", Wanted);
            reader.Read();
            var first = Day(ref reader);
            reader.Read();
            var last = Day(ref reader);
            reader.Read();
            Expect(ref reader, JsonTokenType.EndArray, "exclusions", Wanted);
            exclusions.Add(first <= last
                ? new DayInterval(first, last)
                : throw new InputException("end-before-start", $"扣除期间的止日 {new LegalMoment(last)} 早于起日 {new LegalMoment(first)}"));
        }

        return [.. exclusions];

        static DateOnly Day(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is JsonTokenType.EndArray)
            {
                throw Contract.WrongType("exclusions", Wanted);
            }

            return Moment(ref reader, "exclusions") is { Time: null } moment ? moment.Day : throw new InputException("impossible-date", "“exclusions”中的日期不带时间，形式为 yyyy-MM-dd");
        }
    }

    private GrantedExtension[] ReadExtensions(ref Utf8JsonReader reader)
    {
        const string Wanted = "由 {\"length\",\"unit\"} 组成的数组";
        Expect(ref reader, JsonTokenType.StartArray, "extensions", Wanted);
        var extensions = new List<GrantedExtension>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, JsonTokenType.StartObject, "extensions", Wanted);
            int? length = null;
            TimeUnit? unit = null;
            string? approver = null;
            var seen = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                switch (FieldOf(ref reader, extensionFields, "extensions.", ref seen))
                {
                    case 0: length = Length(ref reader); break;
                    case 1: unit = Unit(ref reader); break;
                    default: approver = Approver(ref reader); break;
                }
            }

            extensions.Add(new GrantedExtension(length ?? throw Missing("extensions.length"), unit ?? throw Missing("extensions.unit"), approver));
        }

        return [.. extensions];
    }

    private static int Length(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw Contract.WrongType("extensions.length", "整数");
        }

        return reader.TryGetInt32(out var length) && length >= 0
            ? length
            : throw new InputException("impossible-value", "“extensions.length”应为不小于 0 且不过大的整数");
    }

    private static TimeUnit Unit(ref Utf8JsonReader reader)
    {
        var text = Contract.Text(ref reader, "extensions.unit");
        return TimeUnits.TryParse(text, out var unit) ? unit : throw new InputException("unknown-unit", $"“{Contract.Shown(text)}”不是期限单位；应为 WD、ND（或者 d）、H、M、Y");
    }

    private string Approver(ref Utf8JsonReader reader)
    {
        var text = Contract.Text(ref reader, "extensions.approver");
        return approvers.Contains(text) ? text : throw new InputException("unknown-approver", $"“{Contract.Shown(text)}”不是期限表中的批准人；应为 {string.Join("、", approvers.Order(StringComparer.Ordinal))}");
    }

    private static LegalMoment Moment(ref Utf8JsonReader reader, string field)
    {
        var text = Contract.Text(ref reader, field);
        return LegalMoment.TryParse(text, out var moment)
            ? moment
            : throw new InputException("impossible-date", $"“{field}”中的“{Contract.Shown(text)}”不是真实存在的日期；形式为 yyyy-MM-dd，按小时计算的为 yyyy-MM-ddTHH:mm");
    }

    private static int FieldOf(ref Utf8JsonReader reader, string[] known, string place, ref int seen)
    {
        for (var i = 0; i < known.Length; i++)
        {
            if (reader.ValueTextEquals(known[i]))
            {
                if ((seen & (1 << i)) != 0)
                {
                    throw new InputException("duplicate-field", $"“{place}{known[i]}”出现了两次");
                }

                seen |= 1 << i;
                reader.Read();
                return i;
            }
        }

        throw new InputException("unknown-field", $"没有名为“{place}{Contract.Shown(reader.GetString())}”的输入项");
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token, string field, string wanted)
    {
        if (reader.TokenType != token)
        {
            throw Contract.WrongType(field, wanted);
        }
    }

    private static InputException Missing(string field) => new("missing-field", $"缺少“{field}”");

    private void Write(Utf8JsonWriter writer, string id, Deadline deadline)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("rule"u8, deadline.Limit?.Id);
        writer.WriteString("due"u8, deadline.Due.ToString());
        writer.WriteString("warnOn"u8, deadline.WarnOn.ToString());
        writer.WriteStartArray("steps"u8);
        foreach (var step in deadline.Explain())
        {
            writer.WriteStartObject();
            writer.WriteString("what"u8, step.What);
            writer.WriteString("says"u8, step.Says);
            writer.WriteString("from"u8, step.From.ToString());
            writer.WriteString("to"u8, step.To.ToString());
            writer.WriteString("rule"u8, step.Rule);
            writer.WriteString("reading"u8, step.Reading);
            WriteBasis(writer, step.Basis);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes"u8);
        foreach (var note in deadline.Notes)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, note.Code);
            writer.WriteString("says"u8, note.Says);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("lawHash"u8, law.Hash);
        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, string id, Refusal refusal)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteStartObject("error"u8);
        writer.WriteString("code"u8, refusal.Code);
        writer.WriteString("says"u8, refusal.Says);
        WriteBasis(writer, [refusal.Basis]);
        writer.WriteStartObject("facts"u8);
        foreach (var (name, value) in refusal.Facts)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteBasis(Utf8JsonWriter writer, IReadOnlyList<Citation> basis)
    {
        writer.WriteStartArray("basis"u8);
        foreach (var citation in basis)
        {
            writer.WriteStringValue(citation.ToString());
        }

        writer.WriteEndArray();
        writer.WriteStartArray("articles"u8);
        foreach (var citation in basis)
        {
            writer.WriteStringValue(articles.TryGetValue(citation, out var article) ? article : law.Instruments.InChinese(citation));
        }

        writer.WriteEndArray();
    }

    private sealed record Question(string Rule, LegalMoment Start, DayInterval[] Exclusions, GrantedExtension[] Extensions);
}
