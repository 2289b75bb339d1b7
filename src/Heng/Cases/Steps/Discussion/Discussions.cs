using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Discussion;

/// <summary>How a member stands to what is proposed (参加人员的态度).</summary>
public enum DiscussionStand
{
    /// <summary>For it.</summary>
    [Label("同意")]
    Agrees,

    /// <summary>For it with changes.</summary>
    [Label("部分同意，建议调整")]
    Changes,

    /// <summary>Against it.</summary>
    [Label("不同意")]
    Dissents,
}

/// <summary>Open a collective discussion (召集集体讨论): agenda and members.</summary>
[Act("cases.open-discussion", "召集集体讨论", By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 60(2)", Help = "由负责人召集，列明议题和参加人员；参加人员各自登录发表意见，意见不能修改、删除。")]
public sealed record OpenDiscussion : CaseAct
{
    /// <summary>What is discussed.</summary>
    [Field("议题", Kind = FieldKind.LongText)]
    public string Agenda { get; init; } = "";

    /// <summary>Who attends.</summary>
    [Field("参加人员", Kind = FieldKind.People, Roles = PersonRoles.Head | PersonRoles.Principal)]
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>The members, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context) => PenaltyRecall.Of(file);

    /// <inheritdoc/>
    public override string Says => $"召集集体讨论（{string.Join("、", Named.Select(m => m.Name))}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S70" && file.Part<CaseFile>().Course.OpenDiscussion is null;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        var agenda = c.Report?.Disposal == Review.ProposedDisposal.NoPenalty ? $"{file.Part<Affair>().About}拟不予行政处罚" : c.Course.Proposal is { } proposed ? $"对{file.Part<Affair>().Party?.Name}拟{proposed.Words}" : "";
        return this with { Agenda = agenda, Members = [.. Heads(context).Where(p => !Bars(p, c)).Select(p => p.Id)] };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        var may = Heads(context).Where(p => !Bars(p, c)).Select(p => p.Id).ToHashSet();
        string[] others = [.. Members.Where(m => !may.Contains(m)).Select(m => context.People.GetValueOrDefault(m)?.Name ?? "（已离岗人员）")];
        return new[] { DiscussionRules.MembersAreHeads.Check(others) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [DiscussionRules.MembersAreHeads];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(Members, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Course = before.Course with { Discussions = before.Course.Discussions.Add(new(done.On, Agenda, Named)) } };
    }

    /// <summary>The heads of the bureau.</summary>
    internal static IEnumerable<PersonCard> Heads(ActContext context) => context.People.Values.Where(p => (p.Roles & (PersonRoles.Head | PersonRoles.Principal)) != 0);

    private static bool Bars(PersonCard person, CaseFile c) => c.IsHandledBy(person.Id) || c.Interests.GetValueOrDefault(person.Id);
}

/// <summary>Give one's own view (发表讨论意见): it stays in the record for ever, dissent too.</summary>
[Act("cases.give-view", "发表集体讨论意见", By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 60(2)", Help = "参加人员本人登录发表意见；不同意见如实记录，不能修改、删除。", Irreversible = "意见发表后不能修改、不能删除。")]
public sealed record GiveView : CaseAct
{
    /// <summary>How one stands.</summary>
    [Field("态度")]
    public DiscussionStand? Stand { get; init; }

    /// <summary>In one's own words.</summary>
    [Field("意见和理由", Kind = FieldKind.LongText)]
    public string View { get; init; } = "";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context) => PenaltyRecall.Of(file);

    /// <inheritdoc/>
    public override string Says => $"发表集体讨论意见：{(Stand is { } s ? ActTypes.LabelOf(s) : "")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S70" && file.Part<CaseFile>().Course.OpenDiscussion is not null;
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var may = file.Part<CaseFile>().Course.OpenDiscussion?.Silent.Any(m => m.Id == context.Me.PersonId) == true;
        return new[] { DiscussionRules.ViewIsOfAMember.Check(may) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [DiscussionRules.ViewIsOfAMember];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before.Course.OpenDiscussion is { } open
            ? before with { Course = before.Course.With(open with { Views = open.Views.Add(new(done.PersonId, done.PersonName, done.On, Stand!.Value, View)) }) }
            : before;
    }
}

/// <summary>Conclude the discussion (集体讨论结论, form 42): what the heads decided together.</summary>
[Act("cases.conclude-discussion", "集体讨论结论", ActKind.ProceedToDecision, Basis = "PR 60(2)", Help = "由主要负责人归纳讨论意见，形成结论。参加人员都发表意见后才能作出；未到会的登记缺席。")]
public sealed record ConcludeDiscussion : SanctionAct
{
    /// <summary>What was concluded.</summary>
    [Field("讨论结论", Kind = FieldKind.LongText, Order = -1, Group = "讨论结论")]
    public string Conclusion { get; init; } = "";

    /// <summary>Whether no penalty is imposed.</summary>
    [Field("不予处罚", Order = -1, Help = "结论是不予处罚的选“是”，罚款填 0，不选处罚种类。")]
    public bool? Exempts { get; init; }

    /// <summary>Who did not come.</summary>
    [Field("未到会的参加人员", Kind = FieldKind.Choices, Optional = true, Order = -1)]
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => Exempts == true ? "集体讨论决定不予处罚" : "集体讨论形成结论";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return base.IsOffered(file) && file.Procedure.Main == "S70" && file.Part<CaseFile>().Course.OpenDiscussion is not null;
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return field == nameof(Absent) ? file.Part<CaseFile>().Course.OpenDiscussion?.Silent.Select(m => (m.Id.ToString(), m.Name)) ?? [] : base.ChoicesOf(field, file, context);
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        var exempts = c.Report?.Disposal == Review.ProposedDisposal.NoPenalty;
        var start = !exempts && c.Course.Proposal is { } proposed ? (ConcludeDiscussion)Copied(proposed) : this with { Fine = Law.Codes.Money.Zero };
        return start with { Exempts = exempts };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (file.Procedure.Main != "S70" || file.Part<CaseFile>().Course.OpenDiscussion is not { } open)
        {
            return [ProcedureRules.ActFitsTheStage.Refuse("还没有召集集体讨论；请先由负责人召集。")];
        }

        var sitting = new Sitting(OpenDiscussion.Heads(context).Count(), open.Views.Count, DossierSettings.Number(context.Settings, DossierSettings.DiscussionQuorum));
        return
        [
            .. new[]
            {
                DiscussionRules.EveryoneSaysHisView.Check([.. open.Silent.Where(m => !Absent.Contains(m.Id.ToString())).Select(m => m.Name)]),
                DiscussionRules.QuorumIsPresent.Check(sitting),
            }.OfType<Refusal>(),
            .. Exempts == true ? [] : base.Check(file, context),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [DiscussionRules.EveryoneSaysHisView, DiscussionRules.QuorumIsPresent, .. Exempts == true ? [] : base.RestsOn()];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(file);
        // The sitting acts, not the person who writes down what it concluded.
        return step with { By = step.By with { Roles = step.By.Roles | ((step.By.Roles & ProcedureRole.Principal) != 0 ? ProcedureRole.Collective : ProcedureRole.None) }, DefenceAnswered = !file.Part<CaseFile>().Course.Unanswered.Any() };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        if (before.Course.OpenDiscussion is not { } open)
        {
            return before;
        }

        var concluded = open with { Conclusion = this, ConcludedOn = done.On };
        return before with { Course = before.Course.With(concluded) with { Concluded = concluded } };
    }
}
