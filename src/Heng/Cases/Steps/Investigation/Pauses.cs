using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Ground of suspension (中止调查情形), 程序规定第四十六条.</summary>
public enum SuspensionGround
{
    /// <summary>A ruling or another decision must come first.</summary>
    [Label("须以人民法院裁判或者其他行政决定为依据，尚未作出")]
    OtherDecision,

    /// <summary>A question of law was put to the authority.</summary>
    [Label("涉及法律适用等问题，需要送请有权机关解释或者确认")]
    Interpretation,

    /// <summary>Force majeure.</summary>
    [Label("因不可抗力致使案件暂时无法调查")]
    ForceMajeure,

    /// <summary>Whereabouts unknown.</summary>
    [Label("当事人下落不明致使案件暂时无法调查")]
    Missing,

    /// <summary>Other.</summary>
    [Label("其他应当中止调查的情形")]
    Other,
}

/// <summary>Suspend the investigation (中止调查, form 08).</summary>
[Act("cases.suspend", "中止调查", ActKind.SuspendInvestigation, Basis = "PR 46", Help = "中止期间不计入办案期限；原因消除后应当立即恢复。")]
public sealed record SuspendInvestigation : CaseAct
{
    /// <summary>The ground.</summary>
    [Field("中止情形")]
    public SuspensionGround? Ground { get; init; }

    /// <summary>Why.</summary>
    [Field("理由")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "中止调查";

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { SuspendedOn = done.On };
    }
}

/// <summary>Resume the investigation (恢复调查).</summary>
[Act("cases.resume", "恢复调查", ActKind.ResumeInvestigation, Basis = "PR 46", Help = "恢复后办案期限继续计算。")]
public sealed record ResumeInvestigation : CaseAct
{
    /// <summary>Why.</summary>
    [Field("中止原因消除的情况")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "恢复调查";

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { SuspendedOn = null, Excluded = before.SuspendedOn is { } from ? before.Excluded.Add((from, done.On, "中止调查")) : before.Excluded };
    }
}

/// <summary>Terminate the investigation (终止调查, form 08).</summary>
[Act("cases.terminate", "终止调查", ActKind.TerminateInvestigation, Basis = "PR 47", Help = "仅限违法嫌疑人死亡或者终止、没有权利义务承受人，致使调查无法继续。", Irreversible = "终止后案件只能结案。")]
public sealed record TerminateInvestigation : CaseAct
{
    /// <summary>Why.</summary>
    [Field("终止理由")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "终止调查";

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { DecidedOn = done.On, Ending = new(CaseEndingKind.Terminated, done.On, Says) };
    }
}

/// <summary>Time that does not count (不计入期限的时间): testing, identification and the like, each with its paper.</summary>
[Act("cases.record-exclusion", "登记不计入期限的时间", By = PersonRoles.Officer, Basis = "PR 64(2)", Help = "检测、检验、检疫、鉴定，权利人辨认鉴别，公告等时间不计入期限；须有材料证明起止。")]
public sealed record RecordExclusion : CaseAct
{
    /// <summary>What.</summary>
    [Field("事项")]
    public ExclusionKind? What { get; init; }

    /// <summary>From.</summary>
    [Field("开始日期")]
    public DateOnly From { get; init; }

    /// <summary>Until.</summary>
    [Field("结束日期")]
    public DateOnly Until { get; init; }

    /// <summary>The paper.</summary>
    [Field("证明材料", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"登记不计入期限的时间 {From:yyyy-MM-dd} 至 {Until:yyyy-MM-dd}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S05" or "S08" or "S20" or "S30" or "S40" or "S75";
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new[] { IntakeRules.VerificationStopsForTestingOnly.Check(file.Procedure.Main is not ("S05" or "S08") || What != ExclusionKind.PublicNotice) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Until < From)
        {
            yield return new("until", "结束日期早于开始日期。");
        }
        else if (Until > context.Today)
        {
            yield return new("until", "结束日期晚于今天；结束后再登记。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Excluded = before.Excluded.Add((From, Until, ActTypes.LabelOf(What!))) };
    }
}

/// <summary>What does not count (不计入期限的事项).</summary>
public enum ExclusionKind
{
    /// <summary>Testing.</summary>
    [Label("检测、检验、检疫、鉴定")]
    Testing,

    /// <summary>Identification by the right holder.</summary>
    [Label("权利人辨认或者鉴别")]
    Identification,

    /// <summary>Public notice.</summary>
    [Label("公告")]
    PublicNotice,
}

/// <summary>Extend the handling period (延长办案期限, form 08; a sitting fixes the further end).</summary>
[Act("cases.extend-handling", "延长办案期限", By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 64(1)", Help = "负责人可以批准延长三十日一次；仍不能决定的，由负责人集体讨论决定继续延期并确定期限，讨论记录一并上传。")]
public sealed record ExtendHandling : CaseAct
{
    /// <summary>Why.</summary>
    [Field("延期理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>The end fixed by the sitting.</summary>
    [Field("集体讨论确定的期限", Optional = true, Help = "第二次延期必填。")]
    public DateOnly? Until { get; init; }

    /// <summary>The record of the sitting.</summary>
    [Field("集体讨论记录", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>Days granted at first, by limit L50, frozen; 0 when the sitting fixed the end.</summary>
    public int Days { get; init; }

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => Until is { } end ? $"继续延长办案期限至 {end:yyyy-MM-dd}" : $"延长办案期限 {Days} 日";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => CaseClocks.Handling(file) is not null;

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var again = file.Part<CaseFile>().Extensions.Count > 0;
        if (again && (Until is null || Files.Count == 0))
        {
            yield return new("until", "已经延长过一次；继续延期须由负责人集体讨论确定期限，并上传讨论记录。");
        }
        else if (!again && Until is not null)
        {
            yield return new("until", "第一次延期的天数由法律规定，不需要填写期限。");
        }
        else if (Until is { } end && CaseClocks.Handling(file) is { } clock && end <= clock.DueOn)
        {
            yield return new("until", $"新的期限应当晚于现在的期限 {clock.DueOn:yyyy-MM-dd}。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { NoPenaltyRules.ExtensionComesBeforeTheEnd.Check(CaseClocks.StepUnder(CaseClocks.Handling(file), file, context.Today)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [NoPenaltyRules.ExtensionComesBeforeTheEnd];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Stored = NamedFile.Of(Files, context), Days = Until is null ? CaseClocks.ExtensionOf(context.Law, "L50") : 0 };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Extensions = before.Extensions.Add(this) };
    }
}
