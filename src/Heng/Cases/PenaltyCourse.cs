using System.Collections.Immutable;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Notice;
using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Law.Reasoning;

namespace Heng.Cases;

/// <summary>Course of a penalty (处罚程序): what was proposed, approved, told, answered and discussed on the way to the decision.</summary>
public sealed record PenaltyCourse
{
    /// <summary>Nothing yet.</summary>
    public static PenaltyCourse Empty { get; } = new();

    /// <summary>The last proposal.</summary>
    public ProposePenalty? Proposal { get; init; }

    /// <summary>When and by whom it was proposed.</summary>
    public RecordedAct? ProposedBy { get; init; }

    /// <summary>The approval of a head that waits to be served; null once it is served.</summary>
    public ApproveProposal? Approval { get; init; }

    /// <summary>The day of that approval.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The proposal that was approved, as it stood then.</summary>
    public ProposePenalty? Approved { get; init; }

    /// <summary>Notices served, oldest first.</summary>
    public ImmutableList<ServedNotice> Notices { get; init; } = [];

    /// <summary>The notice on which the case stands; null before, and after the case went back.</summary>
    public ServedNotice? Notice { get; init; }

    /// <summary>Points of the defence on the present notice and on earlier ones.</summary>
    public ImmutableList<AnsweredPoint> Points { get; init; } = [];

    /// <summary>The express waiver on the present notice.</summary>
    public RecordWaiver? Waiver { get; init; }

    /// <summary>The hearing on the present notice.</summary>
    public HeldHearing? Hearing { get; init; }

    /// <summary>Discussions, oldest first; what was said in them is never taken away.</summary>
    public ImmutableList<HeldDiscussion> Discussions { get; init; } = [];

    /// <summary>The discussion that is open; null when none is.</summary>
    public HeldDiscussion? OpenDiscussion => Discussions.LastOrDefault() is { Conclusion: null } open ? open : null;

    /// <summary>The last discussion that was concluded on the present notice or proposal.</summary>
    public HeldDiscussion? Concluded { get; init; }

    /// <summary>Points that nobody answered yet.</summary>
    public IEnumerable<AnsweredPoint> Unanswered => Points.Where(p => p.Adopted is null);

    /// <summary>Whether a proposal was made after the present notice.</summary>
    public bool HasNewProposal => ProposedBy is { } proposed && proposed.Number > (Notice?.Act ?? 0);

    /// <summary>The course without what belonged to the present notice: the case goes back to the report or begins again.</summary>
    public PenaltyCourse WithoutNotice() => this with { Approval = null, ApprovedOn = null, Approved = null, Notice = null, Waiver = null, Hearing = null, Concluded = null };

    /// <summary>A discussion changed: its place among the others stays.</summary>
    /// <param name="changed">The discussion as it is now.</param>
    public PenaltyCourse With(HeldDiscussion changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        return this with { Discussions = Discussions.SetItem(Discussions.Count - 1, changed) };
    }
}

/// <summary>Served notice (已送达的告知书).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Sanction">The penalty of which the party was told.</param>
/// <param name="ServedOn">The day on which it counts as served.</param>
/// <param name="LapsesOn">The last day for statement, defence and a hearing request.</param>
/// <param name="OffersHearing">Whether it tells of the right to a hearing.</param>
/// <param name="NewFacts">The new facts on which a new notice rests; empty for the first.</param>
/// <param name="Act">Number of the act of service.</param>
public sealed record ServedNotice(string Number, Sanction Sanction, DateOnly ServedOn, DateOnly LapsesOn, bool OffersHearing, string NewFacts, int Act);

/// <summary>Answered point (申辩意见及复核): one point of the defence and what became of it.</summary>
/// <param name="Number">Its number in the case.</param>
/// <param name="Says">The point, as the party made it.</param>
/// <param name="On">The day on which it was received.</param>
public sealed record AnsweredPoint(int Number, string Says, DateOnly On)
{
    /// <summary>Whether it is adopted; null while nobody answered.</summary>
    public bool? Adopted { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who answered.</summary>
    public string AnsweredBy { get; init; } = "";
}

/// <summary>Held hearing (听证): what the record on paper says.</summary>
/// <param name="RequestedOn">The day of the request.</param>
/// <param name="Chair">The chair.</param>
public sealed record HeldHearing(DateOnly RequestedOn, NamedPerson Chair)
{
    /// <summary>The day on which it was held or ended; null before.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What the report of the chair says.</summary>
    public string Report { get; init; } = "";

    /// <summary>The legal review after it; null before.</summary>
    public bool? ReviewPassed { get; init; }
}

/// <summary>Held discussion (集体讨论): agenda, members, each view, conclusion.</summary>
/// <param name="OpenedOn">The day on which it was opened.</param>
/// <param name="Agenda">What is discussed.</param>
/// <param name="Members">Who attends.</param>
public sealed record HeldDiscussion(DateOnly OpenedOn, string Agenda, IReadOnlyList<NamedPerson> Members)
{
    /// <summary>The views, in the order in which they were given.</summary>
    public ImmutableList<MemberView> Views { get; init; } = [];

    /// <summary>How it was concluded; null while it is open.</summary>
    public ConcludeDiscussion? Conclusion { get; init; }

    /// <summary>The day of the conclusion.</summary>
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>Who attends and has not said his view yet.</summary>
    public IEnumerable<NamedPerson> Silent => Members.Where(m => Views.All(v => v.Person != m.Id));
}

/// <summary>View of a member (参加人员意见).</summary>
/// <param name="Person">The id.</param>
/// <param name="Name">The name then.</param>
/// <param name="On">The day.</param>
/// <param name="Stand">For, against, or otherwise.</param>
/// <param name="Says">In his own words.</param>
public sealed record MemberView(Guid Person, string Name, DateOnly On, DiscussionStand Stand, string Says);
