using Heng.Law;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Tenancy;

namespace Heng.Dossiers;

/// <summary>A person as an act sees him: what matters in law on the day.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Roles">The roles held that day.</param>
/// <param name="Certificate">Number of the certificate valid that day; null for none.</param>
/// <param name="HasLegalQualification">Whether the person may review decisions as a newcomer (行政处罚法第五十八条第二款).</param>
public sealed record PersonCard(Guid Id, string Name, Guid UnitId, PersonRoles Roles, string? Certificate, bool HasLegalQualification)
{
    /// <summary>The name with what a list of people shows beside it.</summary>
    public string Label => $"{Name}（{RoleNames.NamesOf(Roles)}{(Certificate is null ? "，无有效执法证件" : "")}）";
}

/// <summary>Act context (办理环境): who acts, when, under which law, and what was looked up for the act.</summary>
public sealed record ActContext
{
    /// <summary>The law in force.</summary>
    public required LawSet Law { get; init; }

    /// <summary>Who acts.</summary>
    public required CurrentPerson Me { get; init; }

    /// <summary>Beijing day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The bureau.</summary>
    public Bureau? Bureau { get; init; }

    /// <summary>The unit of the person.</summary>
    public Unit? Unit { get; init; }

    /// <summary>The names of the units of the bureau.</summary>
    public IReadOnlyDictionary<Guid, string> UnitNames { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The people of the bureau that are in a post.</summary>
    public IReadOnlyDictionary<Guid, PersonCard> People { get; init; } = new Dictionary<Guid, PersonCard>();

    /// <summary>The files that the act names.</summary>
    public IReadOnlyDictionary<Guid, StoredFile> Files { get; init; } = new Dictionary<Guid, StoredFile>();

    /// <summary>What <see cref="DossierAct.LookUpAsync"/> found.</summary>
    public object? Found { get; init; }

    /// <summary>What every capability knows of the dossier; null where nothing is checked.</summary>
    public DossierSummary? Summary { get; init; }

    /// <summary>What the capabilities hold against an act of another, by its code.</summary>
    public Func<string, IEnumerable<Refusal>> Holds { get; init; } = _ => [];

    /// <summary>Effective settings of the bureau.</summary>
    public IDossierSettings Settings { get; init; } = DossierSettings.Defaults;

    /// <summary>Whether the person reads someone else's dossier for a reason of duty (履职查阅): he sees it and can do nothing to it.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The acts that a person of another unit is named for (指派); null for whoever reads the dossier as one of his own.</summary>
    public IReadOnlyCollection<string>? Assigned { get; init; }

    /// <summary>Finds the law set under which an earlier act was done, by its hash.</summary>
    public Func<string, LawSet?> LawOf { get; init; } = _ => null;

    /// <summary>The list of powers of the bureau: says whether a unit holds a matter on a day.</summary>
    public MatterGrants Grants { get; init; } = MatterGrants.None;

    /// <summary>The person who acts as an actor of the procedure.</summary>
    public Actor Actor => new(Me.PersonId.ToString("N"), RoleNames.InProcedure(Me.Roles));

    /// <summary>Beijing time of day.</summary>
    public TimeOnly Time => TimeOnly.FromDateTime(Now.AddHours(8));

    /// <summary>Whether an act is the person's at all: a guest does nothing, and whoever is named from another unit only what he is named for.</summary>
    /// <param name="act">Code of the act.</param>
    public bool Admits(string act) => !IsGuest && (Assigned is not { } acts || acts.Contains(AssignedReading.EveryAct) || acts.Contains(act));

    /// <summary>The context in which a recorded act is read again: nobody acts, nothing is looked up.</summary>
    internal static ActContext Replay(LawSet law, DateOnly on, DateTime at) => new() { Law = law, Me = nobody, Today = on, Now = at };

    private static readonly CurrentPerson nobody = new(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, "", PersonRoles.None, false);
}
