using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Heng.Platform.Storage.Migrations.Sqlite;

/// <summary>The index of words: FTS5 over pairs of characters, which the program cuts itself.</summary>
[DbContext(typeof(SqliteHengDb))]
[Migration("20260101000001_Search")]
public sealed class Search : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("CREATE VIRTUAL TABLE words USING fts5(grams, tokenize = 'ascii', detail = 'full');");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("DROP TABLE words;");
    }
}
