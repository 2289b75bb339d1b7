using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Publicity;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Publication.Model;

namespace Heng.Publication.Steps;

/// <summary>Publish the decision (核对并公示): someone else than who entered it checks and releases it.</summary>
[Act("publication.publish", "核对并公示", ActKind.Publish, By = PersonRoles.Publicity, Basis = "DR 9", Help = "核对信息摘要、隐去的内容和公示期。公示后任何人不登录即可查看。", Irreversible = "公示信息向社会公开；有误的办理更正，决定被变更、撤销的办理撤回，不能删除。")]
public sealed record PublishDecision : PublicationAct
{
    /// <summary>Whether it was checked.</summary>
    [Field("信息摘要、隐去的内容和公示类别已经核对")]
    public bool? Checked { get; init; }

    /// <summary>Why it is late.</summary>
    [Field("迟延原因", Kind = FieldKind.LongText, Optional = true, Help = "超过法定期限的必填。")]
    public string? LateBecause { get; init; }

    /// <summary>Id of the publication, frozen.</summary>
    public Guid Publication { get; init; }

    /// <summary>The summary, frozen.</summary>
    public PublicSummary? Summary { get; init; }

    /// <summary>The reasons for the class, frozen.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"公示{Summary?.Number}{(Summary?.ShownUntil is { } until ? $"，公示至 {until:yyyy-MM-dd}" : "，公示至限制期届满")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Part<PublicationFile>() is { Entry: not null, Published: null };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
        => Checked == false ? [new InputFault("checked", "请核对后选择“是”；有误的请由办案人员重新录入。")] : [];

    /// <inheritdoc/>
    public override IEnumerable<Refusal> CheckPerson(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return new[] { PublicityRules.AnotherChecks.Check(new(true, file.Part<PublicationFile>().EnteredBy != context.Me.PersonId)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var draft = DraftIn(context);
        var p = file.Part<PublicationFile>();
        if (PublicationPlan.TermsOf(file, p.Inputs, context.Today) is Outcome<PublicityTerms>.Refused { Refusals: var outside })
        {
            return outside;
        }

        return new[]
        {
            p.Entry is null ? PublicityRules.HandlerEnters.Refuse("还没有录入公示信息；请由办案人员先录入。") : null,
            PublicityRules.PartyIsTold.Check(file.Part<CaseFile>().Penalty?.ServedOn is not null),
            PublicityRules.SecrecyIsChecked.Check(p.Entry?.Secrecy == SecrecyAnswer.Clear),
            draft.Served is null ? PublicityRules.TextIsTheOneServed.Refuse("决定书的文件与录入时不一致或者已经不在；请重新录入公示信息。")
                : PublicityRules.TextIsTheOneServed.Check(new(draft.Served, draft.Frozen!.Text, draft.Frozen.Masks)),
            PublicityRules.NothingPersonalIsLeft.Check(draft.Left),
            PublicityRules.SummaryIsComplete.Check(draft.Summary?.Missing() ?? ["信息摘要"]),
            PublicityRules.PublicationKeepsItsLimit.Check(new(context.Today, PublicationPlan.ClockOf(file)?.DueOn, !string.IsNullOrWhiteSpace(LateBecause))),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn()
        => [PublicityRules.AnotherChecks, PublicityRules.PartyIsTold, PublicityRules.SecrecyIsChecked, PublicityRules.TextIsTheOneServed, PublicityRules.NothingPersonalIsLeft, PublicityRules.SummaryIsComplete, PublicityRules.PublicationKeepsItsLimit];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        // The step is the officers' (T35); in this program the one who keeps publicity takes it, after an officer of the case has entered it.
        return step with { By = step.By with { Roles = step.By.Roles | ProcedureRole.Officer } };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        var draft = DraftIn(context);
        return this with
        {
            Publication = Guid.CreateVersion7(),
            Summary = draft.Summary,
            Reasons = [.. draft.Terms?.Reasons.Select(r => r.Says) ?? []],
        };
    }

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        // What was frozen stands in the record, which has just taken it.
        var (done, act) = file.Last<PublishDecision>()!.Value;
        var text = file.Part<PublicationFile>().Frozen!;
        var row = new PublishedDecision(file.BureauId, act.Publication, file.Id, done.On);
        row.Take(act.Summary!, text.Text, text.TextSha256);
        db.Add(row);
    }
}
