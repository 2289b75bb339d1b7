using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.SignIn;

/// <summary>Session (会话): one signed-in browser. The cookie holds only its id; ending the row ends the session.</summary>
[Shared]
public sealed class Session
{
    private Session()
    {
    }

    /// <summary>Begins a session whose first factor is proved.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="at">When.</param>
    /// <param name="endsAt">When it ends whatever happens.</param>
    public Session(Guid id, Guid accountId, DateTime at, DateTime endsAt) => (Id, AccountId, StartedAt, SeenAt, EndsAt) = (id, accountId, at, at, endsAt);

    /// <summary>Its id, unguessable.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public DateTime SeenAt { get; private set; }

    /// <summary>When it ends whatever happens, UTC.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Whether the second factor was proved.</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>Whether the account has a second factor that is still to be proved.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>When it was ended; null while it lives.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Moves all its times, when the practice clock moves.</summary>
    /// <param name="by">How far.</param>
    internal void Move(TimeSpan by) => (StartedAt, SeenAt, EndsAt) = (StartedAt + by, SeenAt + by, EndsAt + by);

    internal sealed class Table : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions");
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(s => new { s.AccountId, s.EndedAt });
        }
    }
}
