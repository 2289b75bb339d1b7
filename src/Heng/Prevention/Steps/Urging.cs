using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Prevention.Steps;

/// <summary>Propose an urging letter (起草敦促函): what was not done, and by when to answer.</summary>
[Act("prevention.propose-urging", "起草敦促函", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "OP 3", Help = "提醒后仍没有做到的，写明哪一项没有做到和答复日期，由办案机构负责人审批后发出。")]
public sealed record ProposeUrging : DossierAct
{
    /// <summary>What was not done.</summary>
    [Field("没有做到的事项", Kind = FieldKind.LongText)]
    public string Failure { get; init; } = "";

    /// <summary>The day until which to answer.</summary>
    [Field("答复日期")]
    public DateOnly AnswerBy { get; init; }

    /// <summary>How it goes out.</summary>
    [Field("发送方式")]
    public LetterChannel? Channel { get; init; }

    /// <inheritdoc/>
    public override string Says => "起草敦促函";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.Part<DossierEnd>().IsClosed && file.Procedure.Main is null && file.Part<PreventionFile>() is { Letters.Count: > 0, Proposed: null };
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return this with { AnswerBy = context.Today.AddDays(7), Channel = file.Part<PreventionFile>().Letters[^1].Channel };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var table = context.Law.Reminders;
        var letter = Letter.Urging(Failure, AnswerBy, file.Part<Affair>().Party?.Name ?? "", file.Part<PreventionFile>().Letters[^1].Letter, "", context);
        var text = new LetterText(table.FoundIn(Failure), letter.Characters, table.MostCharacters);
        return ReminderRules.OfText.Select(r => r.Check(text)).Append(ReminderRules.UrgingNamesFailureAndDay.Check(new(!string.IsNullOrWhiteSpace(Failure), context.Today, AnswerBy, false))).OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. ReminderRules.OfText, ReminderRules.UrgingNamesFailureAndDay];
}

/// <summary>Approve or return an urging letter (审批敦促函).</summary>
[Act("prevention.approve-urging", "审批敦促函", By = PersonRoles.UnitHead, Basis = "OP 3")]
public sealed record DecideUrging : DossierAct
{
    /// <summary>Whether it goes out.</summary>
    [Field("同意发出")]
    public bool? Approved { get; init; }

    /// <summary>Why it is returned.</summary>
    [Field("意见", Kind = FieldKind.LongText, Optional = true, Help = "不同意的，写明理由。")]
    public string? Opinion { get; init; }

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The letter, frozen.</summary>
    public Letter? Letter { get; init; }

    /// <inheritdoc/>
    public override string? Series => Approved == true ? "urging" : null;

    /// <inheritdoc/>
    public override string Says => Approved == true ? $"批准并发出敦促函（{DocumentNumber}）" : $"退回敦促函：{Opinion}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<PreventionFile>().Proposed is not null;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Approved = true };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Approved == false && string.IsNullOrWhiteSpace(Opinion))
        {
            yield return new("opinion", "请写明不同意的理由。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var prevention = file.Part<PreventionFile>();
        var urging = new UrgingText(true, context.Today, prevention.Proposed!.AnswerBy, prevention.ProposedBy == context.Me.PersonId);
        return new[] { Approved == true ? ReminderRules.UrgingNamesFailureAndDay.Check(urging) : null, ReminderRules.UrgingIsApprovedBySomeoneElse.Check(urging) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [ReminderRules.UrgingNamesFailureAndDay, ReminderRules.UrgingIsApprovedBySomeoneElse];

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "敦", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        var prevention = file.Part<PreventionFile>();
        return Approved == true ? this with { Letter = Prevention.Letter.Urging(prevention.Proposed!.Failure, prevention.Proposed.AnswerBy, file.Part<Affair>().Party?.Name ?? "", prevention.Letters[^1].Letter, DocumentNumber, context) } : this;
    }
}
