using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Heng.Platform.Storage;

/// <summary>Sequence (编号序列): the last number given of a kind in a year; no gap, no duplicate.</summary>
public sealed class Sequence : IBureauOwned
{
    private Sequence()
    {
    }

    /// <inheritdoc/>
    public Guid BureauId { get; private set; }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <summary>What is numbered, for example <c>dossier</c> or <c>F46</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The year.</summary>
    public int Year { get; private set; }

    /// <summary>The last number given.</summary>
    public int Last { get; private set; }

    /// <summary>Gives the next number inside the present transaction: a roll-back gives it back.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="kind">What is numbered.</param>
    /// <param name="year">The year.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<int> NextAsync(HengDb db, Guid bureauId, string kind, int year, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        // The update locks the row, so that two acts at once get two numbers; it gives the number back itself, since others wait for it.
        var given = await db.Database.SqlQuery<int>($"""UPDATE sequences SET "Last" = "Last" + 1 WHERE "BureauId" = {bureauId} AND "Kind" = {kind} AND "Year" = {year} RETURNING "Last" """).ToListAsync(stop);
        if (given is [var number])
        {
            return number;
        }

        db.Add(new Sequence { BureauId = bureauId, Id = Guid.CreateVersion7(), Kind = kind, Year = year, Last = 1 });
        await db.SaveChangesAsync(stop);
        return 1;
    }

    internal sealed class Table : IEntityTypeConfiguration<Sequence>
    {
        public void Configure(EntityTypeBuilder<Sequence> builder)
        {
            builder.ToTable("sequences");
            builder.HasIndex(s => new { s.BureauId, s.Kind, s.Year }).IsUnique();
        }
    }
}
