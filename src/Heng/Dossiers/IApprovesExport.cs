namespace Heng.Dossiers;

/// <summary>An act by which someone may export the whole file of a dossier (批准导出).</summary>
public interface IApprovesExport
{
    /// <summary>Whether it covers a person on a day.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="person">Who exports.</param>
    /// <param name="today">The day.</param>
    bool Covers(DossierFile file, Guid person, DateOnly today);

    /// <summary>Whether any act of a dossier lets a person export it today.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="person">Who exports.</param>
    /// <param name="today">The day.</param>
    static bool In(DossierFile file, Guid person, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Any(a => a.Act is IApprovesExport approves && approves.Covers(file, person, today));
    }
}
