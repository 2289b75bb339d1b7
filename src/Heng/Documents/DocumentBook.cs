using System.Runtime.CompilerServices;
using Heng.Documents.Engine;
using Heng.Documents.Model;
using Heng.Dossiers;
using Heng.Law;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;
using Heng.Platform.Files;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Documents;

/// <summary>Book of documents (文书簿): fills the documents of a dossier from its record, checks them and makes their files.</summary>
/// <param name="db">Reads the templates of the bureau.</param>
/// <param name="templates">The templates.</param>
/// <param name="files">Keeps the files.</param>
public sealed class DocumentBook(HengDb db, TemplateShelf templates, FileStore files) : IActLookUp
{
    private static readonly ConditionalWeakTable<LawSet, CitedPlaces> places = [];

    /// <summary>A document filled and checked.</summary>
    /// <param name="draft">What stands in it.</param>
    /// <param name="context">Bureau, law and day.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<CheckedDocument> CheckAsync(DocumentDraft draft, ActContext context, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(context);
        var template = await templates.OfAsync(db, context, draft.Form, stop)
            ?? throw new InvalidOperationException($"The template of form {draft.Form} is missing.");
        var filled = template.Fill(draft);
        return new CheckedDocument(draft, filled, template.Sha256, Diagnose(draft, filled, context), draft.Reasoned is { } reasoned ? DocumentReview.Of(reasoned, context.Law.Reasoning) : null);
    }

    /// <inheritdoc/>
    public bool Serves(DossierAct act) => act is IIssuesDocuments;

    /// <inheritdoc/>
    public async Task<object?> FindAsync(DossierAct act, DossierFile file, ActContext context, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var asks = ((IIssuesDocuments)act).Asks;
        // What issues along the way, as the archive does, issues what the dossier has after it.
        var after = ActTypes.Of(act).Type.Namespace == typeof(Steps.IssueDocument).Namespace ? file : file.Foreseen(act, context);
        var issued = new List<IssuedDocument>();
        var refusals = new List<Refusal>();
        var open = new List<string>();
        foreach (var draft in DocumentDrafts.OpenIn(after, context).Where(d => asks == "*" || d.Key == asks))
        {
            var document = await CheckAsync(draft, context, stop);
            var errors = document.Diagnostics.Where(d => d.Severity == Severity.Error).ToArray();
            if (errors.Length > 0)
            {
                open.Add(draft.Name);
                refusals.AddRange(asks == "*" ? [] : errors.Select(e => new Refusal(e.Code, e.Basis, e.Says, new Dictionary<string, string>(StringComparer.Ordinal) { ["place"] = e.Place })));
                continue;
            }

            issued.Add(await KeepAsync(document, context, stop));
        }

        return new Issuing(issued, refusals, open) { Pages = asks == "*" ? await PrintedPagesAsync(file, stop) : [] };
    }

    /// <summary>The pages of the documents that were printed to PDF, by key.</summary>
    private async Task<Dictionary<string, int>> PrintedPagesAsync(DossierFile file, CancellationToken stop)
    {
        var issued = file.Part<IssuedDocuments>().All.Values.Select(e => e.Document).ToArray();
        var hashes = issued.Select(d => d.File.Sha256).ToArray();
        var copies = await db.Set<PdfCopy>().AsNoTracking().Where(c => hashes.Contains(c.Source)).ToDictionaryAsync(c => c.Source, c => c.Sha256, stop);
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in issued)
        {
            if (copies.TryGetValue(document.File.Sha256, out var hash) && await files.ReadAsync(hash, stop) is { } pdf && PdfPages.Count(pdf) is { } count)
            {
                pages[document.Key] = count;
            }
        }

        return pages;
    }

    private async Task<IssuedDocument> KeepAsync(CheckedDocument document, ActContext context, CancellationToken stop)
    {
        var content = document.Filled.ToBytes();
        var hash = await files.KeepAsync(content, stop);
        var draft = document.Draft;
        var name = $"{draft.Name}.docx".Replace('/', '／').Replace(' ', '_');
        var file = new NamedFile(Guid.CreateVersion7(), name, hash, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", content.Length);
        return new IssuedDocument(draft.Key, draft.Form, draft.Name, draft.IsOutward, file, document.Template, context.Law.Hash, draft.Party, [.. document.Diagnostics.Where(d => d.Severity == Severity.Warning).Select(d => d.Code).Distinct()]);
    }

    private static List<Diagnostic> Diagnose(DocumentDraft draft, FilledForm filled, ActContext context)
    {
        var known = places.GetValue(context.Law, l => CitedPlaces.From(l.Files));
        var sheet = new FormSheet(filled.Text, draft.On, context.Today, context.Law.Instruments, known, context.Law.Codes)
        {
            Number = draft.Number,
            IsNumbered = draft.IsNumbered && draft.Pending is null,
            EmptyFields = [.. filled.Unknown, .. filled.Used.Where(t => draft.Fields.TryGetValue(t, out var text) && text.Length == 0 && !draft.MayBeEmpty.Contains(t)).Select(FieldNames.Of), .. draft.Passages.Where(p => p.Value.Count == 0 && filled.Used.Contains(p.Key)).Select(p => FieldNames.Of(p.Key))],
            BrokenSentences = [.. draft.Sentences.Where(s => s.IsBroken).Select(s => s.Text)],
            WeakenedSentences = [.. draft.Sentences.Where(s => s.IsWeakened).Select(s => s.Text)],
            PartyName = filled.Used.Contains("party") ? draft.Party?.Name ?? "" : "",
            PartyCode = filled.Used.Contains("partyIdentity") || filled.Used.Contains("partyCode") ? draft.Party?.Code : null,
            Bureau = filled.Used.Contains("bureau") ? context.Bureau?.Name ?? "" : "",
            Signers = [.. draft.Signers.Select(s => new FormSigner(s.Name, s.Certificate is not null))],
            LeastSigners = draft.LeastSigners,
            Course = [.. draft.Course.Select(c => new FormDay(c.Name, c.On))],
        };
        return [.. FormRules.Review(sheet), .. draft.Reasoned is { } reasoned ? DocumentReview.Of(reasoned, context.Law.Reasoning).Diagnostics : []];
    }
}

/// <summary>A document filled and checked, not yet issued.</summary>
/// <param name="Draft">What stands in it.</param>
/// <param name="Filled">The filled form.</param>
/// <param name="Template">Hash of the template.</param>
/// <param name="Diagnostics">What is wrong, errors first.</param>
/// <param name="Review">The review of the reasons; null for a form without reasons.</param>
public sealed record CheckedDocument(DocumentDraft Draft, FilledForm Filled, string Template, IReadOnlyList<Diagnostic> Diagnostics, DocumentReview? Review)
{
    /// <summary>Whether nothing bars the issue.</summary>
    public bool CanBeIssued => Draft.Pending is null && !Diagnostics.Any(d => d.Severity == Severity.Error);
}
