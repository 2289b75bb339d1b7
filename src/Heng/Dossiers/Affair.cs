namespace Heng.Dossiers;

/// <summary>An act that tells what the affair is about.</summary>
public interface ITellsTheAffair
{
    /// <summary>The party, when the act enters it.</summary>
    PartyCard? Party { get; }

    /// <summary>The affair in one line, when the act says it.</summary>
    string? About { get; }

    /// <summary>The matter, when the act names it.</summary>
    string? Matter { get; }
}

/// <summary>Affair (事由): who and what a dossier is about, entered once.</summary>
/// <param name="Party">The party.</param>
/// <param name="About">The affair in one line.</param>
/// <param name="Matter">Id of the matter.</param>
public sealed record Affair(PartyCard? Party, string About, string? Matter) : IDossierPart<Affair>
{
    /// <inheritdoc/>
    public static Affair Empty { get; } = new(null, "", null);

    /// <inheritdoc/>
    public Affair After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act is ITellsTheAffair tells
            ? new(tells.Party ?? Party, string.IsNullOrWhiteSpace(tells.About) ? About : tells.About, string.IsNullOrEmpty(tells.Matter) ? Matter : tells.Matter)
            : this;
    }
}
