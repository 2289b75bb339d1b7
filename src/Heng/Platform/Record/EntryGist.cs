namespace Heng.Platform.Record;

/// <summary>Gist of an entry (记录要点): what was done, by whom and when, which is all that a dossier is read from. Grounds, summaries and hashes stay where they are.</summary>
/// <param name="Code">Code of the act.</param>
/// <param name="Content">What the act carries, JSON.</param>
/// <param name="On">Beijing day of the act.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="Person">Id of the person who acted.</param>
/// <param name="PersonName">Name of that person then.</param>
/// <param name="Roles">Codes of the roles in which the person acted.</param>
/// <param name="LawHash">Hash of the law set used.</param>
public sealed record EntryGist(string Code, string Content, DateOnly On, DateTime At, Guid Person, string PersonName, string Roles, string LawHash);
