using Heng.Law.Time;
using static Heng.Law.Tests.Time.Counting;

namespace Heng.Law.Tests.Time;

public sealed class ExampleTests
{
    public static TheoryData<string, string, int, string, string> Examples()
    {
        var data = new TheoryData<string, string, int, string, string>();
        using var file = Example("deadlines.json");
        foreach (var example in file.RootElement.GetProperty("examples").EnumerateArray())
        {
            data.Add(
                example.GetProperty("id").GetString()!, example.GetProperty("start").GetString()!, example.GetProperty("length").GetInt32(),
                example.GetProperty("unit").GetString()!, example.GetProperty("expected").GetString()!);
        }

        return data;
    }

    [Fact]
    public void There_are_14_examples() => Assert.Equal(14, Examples().Count);

    [Theory, Row("8.29")]
    [MemberData(nameof(Examples))]
    public void The_worked_examples_come_out_as_the_lawyers_wrote(string id, string start, int length, string unit, string expected)
    {
        var period = For(Math.Abs(length), unit) with { Direction = length < 0 ? CountDirection.Backward : CountDirection.Forward };
        Assert.Equal((id, expected), (id, Counter.CountPeriod(period, At(start)).Counted().Due.ToString()));
    }

    [Theory]
    [InlineData("L40", "2026-02-12", "2026-02-26")]
    [InlineData("L05", "2026-01-28", "2026-02-25")]
    [InlineData("L50", "2026-01-05", "2026-04-07")]
    [InlineData("L21", "2025-01-24", "2025-02-10")]
    [InlineData("L60", "2026-09-18", "2026-10-22")]
    [InlineData("L70", "2026-04-17", "2026-05-06")]
    [InlineData("L72", "2026-09-16", "2026-09-30")]
    [InlineData("L92", "2025-08-31", "2026-02-28")]
    [InlineData("L92", "2026-04-01", "2026-10-08")]
    [InlineData("L52", "2026-01-16", "2026-02-24")]
    [InlineData("L35", "2024-04-28", "2024-05-14")]
    [InlineData("L80", "2026-04-30", "2026-05-25")]
    [InlineData("L51", "2026-09-30", "2026-10-15")]
    [InlineData("L44", "2026-10-15", "2026-09-29")]
    public void The_limits_of_the_table_give_the_same_days(string limit, string start, string expected) => Assert.Equal(expected, Due(limit, start));
}
