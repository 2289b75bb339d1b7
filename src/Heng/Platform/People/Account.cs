using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.People;

/// <summary>Account (账号): what a natural person signs in with. It never points at a person of a bureau; persons point at it.</summary>
[Shared]
public sealed class Account
{
    private Account()
    {
    }

    /// <summary>Makes an account without any way to sign in yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="name">The sign-in name, in lower case.</param>
    public Account(Guid id, string name) => (Id, Name) = (id, name);

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The sign-in name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Hash of the password; empty until one is set.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Secret of the second factor, protected; null until enrolled.</summary>
    public string? SecondFactor { get; set; }

    /// <summary>The last time step whose code was used; a code counts once.</summary>
    public long SecondFactorStep { get; set; }

    /// <summary>Failed attempts since the last success.</summary>
    public int Failures { get; set; }

    /// <summary>Until when signing in is refused.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>Whether the security administrator has locked it.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Until when a one-time password (一次性密码) can be used; null when the password is the holder's own.</summary>
    public DateTime? OneTimeUntil { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("accounts");
            builder.Property(a => a.Id).ValueGeneratedNever();
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.HasIndex(a => a.Name).IsUnique();
        }
    }
}
