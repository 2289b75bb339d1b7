using Heng.Dossiers;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.FollowUp.Steps;

/// <summary>Change of a plan (调整方式).</summary>
public enum PlanStep
{
    /// <summary>Set a day, also for a kind that was not planned or was done.</summary>
    [Label("安排或者改期")]
    Schedule,

    /// <summary>Leave it out.</summary>
    [Label("不再安排")]
    LeaveOut,
}

/// <summary>Adjust the follow-up plan (调整回访计划).</summary>
[Act("follow-up.adjust-plan", "调整回访计划", By = PersonRoles.UnitHead, Basis = "OP 7", Help = "回访计划在作出决定时自动生成。需要增加、改期或者不再安排的，由办案机构负责人写明理由。")]
public sealed record AdjustPlan : FollowUpAct
{
    /// <summary>Which of the three.</summary>
    [Field("回访种类", Kind = FieldKind.Choice)]
    public string Kind { get; init; } = "";

    /// <summary>What to do.</summary>
    [Field("调整")]
    public PlanStep? Step { get; init; }

    /// <summary>The new day.</summary>
    [Field("日期", Optional = true, Help = "安排或者改期的填写。")]
    public DateOnly? DueOn { get; init; }

    /// <summary>Why.</summary>
    [Field("理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"调整回访计划：{(Enum.TryParse<VisitKind>(Kind, true, out var kind) ? VisitNames.Of(kind) : "")}{(Step == PlanStep.LeaveOut ? "不再安排" : $"安排在 {DueOn:yyyy-MM-dd} 前")}";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => Enum.GetValues<VisitKind>().Select(k => (k.ToString(), VisitNames.Of(k)));

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Step = PlanStep.Schedule, DueOn = context.Today.AddDays(DossierSettings.Number(context.Settings, DossierSettings.VisitAfterDays)) };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (!Enum.TryParse<VisitKind>(Kind, true, out _))
        {
            yield return new("kind", "请选择回访种类。");
        }

        if (Step == PlanStep.Schedule && DueOn is null)
        {
            yield return new("dueOn", "请填写日期。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { VisitRules.DeferralHasDayAndReason.Check(new(context.Today, Step == PlanStep.LeaveOut ? context.Today.AddDays(1) : DueOn ?? context.Today, !string.IsNullOrWhiteSpace(Reason))) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.DeferralHasDayAndReason];

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Changes = before.Changes.SetItem(Enum.Parse<VisitKind>(Kind, true), Step == PlanStep.LeaveOut ? new(null, Reason, done.Number) : new(DueOn, null, done.Number)) };
    }
}

/// <summary>Defer what is open, so that the case can be archived (暂缓回访).</summary>
[Act("follow-up.defer", "暂缓回访", By = PersonRoles.UnitHead, Basis = "OP 7", Help = "结案、归档不等回访。归档时没有完成的回访任务由办案机构负责人暂缓，继续留在档案中跟踪。")]
public sealed record DeferVisits : FollowUpAct
{
    /// <summary>The new last day.</summary>
    [Field("最迟完成日期")]
    public DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    [Field("理由")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"回访任务暂缓，最迟 {Until:yyyy-MM-dd} 完成";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && FollowUpPlan.Of(file).Any(t => t.IsOpen && t.IsMandatory);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var last = FollowUpPlan.Of(file).Where(t => t.IsOpen).Select(t => t.DueOn).Append(context.Today.AddDays(1)).Max();
        return this with { Until = last, Reason = "案件已经办结，回访期限未到，归档后继续跟踪。" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { VisitRules.DeferralHasDayAndReason.Check(new(context.Today, Until, !string.IsNullOrWhiteSpace(Reason))) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.DeferralHasDayAndReason];

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { DeferredUntil = Until };
    }
}

/// <summary>Assign the visitors (指定回访人员).</summary>
[Act("follow-up.assign-visitor", "指定回访人员", By = PersonRoles.UnitHead, Basis = "ES 12#5", Help = "本案办案人员以外、持有效执法证件的人员。")]
public sealed record AssignVisitor : FollowUpAct
{
    /// <summary>The visitors.</summary>
    [Field("回访人员", Kind = FieldKind.People)]
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>The people, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"指定{string.Join("、", Named.Select(n => n.Name))}回访";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && FollowUpPlan.Of(file).Any(t => t.IsOpen);

    /// <inheritdoc/>
    public override bool Offers(string field, PersonCard person, DossierFile file) => Visitors.May(person, file);

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => Visitors.Check(People, file, context);

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => Visitors.Rules;

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(People, context) };

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Visitors = Named };
    }
}
