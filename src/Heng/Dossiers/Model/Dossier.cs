using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Dossier row (一案一档): what lists need of a dossier; the truth is its record.</summary>
public sealed class Dossier : IUnitOwned
{
    private Dossier()
    {
    }

    /// <summary>Opens a dossier.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="number">The number.</param>
    /// <param name="profile">The hash profile of its chain.</param>
    /// <param name="on">The day.</param>
    /// <param name="at">The instant.</param>
    public Dossier(Guid bureauId, Guid id, Guid unitId, string number, string profile, DateOnly on, DateTime at)
    {
        (BureauId, Id, UnitId, Number, Profile, OpenedOn) = (bureauId, id, unitId, number, profile, on);
        SearchKey = KeyAt(at) | (long)System.Security.Cryptography.RandomNumberGenerator.GetInt32(1 << 12);
    }

    /// <summary>The least key of a dossier opened at an instant; keys are in the order of opening.</summary>
    /// <param name="at">The instant.</param>
    public static long KeyAt(DateTime at) => (at.Ticks - epoch.Ticks) / TimeSpan.TicksPerMicrosecond << 12;

    private static readonly DateTime epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>One number for the whole life.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Key in the index of words: the time of opening, in microseconds, and twelve bits of chance.</summary>
    public long SearchKey { get; private set; }

    /// <summary>The text in that index, so that an act that changes nothing of it leaves it alone.</summary>
    public string SearchText { get; internal set; } = "";

    /// <summary>How many acts the record holds; also the version.</summary>
    public int Version { get; private set; }

    /// <summary>Hash profile.</summary>
    public string Profile { get; private set; } = "";

    /// <summary>Hash of the last entry.</summary>
    public string Head { get; private set; } = "";

    /// <summary>What the affair is.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Name of the party.</summary>
    public string Party { get; private set; } = "";

    /// <summary>Credit code of the party.</summary>
    public string? PartyCode { get; private set; }

    /// <summary>Id of the matter.</summary>
    public string? Matter { get; private set; }

    /// <summary>Stage of the main track.</summary>
    public string Stage { get; private set; } = "";

    /// <summary>Code of the outcome.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Names of the officers.</summary>
    public string Handlers { get; private set; } = "";

    /// <summary>The five parts, a letter each.</summary>
    public string Five { get; private set; } = "ooooo";

    /// <summary>Whether the dossier is closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The day it was opened.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>The last act.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>The next last day, or null.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What is due then.</summary>
    public string? DueName { get; private set; }

    /// <summary>Where that limit comes from.</summary>
    public string? DueBasis { get; private set; }

    /// <summary>Day from which that limit is yellow.</summary>
    public DateOnly? YellowOn { get; private set; }

    /// <summary>Day from which it is red.</summary>
    public DateOnly? RedOn { get; private set; }

    internal void Take(int version, string head, DateTime at, DossierSummary summary, DossierClock? clock, int yellow, int red)
    {
        (Version, Head, ChangedAt) = (version, head, at);
        (Title, Party, PartyCode, Matter) = (summary.Title, summary.Party, summary.PartyCode, summary.Matter);
        (Stage, Outcome, Handlers, Five, IsClosed) = (summary.Stage, summary.Outcome, summary.Handlers, summary.FiveCode, summary.IsClosed);
        (DueOn, DueName, DueBasis, YellowOn, RedOn) = (clock?.DueOn, clock?.Name, clock?.Basis, clock?.YellowOn(yellow), clock?.RedOn(red));
    }
}
