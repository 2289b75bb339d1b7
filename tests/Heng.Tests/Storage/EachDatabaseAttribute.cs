using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Heng.Tests.Storage;

/// <summary>One row for each database. PostgreSQL is named by HENG_TEST_POSTGRES; absent, its row is skipped, and on CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<string>(TestHouse.PostgreSql);
        if (TestHouse.PostgreSqlServer is null && Environment.GetEnvironmentVariable("CI") is null)
        {
            postgres.Skip = "HENG_TEST_POSTGRES 没有设置";
        }

        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<string>(TestHouse.Sqlite), postgres]);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
