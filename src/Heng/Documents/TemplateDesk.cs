using Heng.Documents.Engine;
using Heng.Documents.Model;
using Heng.Dossiers;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Documents;

/// <summary>Template desk (模板台): a bureau puts its own template in place of ours, or goes back to ours.</summary>
/// <param name="db">The bureau.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="files">Keeps every version.</param>
/// <param name="time">The clock.</param>
public sealed class TemplateDesk(HengDb db, WriteGate gate, FileStore files, TimeProvider time)
{
    /// <summary>Who may change the templates of a bureau.</summary>
    public const PersonRoles Keepers = PersonRoles.RuleKeeper | PersonRoles.Principal;

    private const int LargestTemplate = 5 * 1024 * 1024;

    /// <summary>Tags without which a form says nothing; each counts where our own template has it.</summary>
    private static readonly HashSet<string> essential = new(StringComparer.Ordinal) { "bureau", "number", "party", "facts", "reasons", "decision", "remedies", "content", "items", "what", "document", "documentTitle", "opinion", "paragraphs", "checks", "evidence", "files", "main", "side" };

    /// <summary>What an uploaded template is like: unknown tags, and those of ours that it lacks.</summary>
    /// <param name="form">Code of the form.</param>
    /// <param name="content">The .docx.</param>
    /// <param name="context">The bureau.</param>
    public static TemplateReport Examine(string form, byte[] content, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        if (TemplateShelf.Ours(form, context.Bureau?.LawRegion) is not { } ours)
        {
            return new("没有这种文书。", [], [], []);
        }

        if (content.Length > LargestTemplate)
        {
            return new("文件超过 5 MB，不是文书模板。", [], [], []);
        }

        if (TemplateFile.TryRead(content, out var fault) is not { } template)
        {
            return new(fault, [], [], []);
        }

        string[] known = [.. ours.Tags, .. FormFields.Common];
        var unknown = template.Tags.Except(known).ToArray();
        var missing = ours.Tags.Except(template.Tags).ToArray();
        var fatal = missing.Where(essential.Contains).ToArray();
        return new(
            template.Tags.Count == 0 ? "文件中没有内容控件，不能填写。" : unknown.Length > 0 ? "模板中有系统不认识的字段。" : fatal.Length > 0 ? "模板缺少必不可少的字段。" : null,
            unknown, missing, fatal);
    }

    /// <summary>Puts a template in place; the report says why not.</summary>
    /// <param name="me">Who.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">The .docx.</param>
    /// <param name="context">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<TemplateReport> ReplaceAsync(CurrentPerson me, string form, string name, byte[] content, ActContext context, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        var report = Examine(form, content, context);
        if (report.Fault is null)
        {
            await KeepAsync(me, form, await files.KeepAsync(content, stop), name, stop);
        }

        return report;
    }

    /// <summary>Goes back to our own template.</summary>
    /// <param name="me">Who.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="stop">Stops the work.</param>
    public Task ResetAsync(CurrentPerson me, string form, CancellationToken stop = default) => KeepAsync(me, form, "", "", stop);

    /// <summary>What was put in place over time, the last first.</summary>
    /// <param name="me">Who looks.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<FormTemplate>> HistoryAsync(CurrentPerson me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        return await db.Set<FormTemplate>().AsNoTracking().OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(200).ToListAsync(stop);
    }

    private async Task KeepAsync(CurrentPerson me, string form, string hash, string name, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(me);
        using var turn = await gate.EnterAsync(stop);
        db.Access = me.Access;
        db.Add(new FormTemplate(me.BureauId, Guid.CreateVersion7(), form, hash, name.Length > 100 ? name[..100] : name, me.Name, time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(stop);
    }
}

/// <summary>Report on an uploaded template (模板检查).</summary>
/// <param name="Fault">Why it is not taken; null when it is.</param>
/// <param name="Unknown">Tags that the program does not know.</param>
/// <param name="Missing">Tags of ours that it lacks.</param>
/// <param name="Essential">Those of them without which it is not taken.</param>
public sealed record TemplateReport(string? Fault, IReadOnlyList<string> Unknown, IReadOnlyList<string> Missing, IReadOnlyList<string> Essential);
