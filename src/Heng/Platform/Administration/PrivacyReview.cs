using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Administration;

/// <summary>Privacy review (个人信息保护评估、审计): a record of an impact assessment or of the yearly audit of a bureau; it is only ever added.</summary>
public sealed class PrivacyReview : IBureauOwned
{
    /// <summary>Impact assessment (个人信息保护影响评估).</summary>
    public const string Assessment = "assessment";

    /// <summary>Compliance audit (合规审计).</summary>
    public const string Audit = "audit";

    private PrivacyReview()
    {
    }

    internal PrivacyReview(Guid bureauId, Guid id, string kind, DateOnly on, string scope, string findings, string measures, string catalogue, string personName, DateTime at)
        => (BureauId, Id, Kind, On, Scope, Findings, Measures, Catalogue, PersonName, At) = (bureauId, id, kind, on, scope, findings, measures, catalogue, personName, at);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary><see cref="Assessment"/> or <see cref="Audit"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The day on which it was finished.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was looked at.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>What was found.</summary>
    public string Findings { get; private set; } = "";

    /// <summary>What is done about it.</summary>
    public string Measures { get; private set; } = "";

    /// <summary>SHA-256 of the catalogue of personal data then, so that a later change of it is seen.</summary>
    public string Catalogue { get; private set; } = "";

    /// <summary>Who recorded it.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTime At { get; private set; }

    /// <summary>The Chinese name of a kind; null for none.</summary>
    /// <param name="kind">The kind.</param>
    public static string? NameOf(string? kind) => kind switch { Assessment => "个人信息保护影响评估", Audit => "个人信息保护合规审计", _ => null };

    internal sealed class Table : IEntityTypeConfiguration<PrivacyReview>
    {
        public void Configure(EntityTypeBuilder<PrivacyReview> builder)
        {
            builder.ToTable("privacy_reviews");
            builder.HasIndex(r => new { r.BureauId, r.Kind, r.On });
        }
    }
}
