using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.People;

/// <summary>Role grant (授予角色): a role held from a day until a day.</summary>
public sealed class RoleGrant : IBureauOwned
{
    private RoleGrant()
    {
    }

    /// <summary>Grants a role.</summary>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The id.</param>
    /// <param name="personId">Who holds it.</param>
    /// <param name="role">Code of a single role.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, inclusive; null while it lasts.</param>
    public RoleGrant(Guid bureauId, Guid id, Guid personId, string role, DateOnly from, DateOnly? until = null)
        => (BureauId, Id, PersonId, Role, From, Until) = (bureauId, id, personId, role, from, until);

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>Who holds it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Code of the role.</summary>
    public string Role { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Whether it is held on a day.</summary>
    /// <param name="day">The day.</param>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    internal sealed class Table : IEntityTypeConfiguration<RoleGrant>
    {
        public void Configure(EntityTypeBuilder<RoleGrant> builder)
        {
            builder.ToTable("role_grants");
            builder.HasIndex(g => new { g.BureauId, g.PersonId });
        }
    }
}
