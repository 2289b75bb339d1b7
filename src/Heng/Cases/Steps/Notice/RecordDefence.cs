using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Notice;

/// <summary>Way in which the party made itself heard (陈述申辩方式).</summary>
public enum DefenceWay
{
    /// <summary>In writing.</summary>
    [Label("书面")]
    Written,

    /// <summary>Orally, recorded.</summary>
    [Label("口头，记入笔录")]
    Oral,
}

/// <summary>Record a statement or defence (陈述申辩, form 38): the points one by one, as the party made them.</summary>
[Act("cases.record-defence", "登记陈述申辩", ActKind.RecordDefence, Basis = "PR 58", Help = "逐条登记当事人的意见，每行一条，按当事人的原意写；之后逐条复核回应。期限以内可以多次登记。")]
public sealed record RecordDefence : CaseAct
{
    /// <summary>The day on which it was received.</summary>
    [Field("收到日期")]
    public DateOnly On { get; init; }

    /// <summary>The way.</summary>
    [Field("陈述申辩方式")]
    public DefenceWay? Way { get; init; }

    /// <summary>The points, one a line.</summary>
    [Field("陈述申辩意见", Kind = FieldKind.LongText, Help = "每行一条意见。")]
    public string Points { get; init; } = "";

    /// <summary>The letter or the record.</summary>
    [Field("书面材料或者笔录", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The points apart.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> EachPoint => Points.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    public override string Says => $"登记陈述申辩 {EachPoint.Count} 条";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today, Way = DefenceWay.Written };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today)
        {
            yield return new("on", "收到日期晚于今天。");
        }
        else if (On < file.Part<CaseFile>().Course.Notice?.ServedOn)
        {
            yield return new("on", "收到日期早于告知书送达日期，请核对。");
        }
    }

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step with { On = On };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        var points = before.Course.Points;
        return before with { Course = before.Course with { Points = points.AddRange(EachPoint.Select((p, i) => new AnsweredPoint(points.Count + i + 1, p, On))) } };
    }
}

/// <summary>Answer one point of the defence (复核一条申辩意见): adopted or not, with the reason.</summary>
[Act("cases.answer-point", "复核陈述申辩意见", By = PersonRoles.Officer, Basis = "PR 58", Help = "逐条复核当事人提出的事实、理由和证据；成立的应当采纳。每一条写明是否采纳和理由，写入决定书。")]
public sealed record AnswerPoint : CaseAct
{
    /// <summary>Number of the point.</summary>
    [Field("申辩意见", Kind = FieldKind.Choice)]
    public string Point { get; init; } = "";

    /// <summary>Whether it is adopted.</summary>
    [Field("是否采纳")]
    public bool? Adopted { get; init; }

    /// <summary>Why.</summary>
    [Field("复核情况和理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"复核申辩意见{Point}：{(Adopted == true ? "采纳" : "不采纳")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S50" or "S55" or "S60" or "S62" && file.Part<CaseFile>().Course.Unanswered.Any();
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => Open(file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Point = Open(file).FirstOrDefault().Value ?? "" };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (!Open(file).Any(p => p.Value == Point))
        {
            yield return new("point", "请选择一条还没有复核的意见。");
        }
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Course = before.Course with { Points = [.. before.Course.Points.Select(p => NameOf(p) == Point ? p with { Adopted = Adopted == true, Reason = Reason, AnsweredBy = done.PersonName } : p)] } };
    }

    private static string NameOf(AnsweredPoint point) => point.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<(string Value, string Label)> Open(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Course.Unanswered.Select(p => (NameOf(p), $"{p.Number}. {p.Says}"));
    }
}

/// <summary>Record an express waiver (当事人明确放弃): silence is none.</summary>
[Act("cases.record-waiver", "登记明确放弃陈述申辩", ActKind.RecordWaiver, Basis = "APL 62", Help = "当事人明确表示放弃陈述、申辩和要求听证的，登记并附上其签字的材料。没有表示的不是放弃，等期限届满。")]
public sealed record RecordWaiver : CaseAct
{
    /// <summary>The day.</summary>
    [Field("表示放弃的日期")]
    public DateOnly On { get; init; }

    /// <summary>What was said.</summary>
    [Field("当事人的表示", Kind = FieldKind.LongText)]
    public string Statement { get; init; } = "";

    /// <summary>The signed paper.</summary>
    [Field("当事人签字的材料", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => "当事人明确放弃其余期限";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today || On < file.Part<CaseFile>().Course.Notice?.ServedOn)
        {
            yield return new("on", "表示放弃的日期应当在告知书送达以后、今天以前。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Course = before.Course with { Waiver = this } };
    }
}
