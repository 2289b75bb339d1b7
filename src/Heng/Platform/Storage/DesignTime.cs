using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Heng.Platform.Storage;

/// <summary>Contexts for the tool that makes migrations; they never connect.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteHengDb>
{
    public SqliteHengDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteHengDb>();
        DataStore.UseSqlite(options, "design.db");
        return new SqliteHengDb(options.Options);
    }
}

/// <summary>Contexts for the tool that makes migrations; they never connect.</summary>
internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlHengDb>
{
    public PostgreSqlHengDb CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<PostgreSqlHengDb>().UseNpgsql("Host=design").Options);
}
