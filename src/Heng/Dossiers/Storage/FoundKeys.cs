using Heng.Dossiers.Model;

namespace Heng.Dossiers.Storage;

/// <summary>Dossiers by the keys that a search for words found, in the order of these keys: the index of words gives them in order, so that no more is read than is shown.</summary>
internal static class FoundKeys
{
    /// <summary>The newest first.</summary>
    public static IQueryable<Dossier> NewestFirst(this IQueryable<long> keys, IQueryable<Dossier> dossiers)
        => from key in keys join d in dossiers on key equals d.SearchKey orderby key descending select d;

    /// <summary>The oldest first.</summary>
    public static IQueryable<Dossier> OldestFirst(this IQueryable<long> keys, IQueryable<Dossier> dossiers)
        => from key in keys join d in dossiers on key equals d.SearchKey orderby key select d;
}
