using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Documents.Model;

/// <summary>Template (文书模板) that a bureau put in place of ours; every version is kept by its hash.</summary>
public sealed class FormTemplate : IBureauOwned
{
    private FormTemplate()
    {
    }

    /// <summary>Records a version.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="form">Code of the form.</param>
    /// <param name="sha256">Hash of the file; empty to go back to our own.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="by">Name of who put it there.</param>
    /// <param name="at">When.</param>
    public FormTemplate(Guid bureauId, Guid id, string form, string sha256, string name, string by, DateTime at)
        => (BureauId, Id, Form, Sha256, Name, By, At) = (bureauId, id, form, sha256, name, by, at);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Code of the form.</summary>
    public string Form { get; private set; } = "";

    /// <summary>Hash of the file; empty where the bureau went back to our own.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Name of the file.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Who put it there.</summary>
    public string By { get; private set; } = "";

    /// <summary>When; the last counts.</summary>
    public DateTime At { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<FormTemplate>
    {
        public void Configure(EntityTypeBuilder<FormTemplate> builder)
        {
            builder.ToTable("form_templates");
            builder.HasIndex(t => new { t.BureauId, t.Form, t.At });
        }
    }
}
