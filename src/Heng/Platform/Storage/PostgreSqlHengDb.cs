using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Storage;

/// <summary>The database on PostgreSQL: for a city, a province and more.</summary>
/// <param name="options">The connection.</param>
public sealed class PostgreSqlHengDb(DbContextOptions<PostgreSqlHengDb> options) : HengDb(options)
{
    private const long PagesOfStretch = 400;

    /// <inheritdoc/>
    public override IQueryable<long>? Find(string text)
    {
        var wanted = Bigrams.ToWanted(WordRow.NumberOf(Access.UnitId ?? Access.BureauId), text);
        if (wanted.Length == 0)
        {
            return null;
        }

        var found = Set<WordRow>().Where(w => w.BureauId == Access.BureauId && wanted.All(n => w.Numbers.Contains(n)));
        // Pairs may stand apart: what was found is checked against each run of what is looked for.
        foreach (var run in text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Split([' ', '　', ',', '，', '。', '-', '〔', '〕', '(', ')', '（', '）'], StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Where(w => w.Text.Contains(run));
        }

        return found.Select(w => w.Key);
    }

    /// <inheritdoc/>
    public override async Task<long> StretchesAsync<T>(CancellationToken stop = default)
        => (await Database.SqlQueryRaw<long>("SELECT pg_relation_size({0}) / current_setting('block_size')::bigint AS \"Value\"", TableOf<T>()).SingleAsync(stop) / PagesOfStretch) + 1;

    /// <inheritdoc/>
    public override IQueryable<T> Stretch<T>(long number)
        => Past<T>($"SELECT * FROM {TableOf<T>()} WHERE ctid >= {{0}}::tid AND ctid < {{1}}::tid", PageAt(number), PageAt(number + 1));

    private static string PageAt(long stretch) => $"({stretch * PagesOfStretch},0)";

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<WordRow>(words =>
        {
            words.ToTable("words");
            words.HasKey(w => new { w.BureauId, w.Key });
            words.Ignore(w => w.Words).Ignore(w => w.Query);
            words.HasIndex(w => w.Numbers).HasMethod("gin");
        });
    }
}
