using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Publication.Model;

/// <summary>Published decision (已公示的决定): what the public page shows. It is never deleted; a withdrawal stands beside it with its reason.</summary>
public sealed class PublishedDecision : IBureauOwned
{
    private PublishedDecision()
    {
    }

    internal PublishedDecision(Guid bureauId, Guid id, Guid dossierId, DateOnly publishedOn)
        => (BureauId, Id, DossierId, PublishedOn) = (bureauId, id, dossierId, publishedOn);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The dossier; no page of the public shows it.</summary>
    public Guid DossierId { get; private set; }

    /// <summary>Number of the decision.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Name of the bureau.</summary>
    public string Bureau { get; private set; } = "";

    /// <summary>Region of the bureau, for example <c>CN-ZJ</c>.</summary>
    public string Region { get; private set; } = "";

    /// <summary>The party as it is shown.</summary>
    public string Party { get; private set; } = "";

    /// <summary>Credit code of the party; null for a natural person.</summary>
    public string? PartyCode { get; private set; }

    /// <summary>Representative as shown; null for none.</summary>
    public string? Representative { get; private set; }

    /// <summary>Id of the matter.</summary>
    public string Matter { get; private set; } = "";

    /// <summary>Kind of violation, in Chinese.</summary>
    public string Violation { get; private set; } = "";

    /// <summary>What was imposed, in Chinese.</summary>
    public string Sanction { get; private set; } = "";

    /// <summary>Day of the decision.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>Day of publication.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>Last day of the display by its class; null while the end of a restriction is not known.</summary>
    public DateOnly? ShownUntil { get; private set; }

    /// <summary>Id of the publicity class.</summary>
    public string Class { get; private set; } = "";

    /// <summary>The masked text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the masked text, as the record has it.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>Day of the last correction.</summary>
    public DateOnly? CorrectedOn { get; private set; }

    /// <summary>Day of the withdrawal; null while it stands.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Why it was withdrawn; public.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>Day on which the display ended early by a repair decision.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Number of the repair decision.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    internal void Take(PublicSummary summary, string text, string hash)
    {
        (Number, Bureau, Region, Party, PartyCode, Representative) = (summary.Number, summary.Bureau, summary.Region, summary.Party, summary.PartyCode, summary.Representative);
        (Matter, Violation, Sanction, DecidedOn) = (summary.Matter, summary.Violation, summary.Sanction, summary.DecidedOn);
        (Class, ShownUntil, Text, TextHash) = (summary.Class, summary.ShownUntil, text, hash);
    }

    internal void Correct(DateOnly on) => CorrectedOn = on;

    internal void Withdraw(DateOnly on, string because) => (WithdrawnOn, WithdrawnBecause) = (on, because);

    internal void End(DateOnly on, string by) => (EndedOn, EndedBy) = (on, by);

    internal sealed class Table : IEntityTypeConfiguration<PublishedDecision>
    {
        public void Configure(EntityTypeBuilder<PublishedDecision> builder)
        {
            builder.ToTable("published_decisions");
            builder.Property(p => p.Version).IsConcurrencyToken();
            builder.HasIndex(p => new { p.BureauId, p.DossierId });
            builder.HasIndex(p => new { p.BureauId, p.PublishedOn, p.Id });
            builder.HasIndex(p => new { p.PublishedOn, p.Id });
            builder.HasIndex(p => p.Number);
            builder.HasIndex(p => p.PartyCode);
        }
    }
}
