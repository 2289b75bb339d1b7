using System.Globalization;
using System.Text.Json.Serialization;
using Heng.Discretion;
using Heng.Dossiers;
using Heng.Law.Matters;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Facts;

/// <summary>A fact or circumstance with its value and evidence.</summary>
/// <param name="Fact">Id of the fact or circumstance.</param>
/// <param name="Value">The value: <c>true</c>, <c>false</c>, a number or a choice; empty for a circumstance.</param>
/// <param name="Evidence">Numbers of the evidence.</param>
public sealed record FactEntry(string Fact, string Value, IReadOnlyList<int> Evidence);

/// <summary>A soft factor (地区、行业、获利等因素): its figure, where it comes from and which way it points. It is reasoned with and never counted by the engine.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Lighter">Whether it points to a lighter treatment.</param>
/// <param name="Source">Where the figure comes from.</param>
public sealed record SoftFactor(string Name, string Figure, bool Lighter, string Source = "");

/// <summary>Enter the facts (认定事实): each once, each with its evidence; the assessment stands beside them.</summary>
[Act("cases.enter-facts", "认定事实", By = PersonRoles.Officer, Basis = "APL 40", Help = "每个事实附上证据；没有合格证据的事实视为没有查明。", Page = "/dossiers/{0}/facts")]
public sealed record EnterFacts : CaseAct, ITellsTheAffair
{
    /// <inheritdoc/>
    [Field("违法行为（案由）", Kind = FieldKind.Matter)]
    public string? Matter { get; init; }

    /// <summary>First day of the violation.</summary>
    [Field("违法行为开始日期")]
    public DateOnly? ActFrom { get; init; }

    /// <summary>Last day of the violation, when it lasted.</summary>
    [Field("违法行为终了日期", Optional = true)]
    public DateOnly? ActUntil { get; init; }

    /// <summary>What happened, in words, for documents.</summary>
    [Field("违法事实经过", Kind = FieldKind.LongText, Help = "时间、地点、行为、经过、后果；写入报告和决定书。")]
    public string Story { get; init; } = "";

    /// <summary>Evidence of the story.</summary>
    public IReadOnlyList<int> StoryEvidence { get; init; } = [];

    /// <summary>The facts.</summary>
    public IReadOnlyList<FactEntry> Entries { get; init; } = [];

    /// <summary>The circumstances.</summary>
    public IReadOnlyList<FactEntry> Circumstances { get; init; } = [];

    /// <summary>The soft factors.</summary>
    public IReadOnlyList<SoftFactor> SoftFactors { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public PartyCard? Party => null;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? About => null;

    /// <inheritdoc/>
    public override string Says => $"认定事实 {Entries.Count} 项";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20";
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Facts ?? this with { Matter = file.Part<Affair>().Matter };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (ActFrom > context.Today || ActUntil > context.Today)
        {
            yield return new("actFrom", "违法行为的日期晚于今天，请核对。");
        }
        else if (ActUntil < ActFrom)
        {
            yield return new("actUntil", "终了日期早于开始日期。");
        }

        var evidence = file.Part<CaseFile>().Evidence;
        foreach (var entry in Entries)
        {
            if (context.Law.Matters.Facts.Find(entry.Fact) is not { } fact)
            {
                yield return new($"fact.{entry.Fact}", "没有这项事实。");
            }
            else if (!Fits(fact, entry.Value))
            {
                yield return new($"fact.{entry.Fact}", fact.Kind == FactKind.Number ? $"“{AssessmentWords.NameOf(fact)}”请填不小于 0 的数字，例如 1280.50。" : $"“{AssessmentWords.NameOf(fact)}”的选项无效，请重新选择。");
            }
        }

        foreach (var entry in Circumstances.Where(e => context.Law.Matters.FindCircumstance(e.Fact) is null))
        {
            yield return new($"circumstance.{entry.Fact}", "没有这项情节，请重新选择。");
        }

        foreach (var entry in Entries.Concat(Circumstances).Append(new("story", "", StoryEvidence)).Where(e => e.Evidence.Any(n => evidence.All(p => p.Number != n))))
        {
            yield return new($"evidence.{entry.Fact}", "所选证据不在本案证据中，请重新选择。");
        }

        foreach (var (factor, place) in SoftFactors.Select((f, i) => (f, i)).Where(f => string.IsNullOrWhiteSpace(f.f.Name) || string.IsNullOrWhiteSpace(f.f.Figure) || string.IsNullOrWhiteSpace(f.f.Source)))
        {
            yield return new($"soft.{place}.name", $"第 {place + 1} 项考量因素应当写明因素、数据和数据来源。");
        }
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Facts = this };
    }

    /// <summary>Whether a value fits a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">The value.</param>
    internal static bool Fits(Fact fact, string value) => fact.Kind switch
    {
        FactKind.Boolean => value is "true" or "false",
        FactKind.Number => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1_000_000_000_000_000m,
        _ => fact.Values.Contains(value),
    };
}
