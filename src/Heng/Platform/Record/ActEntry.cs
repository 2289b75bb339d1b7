using System.Buffers;
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

    /// <summary>What a dossier is read from.</summary>
    public EntryGist Gist => new(Code, Content, On, At, Person, PersonName, Roles, LawHash);

    /// <summary>The hash before the first entry: of the dossier's id, so that two chains never begin alike.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="dossier">The dossier.</param>
    public static string Genesis(HashProfile profile, Guid dossier)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Hash(Encoding.UTF8.GetBytes($"heng {profile.Name} {dossier:N}"));
    }

    /// <summary>The canonical form.</summary>
    public byte[] CanonicalBytes() => WriteTo(new CanonicalJson(Content.Length + Grounds.Length + Before.Length + After.Length + 512)).ToArray();

    /// <summary>Writes the canonical form; what is given back holds until the writer is used again.</summary>
    /// <param name="json">The writer.</param>
    internal ReadOnlySpan<byte> WriteTo(CanonicalJson json)
        => Write(json, Dossier, Number, At, On, Person, PersonName, Unit, Roles, Code, Content, Grounds, Before, After, LawHash);

    /// <summary>Writes the canonical form of an entry whose texts are strings, or UTF-8 as a database keeps them.</summary>
    internal static ReadOnlySpan<byte> Write(
        CanonicalJson json, Guid dossier, int number, DateTime at, DateOnly on, Guid person,
        CanonicalText personName, CanonicalText unit, CanonicalText roles, CanonicalText code, CanonicalText content, CanonicalText grounds, CanonicalText before, CanonicalText after, CanonicalText lawHash)
    {
        json.Begin();
        json.Plain("dossier"u8, dossier, "N");
        json.Number("number"u8, number);
        json.Instant("at"u8, at);
        json.Plain("on"u8, on, "O");
        json.Plain("person"u8, person, "N");
        json.Text("personName"u8, personName);
        json.Text("unit"u8, unit);
        json.Text("roles"u8, roles);
        json.Text("code"u8, code);
        json.Text("content"u8, content);
        json.Text("grounds"u8, grounds);
        json.Text("before"u8, before);
        json.Text("after"u8, after);
        json.Text("lawHash"u8, lawHash);
        return json.End();
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
        var length = before.Length + 1 + canonical.Length;
        var room = ArrayPool<byte>.Shared.Rent(length);
        Encoding.ASCII.GetBytes(before, room);
        room[before.Length] = (byte)'\n';
        canonical.CopyTo(room.AsSpan(before.Length + 1));
        var hash = profile.Hash(room.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(room);
        return hash;
    }
}
