using System.Text;
using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Law.Tests;

/// <summary>The sample in the package's README is this code, and it runs.</summary>
public sealed class PackageReadmeTests
{
    [Fact]
    public void The_sample_of_the_readme_runs_and_says_what_it_should()
    {
        var written = new StringBuilder();
        var before = Console.Out;
        using var writer = new StringWriter(written);
        Console.SetOut(writer);
        try
        {
            Sample();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.StartsWith("Penalty Heavier SumRange { From = 612000", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("结论：应予处罚", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_shows_the_code_that_runs()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Heng.slnx")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var readme = File.ReadAllText(Path.Combine(root, "src", "Heng.Law", "README.md"));
        var start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + 10;
        var shown = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        var source = File.ReadAllText(Path.Combine(root, "tests", "Heng.Law.Tests", "PackageReadmeTests.cs"));
        Assert.Contains(string.Concat(shown.Split('\n').Select(l => l.Trim())), string.Concat(source.Split('\n').Select(l => l.Trim())), StringComparison.Ordinal);
    }

    private static void Sample()
    {
        var law = LawSet.Embedded;
        var facts = FactSheet.Empty(law.Matters.Facts).With(law.Matters.Facts.Find("goodsValue")!, 36_000m);
        var request = new AssessmentRequest(law.Matters.Find("FOOD-008")!, facts, new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 10));
        var result = law.Discretion.Assess(request);
        Console.WriteLine($"{result.Outcome} {result.Level} {result.Range}");
        foreach (var step in law.Discretion.Explain(result))
        {
            Console.WriteLine($"{step.Number} {step.Says}");
        }
    }
}
