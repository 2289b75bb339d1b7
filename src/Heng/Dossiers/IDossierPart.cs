namespace Heng.Dossiers;

/// <summary>Dossier part (档案部分): what one capability knows of a dossier, folded from the record. Immutable and pure.</summary>
/// <typeparam name="T">The part itself.</typeparam>
public interface IDossierPart<T>
    where T : IDossierPart<T>
{
    /// <summary>The part of a dossier in which nothing has happened.</summary>
    static abstract T Empty { get; }

    /// <summary>The part after one more act; acts of others leave it as it is.</summary>
    /// <param name="done">The act.</param>
    T After(RecordedAct done);
}
