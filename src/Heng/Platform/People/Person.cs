using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.People;

/// <summary>Person (人员): someone in a post of a unit of a bureau.</summary>
public sealed class Person : IBureauOwned
{
    private Person()
    {
    }

    /// <summary>Makes a person.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="name">The name.</param>
    /// <param name="accountId">The account, or null while there is none.</param>
    public Person(Guid bureauId, Guid id, Guid unitId, string name, Guid? accountId) => (BureauId, Id, UnitId, Name, AccountId) = (bureauId, id, unitId, name, accountId);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; set; }

    /// <summary>The account signed in with.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Post (职务).</summary>
    public string Post { get; set; } = "";

    /// <summary>Whether the national legal qualification (法律职业资格) is held.</summary>
    public bool HasLegalQualification { get; set; }

    /// <summary>Whether the person has reviewed decisions before 2018-01-01, when the qualification was not asked for.</summary>
    public bool ReviewedBeforeQualification { get; set; }

    /// <summary>The day the person came; null when it was not recorded.</summary>
    public DateOnly? JoinedOn { get; set; }

    /// <summary>The day the person left; null while in the post.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    /// <summary>Roles held, with their dates.</summary>
    public ICollection<RoleGrant> Grants { get; } = [];

    /// <summary>Enforcement certificates.</summary>
    public ICollection<Certificate> Certificates { get; } = [];

    /// <summary>The roles held on a day.</summary>
    /// <param name="day">The day.</param>
    public PersonRoles RolesOn(DateOnly day)
        => LeftOn <= day ? PersonRoles.None : Grants.Where(g => g.HoldsOn(day)).Aggregate(PersonRoles.None, (all, g) => all | RoleNames.Parse(g.Role));

    /// <summary>The certificate valid on a day, or null.</summary>
    /// <param name="day">The day.</param>
    public Certificate? CertificateOn(DateOnly day) => Certificates.FirstOrDefault(c => c.IsValidOn(day));

    internal sealed class Table : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("people");
            builder.Property(p => p.Version).IsConcurrencyToken();
            builder.HasOne<Unit>().WithMany().HasForeignKey(p => new { p.BureauId, p.UnitId }).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(p => p.Grants).WithOne().HasForeignKey(g => new { g.BureauId, g.PersonId }).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(p => p.Certificates).WithOne().HasForeignKey(c => new { c.BureauId, c.PersonId }).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(p => new { p.BureauId, p.UnitId });
        }
    }
}
