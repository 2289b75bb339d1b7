using System.Collections.Concurrent;
using System.Reflection;
using Heng.Documents.Model;
using Heng.Dossiers;
using Heng.Platform.Files;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Documents.Engine;

/// <summary>Shelf of templates (模板库): ours, the variants of provinces, and what a bureau put in their place.</summary>
/// <param name="files">Keeps the templates of the bureaus.</param>
public sealed class TemplateShelf(FileStore files)
{
    private const string Prefix = "form/";
    private static readonly Lazy<IReadOnlyDictionary<string, TemplateFile>> ours = new(() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(n => n[Prefix.Length..^".txt".Length], Compile, StringComparer.Ordinal));

    private readonly ConcurrentDictionary<string, TemplateFile> byHash = new(StringComparer.Ordinal);

    /// <summary>The codes of the forms, in order.</summary>
    public static IReadOnlyList<string> Forms { get; } = [.. ours.Value.Keys.Where(k => !k.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Our template of a form for a region: the variant of its province where there is one.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="region">Region of the bureau.</param>
    public static TemplateFile? Ours(string form, string? region)
        => region is { Length: >= 5 } && ours.Value.TryGetValue($"{form}.{region[..5]}", out var variant) ? variant : ours.Value.GetValueOrDefault(form);

    /// <summary>Whether a province has its own variant of a form.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="region">Region of the bureau.</param>
    public static bool HasVariant(string form, string? region) => region is { Length: >= 5 } && ours.Value.ContainsKey($"{form}.{region[..5]}");

    /// <summary>The template of a form in a bureau.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="context">The bureau.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<TemplateFile?> OfAsync(HengDb db, ActContext context, string form, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(context);
        var own = await db.Set<FormTemplate>().Where(t => t.Form == form).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Select(t => t.Sha256).FirstOrDefaultAsync(stop);
        return string.IsNullOrEmpty(own) ? Ours(form, context.Bureau?.LawRegion) : await ReadAsync(own, stop);
    }

    /// <summary>The templates that a bureau put in place of ours, by form.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyDictionary<string, TemplateFile>> OwnAsync(HengDb db, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db.Set<FormTemplate>().OrderBy(t => t.At).ThenBy(t => t.Id).Select(t => new { t.Form, t.Sha256 }).ToListAsync(stop);
        var result = new Dictionary<string, TemplateFile>(StringComparer.Ordinal);
        foreach (var row in rows.GroupBy(r => r.Form).Select(g => g.Last()).Where(r => r.Sha256.Length > 0))
        {
            if (await ReadAsync(row.Sha256, stop) is { } file)
            {
                result[row.Form] = file;
            }
        }

        return result;
    }

    private async Task<TemplateFile?> ReadAsync(string hash, CancellationToken stop)
    {
        if (byHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        return await files.ReadAsync(hash, stop) is { } content && TemplateFile.TryRead(content, out _) is { } read ? byHash.GetOrAdd(hash, read) : null;
    }

    private static TemplateFile Compile(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return TemplateFile.Of(TemplateText.Compile(reader.ReadToEnd()));
    }
}
