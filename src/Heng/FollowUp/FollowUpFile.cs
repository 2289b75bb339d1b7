using System.Collections.Immutable;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Law.Visits;

namespace Heng.FollowUp;

/// <summary>Follow-up done (已办回访): one visit, re-look or re-test.</summary>
/// <param name="Kind">Which.</param>
/// <param name="On">The day.</param>
/// <param name="By">Who did it.</param>
/// <param name="Says">What it found, in Chinese.</param>
/// <param name="IsGood">Whether all is well.</param>
/// <param name="IsRelapse">Whether the same violation was found again.</param>
/// <param name="Act">Number of the act.</param>
public sealed record FollowUpDone(VisitKind Kind, DateOnly On, string By, string Says, bool IsGood, bool IsRelapse, int Act);

/// <summary>Change of a plan (调整计划) for one kind of follow-up.</summary>
/// <param name="DueOn">The new last day; null when it is left out.</param>
/// <param name="LeftOutBecause">Why it is left out; null when it is due.</param>
/// <param name="Act">Number of the act; what was done before does not count for a new day.</param>
public sealed record PlanChange(DateOnly? DueOn, string? LeftOutBecause, int Act);

/// <summary>Duty (义务) that stays after an exemption.</summary>
/// <param name="Number">Its number in the dossier, from 1.</param>
/// <param name="Kind">Refund, recall, correction, damage.</param>
/// <param name="What">What is owed.</param>
/// <param name="Since">The day it was set.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="SetBy">Who set it.</param>
/// <param name="Met">What the last check found; null before it.</param>
/// <param name="Result">What the check says.</param>
public sealed record Duty(int Number, DutyKind Kind, string What, DateOnly Since, DateOnly DueOn, Guid SetBy, bool? Met = null, string? Result = null);

/// <summary>Link to another dossier (关联档案).</summary>
/// <param name="Id">The other dossier.</param>
/// <param name="Number">Its number.</param>
/// <param name="IsLater">Whether the other one is the relapse; else it is the earlier one.</param>
public sealed record DossierTie(Guid Id, string Number, bool IsLater);

/// <summary>Follow-up (回访): what was changed in the plan, done, owed and linked, folded from the acts of a dossier.</summary>
public sealed record FollowUpFile : IDossierPart<FollowUpFile>
{
    /// <inheritdoc/>
    public static FollowUpFile Empty { get; } = new();

    /// <summary>Changes of the plan by kind.</summary>
    public ImmutableDictionary<VisitKind, PlanChange> Changes { get; init; } = ImmutableDictionary<VisitKind, PlanChange>.Empty;

    /// <summary>The day until which the head of the unit deferred what was open; null without a deferral.</summary>
    public DateOnly? DeferredUntil { get; init; }

    /// <summary>Who visits.</summary>
    public IReadOnlyList<NamedPerson> Visitors { get; init; } = [];

    /// <summary>What was done since the last decision.</summary>
    public ImmutableList<FollowUpDone> Done { get; init; } = [];

    /// <summary>What was done after decisions that were taken up again.</summary>
    public ImmutableList<FollowUpDone> Earlier { get; init; } = [];

    /// <summary>Duties after the last exemption.</summary>
    public ImmutableList<Duty> Duties { get; init; } = [];

    /// <summary>Help that was asked for.</summary>
    public ImmutableList<string> Help { get; init; } = [];

    /// <summary>Links to other dossiers.</summary>
    public ImmutableList<DossierTie> Ties { get; init; } = [];

    /// <summary>The re-examination under way or done; null without one.</summary>
    public ReExamine? ReExamination { get; init; }

    /// <summary>How the party was heard again; null before it.</summary>
    public string? Heard { get; init; }

    /// <summary>The follow-up that found the same violation again and has no dossier of its own yet; null for none.</summary>
    public FollowUpDone? OpenRelapse => Done.LastOrDefault(d => d.IsRelapse) is { } relapse && RelapseTiedAt < relapse.Act ? relapse : null;

    /// <summary>Number of the act that last linked a relapse.</summary>
    public int RelapseTiedAt { get; init; }

    /// <inheritdoc/>
    public FollowUpFile After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var next = done.Act.BeginsAnew ? Empty with { Earlier = [.. Earlier, .. Done], Ties = Ties, Help = Help } : this;
        return done.Act is FollowUpAct act ? act.Apply(next, done)
            : done.Act is OpenRelapse relapse ? next with { Ties = next.Ties.Add(new(relapse.Earlier, relapse.EarlierNumber, false)) }
            : done.Act is ReExamine again ? next with { ReExamination = again }
            : next;
    }
}
