using System.Text.Json.Serialization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Time;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.FollowUp.Steps;

/// <summary>Ground of a re-examination (重新审查事由).</summary>
public enum ReExaminationGround
{
    /// <summary>A duty was not met.</summary>
    [Label("免罚后义务没有履行")]
    DutyUnmet,

    /// <summary>The exemption was won by false material.</summary>
    [Label("以虚假材料取得免罚")]
    FalseMaterial,

    /// <summary>A new fact.</summary>
    [Label("发现新的事实")]
    NewFact,
}

/// <summary>Re-examine an exemption (依法重新审查): a new source in the same dossier with its own clock and notice; the old decision stays as it is.</summary>
[Act("follow-up.re-examine", "依法重新审查", ActKind.RegisterSource, By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "APL 75(2)", Help = "义务没有履行、材料虚假或者有新的事实的，在原档案中重新登记案源，重新核查；原决定保留不改。通知当事人，再次告知陈述、申辩的权利。", Irreversible = "原决定不修改；本档案从案源登记重新开始，期限重新计算。")]
public sealed record ReExamine : DossierAct, IStartsVerification
{
    /// <summary>The ground.</summary>
    [Field("事由")]
    public ReExaminationGround? Ground { get; init; }

    /// <summary>What is false, new or not done.</summary>
    [Field("新的情况", Kind = FieldKind.LongText, Optional = true, Help = "写明哪份材料虚假、什么新事实；义务没有履行的可以不写。")]
    public string? What { get; init; }

    /// <summary>The proof.</summary>
    [Field("证明材料", Kind = FieldKind.Files, Optional = true, Help = "必须上传。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The day of the notice.</summary>
    [Field("通知当事人的日期", Group = "通知")]
    public DateOnly NoticeOn { get; init; }

    /// <summary>Whether the right to be heard was told again.</summary>
    [Field("已再次告知陈述、申辩的权利")]
    public bool? RightsTold { get; init; }

    /// <inheritdoc/>
    public DateOnly FoundOn { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>Number of the notice.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>What is taken up again, frozen.</summary>
    public string Content { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public string SourceName => "依法重新审查";

    /// <inheritdoc/>
    [JsonIgnore]
    public string HowFound => "本局在依法重新审查中发现";

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool BeginsAnew => true;

    /// <inheritdoc/>
    public override string? Series => "re-examination";

    /// <inheritdoc/>
    public override string Says => $"依法重新审查：{(Ground is { } g ? ActTypes.LabelOf(g) : "")}（{DocumentNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { Ending.IsExemption: true, IsOver: true };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { NoticeOn = context.Today, Ground = FollowUpPlan.OwedIn(file).Count > 0 ? ReExaminationGround.DutyUnmet : null };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NoticeOn > context.Today)
        {
            yield return new("noticeOn", "通知日期晚于今天。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        var hasGround = Ground == ReExaminationGround.DutyUnmet ? IsUnmet(file, context.Today) : !string.IsNullOrWhiteSpace(What);
        var subject = new ReExamination(hasGround, Files.Count > 0, c.Ending is { IsExemption: true });
        return new[]
        {
            DutyRules.OnlyExemptionsAreReExamined.Check(subject),
            DutyRules.ReExaminationHasGround.Check(subject),
            c is { Ending.IsExemption: true, IsOver: false } ? ClosingRules.DossierFollowsTheCase.Refuse("案件还没有归档；新的情况请在本案中处理，归档后才能重新审查。") : null,
            RightsTold == true ? null : DutyRules.PartyIsHeardAgain.Refuse("通知没有再次告知当事人陈述、申辩的权利；请告知后再登记。"),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [DutyRules.OnlyExemptionsAreReExamined, DutyRules.ReExaminationHasGround];

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "重审", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { FoundOn = context.Today, Stored = NamedFile.Of(Files, context), Content = $"{ActTypes.LabelOf(Ground!)}：{(string.IsNullOrWhiteSpace(What) ? string.Join("、", FollowUpPlan.OwedIn(file)) : What)}" };
    }

    private static bool IsUnmet(DossierFile file, DateOnly today)
        => file.Part<CaseFile>().Corrections.Any(c => c.Corrected == false || (c.CheckedOn is null && c.DueOn < today))
            || file.Part<FollowUpFile>().Duties.Any(d => d.Met == false || (d.Met is null && d.DueOn < today));
}

/// <summary>How the party was heard (听取意见结果).</summary>
public enum HearingResult
{
    /// <summary>Stated or defended.</summary>
    [Label("当事人陈述、申辩")]
    Stated,

    /// <summary>Waived expressly.</summary>
    [Label("当事人明确放弃")]
    Waived,

    /// <summary>Let the period pass.</summary>
    [Label("逾期没有陈述、申辩")]
    Lapsed,
}

/// <summary>Record how the party was heard again (登记陈述申辩).</summary>
[Act("follow-up.record-statement", "登记陈述、申辩", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "APL 45(1)", Help = "充分听取当事人意见，对提出的事实、理由和证据逐项复核。")]
public sealed record RecordStatement : FollowUpAct
{
    /// <summary>The result.</summary>
    [Field("结果")]
    public HearingResult? Result { get; init; }

    /// <summary>What was stated.</summary>
    [Field("陈述、申辩内容", Kind = FieldKind.LongText, Optional = true)]
    public string? Statement { get; init; }

    /// <summary>The re-check.</summary>
    [Field("复核意见", Kind = FieldKind.LongText, Optional = true, Help = "当事人陈述、申辩的必填。")]
    public string? Answer { get; init; }

    /// <summary>The papers.</summary>
    [Field("材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"重新审查：{(Result is { } r ? ActTypes.LabelOf(r) : "")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<FollowUpFile>() is { ReExamination: not null, Heard: null };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Result = HearingResult.Stated };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Result == HearingResult.Stated && string.IsNullOrWhiteSpace(Statement))
        {
            yield return new("statement", "请填写当事人陈述、申辩的内容。");
        }

        if (Result == HearingResult.Stated && string.IsNullOrWhiteSpace(Answer))
        {
            yield return new("answer", "请填写复核意见。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Result == HearingResult.Lapsed && ClockOf(file) is { } clock && context.Today <= clock.DueOn
            ? [DutyRules.PartyIsHeardAgain.Refuse($"陈述、申辩期限至 {clock.DueOn:yyyy-MM-dd}，尚未届满；请等待届满或者登记当事人明确放弃。")] : [];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [DutyRules.PartyIsHeardAgain];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Heard = ActTypes.LabelOf(Result!) };
    }

    /// <summary>The five working days of the notice (limit L40); null when no party waits to be heard.</summary>
    /// <param name="file">The dossier.</param>
    internal static DossierClock? ClockOf(DossierFile file)
        => file.Part<FollowUpFile>() is { ReExamination: { } again, Heard: null } && file.Law.Deadlines.Count("L40", again.NoticeOn, [], []) is Outcome<Deadline>.Allowed(var deadline, _)
            ? new("听取当事人陈述、申辩", again.NoticeOn, deadline.Due.Day, string.Join("、", deadline.Limit!.Basis.Take(2).Select(file.Law.Instruments.InChinese)), deadline) : null;
}
