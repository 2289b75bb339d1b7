using System.Text.Json.Serialization;
using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Cases.Steps.Decision;

/// <summary>Decide a penalty (行政处罚决定, forms 43 and 45): never heavier than the notice, inside the limit or with its breach recorded.</summary>
[Act("cases.decide-penalty", "行政处罚决定", ActKind.DecidePenalty, Basis = "PR 60(1)#1", Help = "负责人审查后决定。处罚不得重于告知书；陈述申辩成立的应当采纳；偏离裁量基准的由主要负责人决定或者集体讨论决定。", Irreversible = "决定作出后编号生效，不能修改；变更、撤销依照复议、诉讼或者自行纠正的程序。")]
public sealed record DecidePenalty : SanctionAct
{
    /// <summary>The opinion of the head.</summary>
    [Field("审批意见", Kind = FieldKind.LongText, Order = 1, Group = "审批意见")]
    public string Opinion { get; init; } = "";

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>Id of the matter, frozen.</summary>
    public string Matter { get; init; } = "";

    /// <summary>The penalty in words, frozen.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether the newer law was applied because it is lighter, frozen.</summary>
    public bool ByLaterLaw { get; init; }

    /// <summary>Days to the first visit, as they were set that day.</summary>
    public int VisitAfterDays { get; init; }

    /// <inheritdoc/>
    public override string? Series => "F45";

    /// <inheritdoc/>
    public override string Says => $"决定行政处罚：{Words}（{DocumentNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<CaseFile>().Course.Notice is not null;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var course = file.Part<CaseFile>().Course;
        SanctionAct? start = course.Concluded?.Conclusion is { Exempts: not true } concluded ? concluded : course.Proposal;
        return start is null ? this : ((DecidePenalty)Copied(start)) with { Opinion = "同意，依法作出行政处罚决定。" };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        var held = Penalties.Of(this, file, context);
        var follows = c.Course.Concluded?.Conclusion is not { } concluded || (concluded.Exempts != true && PenaltyKinds.AreTheSame(Sanction, concluded.Sanction));
        var decided = held is null ? null : new PenaltyAtDecision(held, context.Me.Holds(PersonRoles.Principal), file.Procedure.Discussed, follows, c.Corrections.Count > 0 || CorrectedIn(file, context));
        return
        [
            .. base.Check(file, context),
            .. Penalties.HigherLevelFor(this, file, context),
            .. decided is null ? [] : PenaltyRules.OfDecisions.Select(r => r.Check(decided)).OfType<Refusal>(),
            .. new[]
            {
                EvidenceFiles.Check(context),
                HeavierThanTold(file, c),
                c.Course.Unanswered.Any() ? ProcedureRules.PenaltyAnswersTheDefence.Refuse("还有陈述申辩意见没有逐条复核回应；请先复核。") : null,
                NoPenaltyRules.DecisionIsNotOnOwnReport.Check(c.ReportedBy != context.Me.PersonId),
                NoPenaltyRules.DecisionKeepsTheHandlingPeriod.Check(CaseClocks.StepUnder(CaseClocks.Handling(file), file, context.Today)),
            }.OfType<Refusal>(),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. base.RestsOn(), .. PenaltyRules.OfDecisions, EvidenceRules.FilesAreWhatTheyWere, NoPenaltyRules.DecisionIsNotOnOwnReport, NoPenaltyRules.DecisionKeepsTheHandlingPeriod];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step with { Penalty = Penalties.GravityOf(Sanction, file), HearingTriggered = Penalties.HearingOf(Sanction, file, context).Count > 0 };
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool Locks => Sanction.Fine > Money.Zero || Sanction.Personal.Count > 0;

    /// <inheritdoc/>
    public override Task LockAsync(HengDb db, CancellationToken stop) => SameActs.LockAsync(db, stop);

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "处罚", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return ((DecidePenalty)base.Frozen(file, context)) with
        {
            Matter = file.Part<Affair>().Matter ?? "",
            Words = Penalties.Say(Sanction, file),
            ByLaterLaw = Penalties.Assess(this, file, context)?.Result.Choice?.NewerApplies == true,
            VisitAfterDays = DossierSettings.Number(context.Settings, DossierSettings.VisitAfterDays),
        };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with
        {
            Penalty = new(DocumentNumber, done.On, Sanction, Band?.LevelOf(Fine?.Yuan ?? 0)) { Matter = Matter, ByLaterLaw = ByLaterLaw },
            PenaltyDecision = this,
            DecidedOn = done.On,
            Ending = new(CaseEndingKind.Penalty, done.On, $"行政处罚：{Words}", ViolationFound: true, VisitAfterDays: VisitAfterDays),
        };
    }

    /// <summary>What the sums alone do not show: another kind, or a person fined more.</summary>
    private Refusal? HeavierThanTold(DossierFile file, CaseFile c)
        => c.Course.Notice is { } told && Sanction.IsHeavierThan(told.Sanction) && !Penalties.GravityOf(Sanction, file).IsHeavierThan(Penalties.GravityOf(told.Sanction, file))
            ? ProcedureRules.PenaltyIsNotHeavierThanTheNotice.Refuse("拟作出的处罚增加了告知书没有载明的处罚种类或者对责任人员的罚款；请维持或者减轻，确有新事实的重新告知。")
            : null;

    private static bool CorrectedIn(DossierFile file, ActContext context)
        => CaseAssessment.Of(file, context.Today, context.Bureau?.LawRegion ?? "CN")?.Facts.Any(f => f.Entry.Value == "true" && f.Support.Suitable > 0 && f.Fact.Id is "correctedPromptly" or "correctedWithinOrderPeriod" or "selfCorrectedImmediately") == true;
}
