using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Platform.People;

namespace Heng.Cases.Steps.OnPaper;

/// <summary>Something done on paper and recorded here (登记纸质办理): its day, its people, its papers; the procedure moves on.</summary>
public abstract record PaperAct : CaseAct, IFromPaper
{
    /// <summary>The day on the paper.</summary>
    [Field("文书日期")]
    public DateOnly On { get; init; }

    /// <summary>The other side: department, police, court.</summary>
    [Field("对方单位")]
    public string Other { get; init; } = "";

    /// <summary>Remarks.</summary>
    [Field("情况说明", Kind = FieldKind.LongText)]
    public string Note { get; init; } = "";

    /// <summary>The papers.</summary>
    [Field("文书扫描件", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"{ActTypes.Of(this).Chinese}（{Other}，{On:yyyy-MM-dd}）";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today)
        {
            yield return new("on", "文书日期晚于今天。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Papers = before.Papers.Add((done.On, Says)), DecidedOn = EndsTheCase ? done.On : before.DecidedOn, Ending = EndsTheCase ? new(CaseEndingKind.Transferred, done.On, Says) : before.Ending };
    }

    /// <summary>Whether a condition of closing is met by it.</summary>
    protected virtual bool EndsTheCase => false;
}

/// <summary>Transfer the case (移送其他部门, form 04 on paper).</summary>
[Act("cases.transfer", "移送其他部门", ActKind.TransferCase, Basis = "PR 17")]
public sealed record TransferCase : PaperAct
{
    /// <inheritdoc/>
    protected override bool EndsTheCase => true;
}

/// <summary>Refer a suspected crime (移送涉嫌犯罪, forms 05 and 06 on paper).</summary>
[Act("cases.refer-crime", "移送涉嫌犯罪", ActKind.ReferSuspectedCrime, Basis = "CT 5", Help = "由主要负责人批准；移送期间不得以罚代刑。")]
public sealed record ReferSuspectedCrime : PaperAct
{
    /// <inheritdoc/>
    protected override bool EndsTheCase => true;
}

/// <summary>Take the case back from the police (公安退回).</summary>
[Act("cases.take-back", "公安机关退回", ActKind.TakeBackFromPolice, Basis = "CT 10")]
public sealed record TakeBackFromPolice : PaperAct
{
    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => base.Apply(before, done) with { DecidedOn = null, Ending = null };
}

/// <summary>Record an application for reconsideration (登记行政复议).</summary>
[Act("cases.record-reconsideration", "登记行政复议", ActKind.RecordReconsideration, Basis = "ARL 20(1)", Help = "日期填收到复议申请书副本的日期，答复期限从次日起算。结案、归档以后也可以登记。")]
public sealed record RecordReconsideration : PaperAct;

/// <summary>Record a suit (登记行政诉讼).</summary>
[Act("cases.record-suit", "登记行政诉讼", ActKind.RecordSuit, Basis = "ALL 46(1)", Help = "日期填收到起诉状副本的日期，答辩期限从次日起算。结案、归档以后也可以登记。")]
public sealed record RecordSuit : PaperAct;

/// <summary>Record the answer of the bureau (登记复议答复、答辩): it ends the clock of the answer, and moves no stage.</summary>
[Act("cases.record-answer", "登记复议答复、答辩", By = PersonRoles.Officer | PersonRoles.LegalReviewer, Basis = "ARL 48", Help = "收到复议申请书副本十日（工作日）内、收到起诉状副本十五日内，提出书面答复、答辩状并提交证据、依据。")]
public sealed record RecordAnswer : PaperAct
{
    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseClocks.Answer(file) is not null;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ((RecordAnswer)base.Prefilled(file, context)) with { Other = file.Acts.Select(a => a.Act).OfType<PaperAct>().LastOrDefault()?.Other ?? "" };
    }
}

/// <summary>Record that the decision was upheld (登记维持).</summary>
[Act("cases.record-upheld", "登记复议、诉讼维持", ActKind.RecordRemedyUpheld, Basis = "ARL 62(1)")]
public sealed record RecordRemedyUpheld : PaperAct;

/// <summary>Act anew after revocation (撤销后重新处理).</summary>
[Act("cases.act-anew", "撤销后重新处理", ActKind.ActAnew, Basis = "PR 60")]
public sealed record ActAnew : PaperAct
{
    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => base.Apply(before, done) with { DecidedOn = null, Decision = null, Penalty = null, PenaltyDecision = null, PerformedOn = null, EnforcementEndedOn = null, ClosedOn = null, ArchivedOn = null, Ending = null };
}

/// <summary>Order a refund (责令退款, form 34 on paper): price cases, before the penalty.</summary>
[Act("cases.order-refund", "责令退款", ActKind.OrderRefund, Basis = "PR 59", Help = "法律要求退还多收价款的，听取意见以后、处罚决定以前责令退款；退款期间不计入办案期限。")]
public sealed record OrderRefund : PaperAct
{
    /// <summary>The last day for the refund.</summary>
    [Field("退款期限")]
    public DateOnly Until { get; init; }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        var after = base.Apply(before, done);
        return after with { Excluded = after.Excluded.Add((On, Until, "责令退还多收价款")) };
    }
}
