using System.Collections.Immutable;
using Heng.Dossiers;

namespace Heng.Documents;

/// <summary>Issued document (已签发文书): a document as it left the bureau; it never changes.</summary>
/// <param name="Key">Form and act.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Name">Title and number.</param>
/// <param name="IsOutward">Whether it goes out to the party.</param>
/// <param name="File">The file with its hash.</param>
/// <param name="Template">Hash of the template.</param>
/// <param name="Law">Hash of the law set.</param>
/// <param name="Party">The party then.</param>
/// <param name="Warnings">Codes of the warnings that stood at issue.</param>
public sealed record IssuedDocument(string Key, string Form, string Name, bool IsOutward, NamedFile File, string Template, string Law, PartyCard? Party, IReadOnlyList<string> Warnings);

/// <summary>An act that issues documents: by itself, or along with something else, as the archive does.</summary>
public interface IIssuesDocuments
{
    /// <summary>Which documents to issue: a key, <c>*</c> for all that are ready.</summary>
    string Asks { get; }

    /// <summary>What was issued, frozen.</summary>
    IReadOnlyList<IssuedDocument> Issued { get; }
}

/// <summary>The documents of a dossier that were issued, and what was attached to them.</summary>
/// <param name="All">By key.</param>
/// <param name="Scans">Signed or sealed scans by hash of the version that they show.</param>
public sealed record IssuedDocuments(ImmutableDictionary<string, IssuedEntry> All, ImmutableList<AttachedScan> Scans) : IDossierPart<IssuedDocuments>
{
    /// <inheritdoc/>
    public static IssuedDocuments Empty { get; } = new(ImmutableDictionary<string, IssuedEntry>.Empty, []);

    /// <summary>The issued document with a key, or null.</summary>
    /// <param name="key">Form and act.</param>
    public IssuedEntry? Find(string key) => All.GetValueOrDefault(key);

    /// <summary>Whether an outward document with a name was issued.</summary>
    /// <param name="name">Title and number.</param>
    public bool HasName(string name) => All.Values.Any(e => e.Document.Name == name);

    /// <inheritdoc/>
    public IssuedDocuments After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act switch
        {
            IIssuesDocuments issues => this with { All = All.SetItems(issues.Issued.Where(d => !All.ContainsKey(d.Key)).Select(d => KeyValuePair.Create(d.Key, new IssuedEntry(d, done.On, done.PersonName, done.Number)))) },
            IAttachesScan attaches => this with { Scans = Scans.AddRange(attaches.Stored.Select(f => new AttachedScan(attaches.Document, attaches.Version, f, done.On, done.PersonName))) },
            _ => this,
        };
    }
}

/// <summary>An issued document with who issued it.</summary>
/// <param name="Document">The document.</param>
/// <param name="On">The day.</param>
/// <param name="By">Who.</param>
/// <param name="Act">Number of the act.</param>
public sealed record IssuedEntry(IssuedDocument Document, DateOnly On, string By, int Act);

/// <summary>An act that attaches a signed or sealed scan to a version of a document.</summary>
public interface IAttachesScan
{
    /// <summary>Key of the document.</summary>
    string Document { get; }

    /// <summary>Hash of the version that the scan shows.</summary>
    string Version { get; }

    /// <summary>The scans, frozen.</summary>
    IReadOnlyList<NamedFile> Stored { get; }
}

/// <summary>Scan (签章扫描件) of a signed or sealed paper, tied to the version that it shows.</summary>
/// <param name="Key">Key of the document.</param>
/// <param name="Version">Hash of the version.</param>
/// <param name="File">The scan.</param>
/// <param name="On">The day.</param>
/// <param name="By">Who attached it.</param>
public sealed record AttachedScan(string Key, string Version, NamedFile File, DateOnly On, string By);
