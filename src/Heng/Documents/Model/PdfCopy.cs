using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Documents.Model;

/// <summary>PDF copy (PDF 副本) of an issued document: its hash, and the converter and version that made it.</summary>
public sealed class PdfCopy : IBureauOwned
{
    private PdfCopy()
    {
    }

    /// <summary>Records a copy.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="source">Hash of the issued document.</param>
    /// <param name="sha256">Hash of the PDF.</param>
    /// <param name="converter">Converter and version.</param>
    /// <param name="at">When.</param>
    public PdfCopy(Guid bureauId, Guid id, string source, string sha256, string converter, DateTime at)
        => (BureauId, Id, Source, Sha256, Converter, At) = (bureauId, id, source, sha256, converter, at);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Hash of the issued document.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Hash of the PDF.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Converter and version.</summary>
    public string Converter { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<PdfCopy>
    {
        public void Configure(EntityTypeBuilder<PdfCopy> builder)
        {
            builder.ToTable("pdf_copies");
            builder.HasIndex(t => new { t.BureauId, t.Source }).IsUnique();
        }
    }
}
