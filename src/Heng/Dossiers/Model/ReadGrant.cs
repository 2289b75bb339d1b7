using Heng.Platform.Storage;

namespace Heng.Dossiers.Model;

/// <summary>Read grant (履职查阅): a person of another unit or of a level above may read a dossier for a while, for a reason of duty. It belongs to the bureau that owns the dossier.</summary>
public sealed class ReadGrant : IBureauOwned
{
    private ReadGrant()
    {
    }

    internal ReadGrant(Dossier dossier, Guid id, Guid readerBureauId, Guid readerId, string reader, string duty, string reason, DateTime at, DateTime until)
    {
        (BureauId, Id, DossierId, ReaderBureauId, ReaderId) = (dossier.BureauId, id, dossier.Id, readerBureauId, readerId);
        (Reader, Duty, Reason, At, Until) = (reader, duty, reason, at, until);
    }

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Bureau of the reader.</summary>
    public Guid ReaderBureauId { get; private set; }

    /// <summary>The reader.</summary>
    public Guid ReaderId { get; private set; }

    /// <summary>Bureau, unit and name of the reader then.</summary>
    public string Reader { get; private set; } = "";

    /// <summary>Code of the duty.</summary>
    public string Duty { get; private set; } = "";

    /// <summary>The reason in words.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it was given.</summary>
    public DateTime At { get; private set; }

    /// <summary>When it ends.</summary>
    public DateTime Until { get; private set; }
}
