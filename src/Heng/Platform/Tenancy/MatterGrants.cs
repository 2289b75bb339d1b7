namespace Heng.Platform.Tenancy;

/// <summary>List of powers (权责清单) of a bureau: says whether a unit holds a matter on a day.</summary>
/// <param name="Bureau">The bureau; null for none.</param>
/// <param name="Units">Its units.</param>
/// <param name="All">The grants.</param>
public sealed record MatterGrants(Bureau? Bureau, IReadOnlyList<Unit> Units, IReadOnlyList<MatterGrant> All)
{
    /// <summary>The unit holds the matter.</summary>
    public const string Held = "held";

    /// <summary>It held it, or will hold it, on another day.</summary>
    public const string Expired = "expired";

    /// <summary>It is a delegated body and the deed was not published.</summary>
    public const string Unpublished = "unpublished";

    /// <summary>No grant names it for this unit.</summary>
    public const string Missing = "missing";

    /// <summary>No bureau, no grants.</summary>
    public static MatterGrants None { get; } = new(null, [], []);

    /// <summary>Whether a bureau without any entry is refused everything; otherwise it is refused nothing until it enters its list.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a unit holds a matter: <see cref="Held"/>, <see cref="Expired"/>, <see cref="Unpublished"/> or <see cref="Missing"/>.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="matter">Id of the matter.</param>
    /// <param name="field">Id of its field.</param>
    /// <param name="day">The day of the act.</param>
    public string StateOf(Guid unitId, string matter, string field, DateOnly day)
    {
        if (All.Count == 0 && !IsRequired)
        {
            return Held;
        }

        var delegated = Units.FirstOrDefault(u => u.Id == unitId)?.IsDelegated == true;
        // A delegated body has only what its own deed gives it; a division or a station also what the whole bureau has.
        var named = All.Where(g => (g.UnitId == unitId || (g.UnitId is null && !delegated)) && g.Level == Bureau?.Level && g.Names(matter, field) && (!delegated || g.Deed.Length > 0)).ToArray();
        var present = named.Where(g => g.From <= day && (g.Until is not { } until || day <= until)).ToArray();
        return present.Any(g => !delegated || g.DeedPublished.Length > 0) ? Held
            : present.Length > 0 ? Unpublished
            : named.Length > 0 ? Expired : Missing;
    }
}
