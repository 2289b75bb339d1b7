using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Heng.Platform.Record;

/// <summary>Act entry (办案记录): one act in the record of a dossier, as it is chained, stored and exported.</summary>
/// <remarks>
/// Canonical form: the UTF-8 JSON of <see cref="CanonicalBytes"/>, properties in the order written there, no blanks, with the act's
/// own content and the summaries as strings, exactly as stored. Hash = profile(hash before, in hexadecimal, a line feed, canonical form).
/// It is written down for outsiders in <c>docs/record.md</c>; whoever changes it breaks every chain that exists.
/// </remarks>
/// <param name="Dossier">Id of the dossier.</param>
/// <param name="Number">Place in the chain, from 1.</param>
/// <param name="At">Instant, UTC, whole microseconds.</param>
/// <param name="On">Beijing day of the act.</param>
/// <param name="Person">Id of the person who acted.</param>
/// <param name="PersonName">Name of that person then.</param>
/// <param name="Unit">Name of the unit then.</param>
/// <param name="Roles">Codes of the roles in which the person acted, separated by a blank.</param>
/// <param name="Code">Code of the act, for example <c>cases.approve-filing</c>.</param>
/// <param name="Content">What the act carries, JSON.</param>
/// <param name="Grounds">The rules and articles on which it was allowed, JSON.</param>
/// <param name="Before">Summary of the dossier before, JSON.</param>
/// <param name="After">Summary of the dossier after, JSON.</param>
/// <param name="LawHash">Hash of the law set used.</param>
public sealed record ActEntry(Guid Dossier, int Number, DateTime At, DateOnly On, Guid Person, string PersonName, string Unit, string Roles, string Code, string Content, string Grounds, string Before, string After, string LawHash)
{
    private const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The hash before the first entry: of the dossier's id, so that two chains never begin alike.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="dossier">The dossier.</param>
    public static string Genesis(HashProfile profile, Guid dossier)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Hash(Encoding.UTF8.GetBytes($"heng {profile.Name} {dossier:N}"));
    }

    /// <summary>The canonical form.</summary>
    public byte[] CanonicalBytes()
    {
        var json = new CanonicalJson(Content.Length + Grounds.Length + Before.Length + After.Length + 512);
        json.Text("dossier", Dossier.ToString("N"));
        json.Number("number", Number);
        json.Text("at", At.ToString(InstantForm, CultureInfo.InvariantCulture));
        json.Text("on", On.ToString(DayForm, CultureInfo.InvariantCulture));
        json.Text("person", Person.ToString("N"));
        json.Text("personName", PersonName);
        json.Text("unit", Unit);
        json.Text("roles", Roles);
        json.Text("code", Code);
        json.Text("content", Content);
        json.Text("grounds", Grounds);
        json.Text("before", Before);
        json.Text("after", After);
        json.Text("lawHash", LawHash);
        return json.ToBytes();
    }

    /// <summary>The entry of a canonical form; null when the bytes are not exactly the canonical form of an entry.</summary>
    /// <param name="line">The bytes.</param>
    public static ActEntry? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var entry = new ActEntry(
                Guid.ParseExact(Of("dossier"), "N"),
                root.GetProperty("number").GetInt32(),
                DateTime.ParseExact(Of("at"), InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                DateOnly.ParseExact(Of("on"), DayForm, CultureInfo.InvariantCulture),
                Guid.ParseExact(Of("person"), "N"),
                Of("personName"),
                Of("unit"),
                Of("roles"),
                Of("code"),
                Of("content"),
                Of("grounds"),
                Of("before"),
                Of("after"),
                Of("lawHash"));
            return entry.CanonicalBytes().AsSpan().SequenceEqual(line.Span) ? entry : null;

            string Of(string name) => root.GetProperty(name).GetString() ?? throw new FormatException();
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The hash of this entry behind another.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="before">The hash before.</param>
    public string HashAfter(HashProfile profile, string before) => HashAfter(profile, before, CanonicalBytes());

    /// <summary>The hash of a canonical form behind another.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="before">The hash before.</param>
    /// <param name="canonical">The canonical form.</param>
    public static string HashAfter(HashProfile profile, string before, ReadOnlySpan<byte> canonical)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(before);
        return profile.Hash([.. Encoding.ASCII.GetBytes(before), (byte)'\n', .. canonical]);
    }
}
