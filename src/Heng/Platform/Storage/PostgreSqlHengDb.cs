using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Storage;

/// <summary>The database on PostgreSQL: for a city, a province and more.</summary>
/// <param name="options">The connection.</param>
public sealed class PostgreSqlHengDb(DbContextOptions<PostgreSqlHengDb> options) : HengDb(options)
{
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
