using Heng.Law.Citations;

namespace Heng.Law.Matters;

/// <summary>Penalty kind (处罚种类).</summary>
/// <param name="Index">Place in the table, from 0.</param>
/// <param name="Id">Stable id, for example <c>revokePermit</c>.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="English">English name.</param>
/// <param name="Severity">Severity from 0 (a notice) to 6 (the licence is lost).</param>
/// <param name="IsPenalty">False for orders and listings that are no penalty in law.</param>
public sealed record PenaltyKind(int Index, string Id, string Chinese, string English, int Severity, bool IsPenalty);

/// <summary>The penalty kinds of a law set (处罚种类表).</summary>
public sealed class PenaltyKindTable
{
    /// <summary>Id of the fine (罚款) among the kinds.</summary>
    public const string Fine = "fine";

    private readonly Dictionary<string, PenaltyKind> byId;

    private PenaltyKindTable(PenaltyKind[] all)
    {
        All = all;
        byId = all.ToDictionary(k => k.Id, StringComparer.Ordinal);
    }

    /// <summary>Every kind, in file order.</summary>
    public IReadOnlyList<PenaltyKind> All { get; }

    /// <summary>The kind with an id, or null.</summary>
    /// <param name="id">For example <c>fine</c>.</param>
    public PenaltyKind? Find(string id) => byId.GetValueOrDefault(id);

    internal static PenaltyKindTable From(LawFiles files)
    {
        using var document = files.One("matters/penalty-kinds.json").Open();
        return new PenaltyKindTable([.. document.Root.Items("kinds").Select((k, i) => new PenaltyKind(i, k.Text("id"), k.Text("zh"), k.Text("en"), k.Whole("severity"), k.Flag("isPenalty")))]);
    }

    internal PenaltyKind Required(LawElement at, string id) => Find(id) ?? throw new LawDataException(at.File, at.Place, $"“{id}”不是处罚种类");
}

/// <summary>Subject (处罚对象): whom a penalty falls on. The order is the order in which results are listed.</summary>
public enum Subject
{
    /// <summary>The party, whoever it is (当事人).</summary>
    Party,

    /// <summary>A unit: legal person or other organisation (单位).</summary>
    Unit,

    /// <summary>An individual (个人).</summary>
    Individual,

    /// <summary>A trade association (行业协会).</summary>
    Association,

    /// <summary>Legal representative, principal or directly responsible staff (责任人员).</summary>
    ResponsiblePerson,
}

/// <summary>Penalty (处罚): one kind that a provision holds, on whom, on which condition, and for a fine its amount.</summary>
public sealed class Penalty
{
    internal Penalty(LawElement e, FactTable facts, PenaltyKindTable kinds)
    {
        Kind = kinds.Required(e, e.Text("kind"));
        Mandatory = e.Flag("mandatory");
        Subject = SubjectCodes.Read(e, "subject");
        When = Condition.Read(e.Find("when"), facts);
        Note = e.OptionalText("note");
        Years = e.Find("years") is { } years ? years.Json.ToString() : null;
        if (Kind.Id != PenaltyKindTable.Fine)
        {
            return;
        }

        var basis = e.Text("base");
        BaseFact = basis == "fixed" ? null : facts.Required(e, basis);
        if (BaseFact is { NumberSlot: < 0 })
        {
            throw e.Fault("base", $"“{basis}”不是数值事实");
        }

        Exact = e.OptionalNumber("exact");
        Minimum = Exact ?? e.OptionalNumber("min");
        Maximum = Exact ?? e.Number("max");
        BaseFloor = e.OptionalNumber("baseFloor");
        AbsoluteCap = e.OptionalNumber("absoluteCap");
        if (Minimum > Maximum)
        {
            throw e.Fault("min", "下限高于上限");
        }
    }

    /// <summary>Kind of the penalty.</summary>
    public PenaltyKind Kind { get; }

    /// <summary>False where the law says 可以.</summary>
    public bool Mandatory { get; }

    /// <summary>On whom it falls.</summary>
    public Subject Subject { get; }

    /// <summary>When it is open; null for always.</summary>
    public Condition? When { get; }

    /// <summary>The fact that a multiple multiplies; null for sums in yuan.</summary>
    public Fact? BaseFact { get; }

    /// <summary>Printed minimum in yuan or as a factor, inclusive; null when none is printed.</summary>
    public decimal? Minimum { get; }

    /// <summary>Maximum in yuan or as a factor, inclusive.</summary>
    public decimal Maximum { get; }

    /// <summary>The exact sum or factor, when no range is printed.</summary>
    public decimal? Exact { get; }

    /// <summary>A smaller base counts as this sum (不足…按…计算).</summary>
    public decimal? BaseFloor { get; }

    /// <summary>The fine never exceeds this sum (最高不超过).</summary>
    public decimal? AbsoluteCap { get; }

    /// <summary>Years of a ban or refusal, as data writes them: a number, <c>life</c> or <c>10-to-life</c>.</summary>
    public string? Years { get; }

    /// <summary>What a reader must know besides.</summary>
    public string? Note { get; }

    /// <summary>Id of the base: <c>fixed</c> or the fact multiplied.</summary>
    public string BaseId => BaseFact?.Id ?? "fixed";
}

/// <summary>The codes of subjects in data and contracts (处罚对象代码).</summary>
public static class SubjectCodes
{
    private static readonly string[] codes = ["party", "unit", "individual", "association", "responsiblePerson"];

    /// <summary>The code of a subject.</summary>
    /// <param name="subject">The subject.</param>
    public static string CodeOf(Subject subject) => codes[(int)subject];

    internal static Subject Read(LawElement e, string name)
        => Array.IndexOf(codes, e.Text(name)) is var index and >= 0 ? (Subject)index : throw e.Fault(name, $"“{e.Text(name)}”不是处罚对象");
}
