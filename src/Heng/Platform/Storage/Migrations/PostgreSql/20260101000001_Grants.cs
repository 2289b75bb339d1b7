using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Heng.Platform.Storage.Migrations.PostgreSql;

/// <summary>The application's role adds to the record and can neither change nor remove what is in it.</summary>
/// <remarks>The role <c>heng_app</c> is made by the operator; where there is none (one role owns and uses the database) nothing is granted.</remarks>
[DbContext(typeof(PostgreSqlHengDb))]
[Migration("20260101000001_Grants")]
public sealed class Grants : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            DO $$
            BEGIN
              IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'heng_app') THEN
                GRANT USAGE ON SCHEMA public TO heng_app;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO heng_app;
                REVOKE UPDATE, DELETE, TRUNCATE ON acts, security_log, read_grants, settings, code_lists FROM heng_app;
              END IF;
            END $$;
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'heng_app') THEN REVOKE ALL ON ALL TABLES IN SCHEMA public FROM heng_app; END IF; END $$;");
    }
}
