using System.Text;
using System.Text.Json;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Record;

/// <summary>Security event (安全事件): what is written down of a change by an administrator, a sign-in or a reading across levels.</summary>
/// <param name="Code">Stable code, for example <c>role.granted</c>.</param>
/// <param name="Subject">What it is about, as people read it.</param>
/// <param name="Before">Before, JSON; empty for nothing.</param>
/// <param name="After">After, JSON; empty for nothing.</param>
public sealed record SecurityEvent(string Code, string Subject, string Before = "", string After = "");

/// <summary>Who caused a security event (安全事件的行为人).</summary>
/// <param name="Id">The person; null for the program itself or an account without a post.</param>
/// <param name="Name">Name then.</param>
/// <param name="Roles">Codes of the roles then.</param>
public sealed record SecurityActor(Guid? Id, string Name, string Roles);

/// <summary>Security entry (安全日志): one event in the log of a bureau. It is only ever added, and chained by hash.</summary>
/// <remarks>Hash = profile(hash before, a line feed, canonical form), as in the record of a dossier; the whole log has the profile of its first entry.</remarks>
public sealed class SecurityEntry : IBureauOwned
{
    private SecurityEntry()
    {
    }

    internal SecurityEntry(Guid bureauId, int number, DateTime at, SecurityActor by, SecurityEvent what, HashProfile profile, string before)
    {
        (BureauId, Id, Number, At, Profile) = (bureauId, Guid.CreateVersion7(), number, at, profile.Name);
        (PersonId, PersonName, Roles) = (by.Id, by.Name, by.Roles);
        (Code, Subject, Before, After) = (what.Code, what.Subject, what.Before, what.After);
        Hash = HashAfter(before);
    }

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Place in the log of the bureau, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Instant.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; null for the program.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Name then.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>Codes of the roles then.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>What kind of event.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Before, JSON.</summary>
    public string Before { get; private set; } = "";

    /// <summary>After, JSON.</summary>
    public string After { get; private set; } = "";

    /// <summary>Hash profile.</summary>
    public string Profile { get; private set; } = "";

    /// <summary>Hash in the chain.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash before the first entry of a bureau.</summary>
    /// <param name="profile">The profile of the log.</param>
    /// <param name="bureauId">The bureau.</param>
    public static string Genesis(HashProfile profile, Guid bureauId)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Hash(Encoding.UTF8.GetBytes($"heng security {profile.Name} {bureauId:N}"));
    }

    /// <summary>The hash of this entry behind another.</summary>
    /// <param name="before">The hash before.</param>
    public string HashAfter(string before)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new
        {
            bureau = BureauId.ToString("N"),
            number = Number,
            at = At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture),
            person = PersonId?.ToString("N"),
            personName = PersonName,
            roles = Roles,
            code = Code,
            subject = Subject,
            before = Before,
            after = After,
            profile = Profile,
        });
        return HashProfile.Find(Profile)!.Hash([.. Encoding.ASCII.GetBytes(before), (byte)'\n', .. content]);
    }

    internal sealed class Table : IEntityTypeConfiguration<SecurityEntry>
    {
        public void Configure(EntityTypeBuilder<SecurityEntry> builder)
        {
            builder.ToTable("security_log");
            builder.HasIndex(e => new { e.BureauId, e.Number }).IsUnique();
            builder.HasIndex(e => new { e.BureauId, e.Code, e.Number });
        }
    }
}
