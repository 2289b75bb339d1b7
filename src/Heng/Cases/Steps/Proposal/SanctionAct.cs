using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Goods;
using Heng.Law.Penalties;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Proposal;

/// <summary>Category of a deviation (偏离裁量基准的情形).</summary>
public enum DeviationCategory
{
    /// <summary>What the benchmark rests on has changed.</summary>
    [Label("客观情况发生变化")]
    FactsChanged,

    /// <summary>The benchmark would be plainly unfair here.</summary>
    [Label("适用基准将导致明显不当、显失公平")]
    PlainlyUnfair,

    /// <summary>The situation of the party.</summary>
    [Label("当事人的特殊情况")]
    PartySituation,

    /// <summary>Other.</summary>
    [Label("其他")]
    Other,
}

/// <summary>An act that names a penalty (拟定处罚、作出处罚): the sums and kinds, and the reasons that the assessment asks for.</summary>
public abstract record SanctionAct : CaseAct
{
    private const string OfSanction = "处罚内容";
    private const string OfReasons = "裁量说明（按提示填写）";

    /// <summary>The fine of the party.</summary>
    [Field("罚款", Kind = FieldKind.Money, Group = OfSanction, Help = "不罚款的填 0。区间、幅度见档案页“事实与裁量”。")]
    public Money? Fine { get; init; }

    /// <summary>Illegal income to be confiscated.</summary>
    [Field("没收违法所得", Kind = FieldKind.Money, Optional = true, Help = "没有的不填。")]
    public Money? Gain { get; init; }

    /// <summary>Value of the goods to be confiscated.</summary>
    [Field("没收非法财物的价值", Kind = FieldKind.Money, Optional = true, Help = "先登记涉案财物，价值按清单汇总，用于判断听证范围；与清单合计不一致的不能提出。")]
    public Money? Goods { get; init; }

    /// <summary>Other kinds.</summary>
    [Field("其他处罚种类", Kind = FieldKind.Choices, Optional = true, Help = "只列出适用条款规定的种类；应当并处的已经选中。")]
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Fines on responsible persons, one a line.</summary>
    [Field("对责任人员的罚款", Kind = FieldKind.LongText, Optional = true, Help = "每行一人：姓名，职务，金额（元）。")]
    public string? Persons { get; init; }

    /// <summary>Ground of mitigation.</summary>
    [Field("减轻处罚的情节", Kind = FieldKind.Choice, Optional = true, Group = OfReasons, Folded = true, Help = "罚款低于法定下限的必填。")]
    public string? MitigationGround { get; init; }

    /// <summary>Reason of mitigation.</summary>
    [Field("减轻处罚的理由", Kind = FieldKind.LongText, Optional = true)]
    public string? Mitigation { get; init; }

    /// <summary>Category of deviation.</summary>
    [Field("偏离裁量基准的情形", Optional = true, Help = "罚款在法定幅度以内、区间以外的必填；由主要负责人决定或者集体讨论。")]
    public DeviationCategory? Category { get; init; }

    /// <summary>Reason of deviation.</summary>
    [Field("偏离裁量基准的理由", Kind = FieldKind.LongText, Optional = true)]
    public string? Deviation { get; init; }

    /// <summary>Answer of the issuer.</summary>
    [Field("请示制定机关的情况", Kind = FieldKind.LongText, Optional = true, Help = "偏离上级裁量基准的必填：请示日期、文号和答复。")]
    public string? IssuerAnswer { get; init; }

    /// <summary>Proportionality.</summary>
    [Field("过罚相当的论证", Kind = FieldKind.LongText, Optional = true, Help = "触发小过重罚预警的必填；还须集体讨论。")]
    public string? Proportionality { get; init; }

    /// <summary>Why not exempt.</summary>
    [Field("不适用免罚的理由", Kind = FieldKind.LongText, Optional = true, Help = "可以不予处罚而仍拟处罚的必填。")]
    public string? WhyNotExempt { get; init; }

    /// <summary>Why nothing is confiscated.</summary>
    [Field("没有没收的原因", Kind = FieldKind.LongText, Optional = true, Help = "法律规定应当没收而没有可没收之物的必填。")]
    public string? WhyNotConfiscated { get; init; }

    /// <summary>The penalty, from the fields.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Sanction Sanction => new(Fine ?? Money.Zero, Gain ?? Money.Zero, Kinds) { ConfiscatedGoods = Goods ?? Money.Zero, Personal = PersonsIn(Persons, out _) };

    /// <summary>The reasons, from the fields.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public PenaltyReasons Reasons => new()
    {
        NamesAGround = !string.IsNullOrEmpty(MitigationGround),
        Mitigation = Mitigation ?? "",
        NamesACategory = Category is not null,
        Deviation = Deviation ?? "",
        IssuerAnswer = IssuerAnswer ?? "",
        Proportionality = Proportionality ?? "",
        WhyNotExempt = WhyNotExempt ?? "",
        WhyNotConfiscated = WhyNotConfiscated ?? "",
    };

    /// <summary>The assessment on the day, frozen.</summary>
    public AssessmentKept? Assessment { get; init; }

    /// <summary>The statute, the range and the level on the day, frozen; null where none applies.</summary>
    public KeptBand? Band { get; init; }

    /// <summary>What the assessment says of the proposal: codes of <see cref="PenaltyMarks"/>, frozen.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => field == nameof(MitigationGround) ? Penalties.MitigatingIn(file, context) : Penalties.KindsIn(file, context);

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
        => PenaltyRecall.Of(file, KeptBand.Of(Penalties.Assess(this, file, context)?.Result));

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        _ = PersonsIn(Persons, out var fault);
        if (fault is not null)
        {
            yield return new("persons", fault);
        }

        if (Goods > Money.Zero && !Kinds.Any(PenaltyKinds.IsOfGoods))
        {
            yield return new("kinds", "填写了没收财物的价值，请在“其他处罚种类”中选中没收的种类。");
        }

        var mitigating = MitigationGround is { Length: > 0 } ground && !Penalties.MitigatingIn(file, context).Any(m => m.Value == ground);
        if (mitigating)
        {
            yield return new("mitigationGround", "所选情节没有认定，请先在“认定事实”中认定并附上证据。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => [.. Exemptions.CheckFacts(file, context), .. Penalties.Of(this, file, context) is { } held ? PenaltyRules.Check(held) : [], .. CaseChecks.Check(this, file, context), .. GoodsAreListed(file) is { } unlisted ? [unlisted] : Array.Empty<Refusal>()];

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [Law.Procedure.EvidenceRules.FindingRestsOnEvidence, Law.Procedure.EvidenceRules.FindingsAgree, .. PenaltyRules.OfProposals, .. CaseChecks.RestsOn(), GoodsRules.ConfiscatedGoodsAreListed];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        var assessment = Penalties.Assess(this, file, context);
        var held = Penalties.Of(this, file, context);
        return this with { Assessment = assessment?.Kept(context.Law), Band = KeptBand.Of(assessment?.Result), Marks = held is null ? [] : PenaltyMarks.Of(held, assessment!.Result) };
    }

    /// <summary>The fields of another act that names a penalty.</summary>
    /// <param name="other">The other.</param>
    protected SanctionAct Copied(SanctionAct other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Fine = other.Fine,
            Gain = other.Gain,
            Goods = other.Goods,
            Kinds = other.Kinds,
            Persons = other.Persons,
            MitigationGround = other.MitigationGround,
            Mitigation = other.Mitigation,
            Category = other.Category,
            Deviation = other.Deviation,
            IssuerAnswer = other.IssuerAnswer,
            Proportionality = other.Proportionality,
            WhyNotExempt = other.WhyNotExempt,
            WhyNotConfiscated = other.WhyNotConfiscated,
        };
    }

    /// <summary>What is confiscated stands on the list of goods of the case, with its value.</summary>
    private Refusal? GoodsAreListed(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var goods = file.Part<CaseFile>().Goods.Where(g => g.Counts).ToArray();
        return Kinds.Any(PenaltyKinds.IsOfGoods) ? GoodsRules.ConfiscatedGoodsAreListed.Check(new(goods.Length, Money.Sum(goods.Select(g => g.Value)), Goods ?? Money.Zero)) : null;
    }

    private static List<PersonalFine> PersonsIn(string? text, out string? fault)
    {
        fault = null;
        var persons = new List<PersonalFine>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split([',', '，'], StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } post, var sum] && Money.TryParse(sum.TrimEnd('元').TrimEnd(), out var fine, out _))
            {
                persons.Add(new(name, post, fine));
            }
            else
            {
                fault = $"“{line}”应写作“姓名，职务，金额”，每行一人。";
            }
        }

        return persons;
    }
}
