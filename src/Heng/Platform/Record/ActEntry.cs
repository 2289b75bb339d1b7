using System.Text;
using System.Text.Json;

namespace Heng.Platform.Record;

/// <summary>Act entry (办案记录): one act in the record of a dossier, as it is chained, stored and exported.</summary>
/// <remarks>
/// Canonical form: the UTF-8 JSON of <see cref="CanonicalBytes"/>, properties in the order written there, no blanks, with the act's
/// own content and the summaries as strings, exactly as stored. Hash = profile(hash before, in hexadecimal, a line feed, canonical form).
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
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("dossier"u8, Dossier.ToString("N"));
            writer.WriteNumber("number"u8, Number);
            writer.WriteString("at"u8, At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("on"u8, On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("person"u8, Person.ToString("N"));
            writer.WriteString("personName"u8, PersonName);
            writer.WriteString("unit"u8, Unit);
            writer.WriteString("roles"u8, Roles);
            writer.WriteString("code"u8, Code);
            writer.WriteString("content"u8, Content);
            writer.WriteString("grounds"u8, Grounds);
            writer.WriteString("before"u8, Before);
            writer.WriteString("after"u8, After);
            writer.WriteString("lawHash"u8, LawHash);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>The hash of this entry behind another.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="before">The hash before.</param>
    public string HashAfter(HashProfile profile, string before)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Hash([.. Encoding.ASCII.GetBytes(before), (byte)'\n', .. CanonicalBytes()]);
    }
}
