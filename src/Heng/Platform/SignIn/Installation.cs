using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.SignIn;

/// <summary>Installation (安装): what was decided when the data were made, once and for all.</summary>
[Shared]
public sealed class Installation
{
    private Installation()
    {
    }

    /// <summary>Decides.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="isPractice">Whether the data are practice data, visibly synthetic.</param>
    /// <param name="at">When.</param>
    public Installation(Guid id, bool isPractice, DateTime at) => (Id, IsPractice, MadeAt) = (id, isPractice, at);

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whether the data are practice data; then, and only then, people may sign in by choosing a practice account.</summary>
    public bool IsPractice { get; private set; }

    /// <summary>When the data were made.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When practice data were complete; null while they are still being made, so that an interrupted start goes on where it stopped.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>Days by which the practice clock is ahead, fewer than none where it began on an earlier day; always 0 with real data.</summary>
    public int PracticeDays { get; set; }

    /// <summary>Hash of the one-time token with which the first administrators are made; null once it is used.</summary>
    public string? SetUpToken { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Installation>
    {
        public void Configure(EntityTypeBuilder<Installation> builder)
        {
            builder.ToTable("installation");
            builder.Property(i => i.Id).ValueGeneratedNever();
        }
    }
}
