namespace Heng.Tests.Docs;

/// <summary>docs/capabilities.md promises nothing that no test shows.</summary>
public sealed class CapabilityRowsTests
{
    /// <summary>Rooms that serve every capability and have no card of their own.</summary>
    private static readonly string[] rooms = ["底座", "期限", "裁量", "期限与代码"];

    [Fact]
    public void Every_row_has_a_test()
        => Assert.Empty(Rows.All.Select(r => r.Id).Where(id => !Rows.Tests.Contains(id)));

    [Fact]
    public void Every_row_that_a_test_names_is_in_the_list()
        => Assert.Empty(Rows.Tests.Select(t => t.Key).Except(Rows.All.Select(r => r.Id)));

    [Fact]
    public void Every_row_stands_once_under_a_capability_of_the_program()
    {
        Assert.Equal(Rows.All.Count, Rows.All.DistinctBy(r => r.Id).Count());
        Assert.Empty(Rows.All.Select(r => r.Capability).Except(Capabilities.All.Select(c => c.Name).Concat(rooms)));
    }
}
