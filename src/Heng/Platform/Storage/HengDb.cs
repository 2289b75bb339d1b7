using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Heng.Platform.Storage;

/// <summary>The database (数据库): one model for SQLite and PostgreSQL; the tables come from the Storage rooms.</summary>
/// <remarks>Every query of a bureau-owned table is filtered by <see cref="Access"/>; reading past it is <see cref="AcrossBureaus{T}"/>, by name.</remarks>
/// <param name="options">The provider and the connection.</param>
public abstract class HengDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Name of the filter by bureau.</summary>
    public const string BureauFilter = "bureau";

    /// <summary>Name of the filter by unit.</summary>
    public const string UnitFilter = "unit";

    /// <summary>Whose rows are read.</summary>
    public Access Access { get; set; }

    private Guid ReadsBureau => Access.BureauId;

    private bool ReadsWholeBureau => Access.UnitId is null;

    private Guid ReadsUnit => Access.UnitId ?? Guid.Empty;

    /// <summary>Rows of every bureau; for named, authorised and recorded reads only.</summary>
    /// <typeparam name="T">A bureau-owned row.</typeparam>
    public IQueryable<T> AcrossBureaus<T>()
        where T : class, IBureauOwned
        => Set<T>().IgnoreQueryFilters([BureauFilter, UnitFilter]);

    /// <summary>Rows of every unit of the bureau read; for named, authorised and recorded reads only.</summary>
    /// <typeparam name="T">A unit-owned row.</typeparam>
    public IQueryable<T> AcrossUnits<T>()
        where T : class, IUnitOwned
        => Set<T>().IgnoreQueryFilters([UnitFilter]);

    /// <summary>The keys of the dossiers of the bureau read, or of the one unit read of it, whose words have every run of a text, to be joined and cut by the caller.</summary>
    /// <param name="text">What is looked for.</param>
    /// <returns>Null when the text has no letter or digit.</returns>
    public abstract IQueryable<long>? Find(string text);

    /// <summary>How many stretches of <see cref="Stretch"/> a table has now.</summary>
    /// <typeparam name="T">A bureau-owned row.</typeparam>
    /// <param name="stop">Stops the work.</param>
    public abstract Task<long> StretchesAsync<T>(CancellationToken stop = default)
        where T : class, IBureauOwned;

    /// <summary>A stretch of a table, rows of every bureau in the order in which they lie, some megabytes long: where one is read after another, the disk need not seek.</summary>
    /// <typeparam name="T">A bureau-owned row.</typeparam>
    /// <param name="number">Its number, from 0.</param>
    public abstract IQueryable<T> Stretch<T>(long number)
        where T : class, IBureauOwned;

    /// <summary>Ten texts as one, for queries that read many rows: a column costs more to read than the text in it.</summary>
    /// <remarks>Every separator stands there whatever the texts are; where none of them holds one, they can be told apart.</remarks>
    /// <exception cref="NotSupportedException">Outside a query.</exception>
    internal static string Joined(string separator, string a, string b, string c, string d, string e, string f, string g, string h, string i, string j)
        => throw new NotSupportedException("Only the database joins texts.");

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Every change counts, so that two at once are seen; a row that counts for itself is left alone.
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } && entry.Property("Version") is { IsModified: false } version)
            {
                version.CurrentValue = (int)version.CurrentValue! + 1;
            }
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HengDb).Assembly);
        modelBuilder.HasDbFunction(typeof(HengDb).GetMethod(nameof(Joined), BindingFlags.Static | BindingFlags.NonPublic)!).HasTranslation(Concat);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).Where(typeof(IBureauOwned).IsAssignableFrom).ToArray())
        {
            typeof(HengDb).GetMethod(nameof(Own), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
            if (typeof(IUnitOwned).IsAssignableFrom(type))
            {
                typeof(HengDb).GetMethod(nameof(OwnByUnit), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
            }
        }

        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstantConverter>();
    }

    /// <summary>The rows of a statement, past every filter.</summary>
    private protected IQueryable<T> Past<T>(string statement, params object[] values)
        where T : class, IBureauOwned
        => Set<T>().FromSqlRaw(statement, values).IgnoreQueryFilters([BureauFilter, UnitFilter]);

    /// <summary>The name of a table.</summary>
    private protected string TableOf<T>() => Model.FindEntityType(typeof(T))!.GetTableName()!;

    /// <summary>The function of both databases that joins texts: one that is null is left out, but not the separator.</summary>
    private static SqlFunctionExpression Concat(IReadOnlyList<SqlExpression> joined)
    {
        SqlExpression[] texts = [joined[1], .. joined.Skip(2).SelectMany(text => new[] { joined[0], text })];
        return new("concat", texts, nullable: false, texts.Select(_ => false), typeof(string), joined[1].TypeMapping);
    }

    private void Own<T>(ModelBuilder model)
        where T : class, IBureauOwned
    {
        model.Entity<T>().HasKey(nameof(IBureauOwned.BureauId), nameof(IBureauOwned.Id));
        model.Entity<T>().Property(e => e.Id).ValueGeneratedNever();
        model.Entity<T>().HasQueryFilter(BureauFilter, e => e.BureauId == ReadsBureau);
    }

    private void OwnByUnit<T>(ModelBuilder model)
        where T : class, IUnitOwned
        => model.Entity<T>().HasQueryFilter(UnitFilter, e => ReadsWholeBureau || e.UnitId == ReadsUnit);
}
