using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Storage;

/// <summary>The database on SQLite: one file, for one bureau or for trying.</summary>
/// <param name="options">The connection.</param>
public sealed class SqliteHengDb(DbContextOptions<SqliteHengDb> options) : HengDb(options)
{
    private const long RowsOfStretch = 1_000;

    /// <inheritdoc/>
    public override IQueryable<long>? Find(string text)
    {
        return Bigrams.ToQuery(WordRow.NumberOf(Access.UnitId ?? Access.BureauId), text) is { } query ? Set<WordRow>().Where(w => w.Query == query).Select(w => w.Key) : null;
    }

    /// <inheritdoc/>
    public override async Task<long> StretchesAsync<T>(CancellationToken stop = default)
    {
        var statement = $"SELECT coalesce(max(rowid), 0) AS Value FROM {TableOf<T>()}";
        return (await Database.SqlQueryRaw<long>(statement).SingleAsync(stop) / RowsOfStretch) + 1;
    }

    /// <inheritdoc/>
    public override IQueryable<T> Stretch<T>(long number)
        => Past<T>($"SELECT * FROM {TableOf<T>()} WHERE rowid >= {{0}} AND rowid < {{1}}", number * RowsOfStretch, (number + 1) * RowsOfStretch);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // A virtual table of FTS5, made by the migration that is named for it.
        modelBuilder.Entity<WordRow>(words =>
        {
            words.ToTable("words", t => t.ExcludeFromMigrations().UseSqlReturningClause(false));
            words.HasKey(w => w.Key);
            words.Property(w => w.Key).HasColumnName("rowid").ValueGeneratedNever();
            words.Property(w => w.Words).HasColumnName("grams");
            words.Property(w => w.Query).HasColumnName("words").ValueGeneratedOnAddOrUpdate();
            words.Ignore(w => w.BureauId).Ignore(w => w.Numbers).Ignore(w => w.Text);
        });
    }
}
