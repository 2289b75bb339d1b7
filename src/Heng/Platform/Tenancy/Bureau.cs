using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Tenancy;

/// <summary>Bureau level (层级).</summary>
public enum BureauLevel
{
    /// <summary>The State Administration (国家).</summary>
    Country,

    /// <summary>Province (省).</summary>
    Province,

    /// <summary>City (市).</summary>
    City,

    /// <summary>County or district (县、区).</summary>
    County,
}

/// <summary>Bureau (市场监督管理局): a node of the tree of authorities. What it owns is found by its id, and it points at nothing it owns.</summary>
[Shared]
public sealed class Bureau
{
    private Bureau()
    {
    }

    /// <summary>Makes a bureau.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="parent">The bureau one level up, or null for the top.</param>
    /// <param name="level">Its level.</param>
    /// <param name="name">Its full name as documents print it.</param>
    /// <param name="shortName">The two or three characters of its document numbers (机关代字).</param>
    /// <param name="areaCode">Area code of GB/T 2260, six digits.</param>
    /// <param name="lawRegion">Region whose lists and benchmarks apply, for example <c>CN-GD</c>.</param>
    public Bureau(Guid id, Bureau? parent, BureauLevel level, string name, string shortName, string areaCode, string lawRegion)
    {
        (Id, ParentId, Level, Name, ShortName, AreaCode, LawRegion) = (id, parent?.Id, level, name, shortName, areaCode, lawRegion);
        Path = (parent?.Path ?? "/") + id.ToString("N") + "/";
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The bureau one level up.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Ids from the top down to itself, so that all below are found by a prefix.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Its level.</summary>
    public BureauLevel Level { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The characters that stand in its document numbers (机关代字).</summary>
    public string ShortName { get; set; } = "";

    /// <summary>Area code of GB/T 2260.</summary>
    public string AreaCode { get; set; } = "";

    /// <summary>Region whose lists and benchmarks apply.</summary>
    public string LawRegion { get; set; } = "";

    /// <summary>Address, as documents print it.</summary>
    public string Address { get; set; } = "";

    /// <summary>Telephone, as documents print it.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>The government to which reconsideration is addressed (本级人民政府).</summary>
    public string Government { get; set; } = "";

    /// <summary>The court before which its acts are challenged.</summary>
    public string Court { get; set; } = "";

    /// <summary>Hash profile of new dossiers: <c>sha256</c> or <c>sm3</c>.</summary>
    public string HashProfile { get; set; } = "sha256";

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; }

    /// <summary>The bureau with those above it, from the top down; empty when there is no such bureau.</summary>
    /// <param name="db">The context.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<IReadOnlyList<Bureau>> LineAsync(HengDb db, Guid bureauId, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var path = await db.Set<Bureau>().Where(b => b.Id == bureauId).Select(b => b.Path).FirstOrDefaultAsync(stop) ?? "";
        var ids = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).ToArray();
        return [.. (await db.Set<Bureau>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(stop)).OrderBy(b => b.Path.Length)];
    }

    /// <summary>Whether another bureau is this one or lies below it.</summary>
    /// <param name="other">The other.</param>
    public bool IsAtOrAbove(Bureau other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Path.StartsWith(Path, StringComparison.Ordinal);
    }

    internal sealed class Table : IEntityTypeConfiguration<Bureau>
    {
        public void Configure(EntityTypeBuilder<Bureau> builder)
        {
            builder.ToTable("bureaus");
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.Property(b => b.Level).HasConversion<string>();
            builder.Property(b => b.Version).IsConcurrencyToken();
            builder.HasIndex(b => b.Path);
            builder.HasOne<Bureau>().WithMany().HasForeignKey(b => b.ParentId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
