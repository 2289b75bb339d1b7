namespace Heng.Dossiers;

/// <summary>A person as an act keeps him: name and certificate of that day.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name then.</param>
/// <param name="Certificate">Number of the certificate then; null for none.</param>
public sealed record NamedPerson(Guid Id, string Name, string? Certificate)
{
    /// <summary>The people of ids, as they are now.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="context">The people of the bureau.</param>
    public static IReadOnlyList<NamedPerson> Of(IEnumerable<Guid> ids, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(context);
        return [.. ids.Distinct().Select(id => context.People.TryGetValue(id, out var p) ? new NamedPerson(p.Id, p.Name, p.Certificate) : new NamedPerson(id, "", null))];
    }
}

/// <summary>A file as an act keeps it: name, type, size and hash.</summary>
/// <param name="Id">The id of its row.</param>
/// <param name="Name">The name it was given.</param>
/// <param name="Sha256">Hash of the content.</param>
/// <param name="MediaType">Type found in the content.</param>
/// <param name="Size">Bytes.</param>
public sealed record NamedFile(Guid Id, string Name, string Sha256, string MediaType, long Size)
{
    /// <summary>The files of ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="context">The files that the act names.</param>
    public static IReadOnlyList<NamedFile> Of(IEnumerable<Guid> ids, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentNullException.ThrowIfNull(context);
        return [.. ids.Where(context.Files.ContainsKey).Select(id => context.Files[id]).Select(f => new NamedFile(f.Id, f.Name, f.Sha256, f.MediaType, f.Size))];
    }
}
