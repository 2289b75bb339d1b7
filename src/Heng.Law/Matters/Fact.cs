using Heng.Law.Citations;

namespace Heng.Law.Matters;

/// <summary>Kind of a fact (事实类型).</summary>
public enum FactKind
{
    /// <summary>Yes or no (是否).</summary>
    Boolean,

    /// <summary>A count or a sum, zero or more (数值).</summary>
    Number,

    /// <summary>One of listed values (选项).</summary>
    Choice,
}

/// <summary>Fact (事实): one thing to find out, in a form that conditions can test.</summary>
public sealed class Fact
{
    internal Fact(int index, int numberSlot, string id, string chinese, FactKind kind, IReadOnlyList<string> values, IReadOnlyDictionary<string, string> labels, string? question, string? help, string? unit)
    {
        (Index, NumberSlot, Id, Chinese, Kind, Values, Labels, Question, Help, Unit) = (index, numberSlot, id, chinese, kind, values, labels, question ?? chinese, help, unit);
    }

    /// <summary>Stable id, for example <c>goodsValue</c>.</summary>
    public string Id { get; }

    /// <summary>Short Chinese name.</summary>
    public string Chinese { get; }

    /// <summary>Boolean, number or choice.</summary>
    public FactKind Kind { get; }

    /// <summary>The values of a choice; empty otherwise.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Chinese label of each value of a choice.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The fact as a plain Chinese question.</summary>
    public string Question { get; }

    /// <summary>What counts and how it is proven, in Chinese.</summary>
    public string? Help { get; }

    /// <summary>Unit of a number, in Chinese, for example 元.</summary>
    public string? Unit { get; }

    /// <summary>Place in the table, from 0.</summary>
    internal int Index { get; }

    /// <summary>Place among the numbers, or -1.</summary>
    internal int NumberSlot { get; }

    /// <summary>The Chinese label of a choice's value, or the value itself.</summary>
    /// <param name="value">One of <see cref="Values"/>.</param>
    public string LabelOf(string value) => Labels.GetValueOrDefault(value, value);

    internal byte StateOf(string value)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value)
            {
                return (byte)(i + 1);
            }
        }

        return 0;
    }
}

/// <summary>The facts of a law set (事实表), by id and in file order.</summary>
public sealed class FactTable
{
    /// <summary>More facts than this would not fit the working tables of an assessment.</summary>
    internal const int MostFacts = 256;

    private readonly Dictionary<string, Fact> byId;

    private FactTable(Fact[] all)
    {
        All = all;
        Numbers = all.Count(f => f.NumberSlot >= 0);
        byId = all.ToDictionary(f => f.Id, StringComparer.Ordinal);
    }

    /// <summary>Every fact, in file order.</summary>
    public IReadOnlyList<Fact> All { get; }

    internal int Numbers { get; }

    /// <summary>The fact with an id, or null.</summary>
    /// <param name="id">For example <c>goodsValue</c>.</param>
    public Fact? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads <c>matters/facts.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">The file is malformed.</exception>
    public static FactTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var document = files.One("matters/facts.json").Open();
        var numbers = 0;
        var all = new List<Fact>();
        foreach (var e in document.Root.Items("facts"))
        {
            var kind = e.Text("type") switch
            {
                "boolean" => FactKind.Boolean,
                "number" => FactKind.Number,
                "enum" => FactKind.Choice,
                var other => throw e.Fault("type", $"“{other}”不是事实类型"),
            };
            var labels = e.Find("labels")?.Members().ToDictionary(m => m.Name, m => m.Value.Text(), StringComparer.Ordinal) ?? [];
            all.Add(new Fact(all.Count, kind == FactKind.Number ? numbers++ : -1, e.Text("id"), e.Text("zh"), kind, e.OptionalTexts("values"), labels, e.OptionalText("question"), e.OptionalText("help"), e.OptionalText("unit")));
        }

        if (all.Count > MostFacts)
        {
            throw new LawDataException("matters/facts.json", "$.facts", $"事实多于 {MostFacts} 项");
        }

        return new FactTable([.. all]);
    }

    internal Fact Required(LawElement at, string id) => Find(id) ?? throw new LawDataException(at.File, at.Place, $"事实“{id}”不在 matters/facts.json 中");
}
