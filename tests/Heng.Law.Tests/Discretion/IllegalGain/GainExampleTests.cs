using System.Text.Json;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Discretion.IllegalGain;
using Heng.Law.Rulings;

namespace Heng.Law.Tests.Discretion.IllegalGain;

public sealed class GainExampleTests
{
    private static readonly Lazy<JsonDocument> file = new(() => JsonDocument.Parse(File.ReadAllBytes(ExamplePath())));

    public static TheoryData<string> Ids => [.. Examples().Select(e => e.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_worked_examples_come_out_as_written(string id)
    {
        var example = Examples().Single(e => e.GetProperty("id").GetString() == id);
        var expected = example.GetProperty("expected");
        var outcome = LawSet.Embedded.IllegalGain.Determine(Read(example.GetProperty("case")));
        if (expected.TryGetProperty("refused", out var refused))
        {
            var refusals = Assert.IsType<Outcome<GainDetermination>.Refused>(outcome).Refusals;
            Assert.Equal(refused.EnumerateArray().Select(r => r.GetString()!), refusals.Select(r => r.Code));
            return;
        }

        var determination = Assert.IsType<Outcome<GainDetermination>.Allowed>(outcome).Value;
        Assert.Equal(OptionalMoney(expected.GetProperty("illegalGain")), determination.IllegalGain);
        Assert.Equal(OptionalMoney(expected.GetProperty("confiscable")), determination.Confiscable);
        Assert.Equal(expected.GetProperty("items").EnumerateArray().Select(i => i.GetString()!), determination.Items.Select(i => i.Code));
        Assert.Equal(Flag(expected, "weighsInFine"), determination.WeighsInFine);
        Assert.Equal(Flag(expected, "refundDutyStays"), determination.RefundDutyStays);
    }

    [Fact]
    public void There_is_an_example_for_every_article_from_4_to_15()
    {
        var articles = Examples().Select(e => Citation.Parse(e.GetProperty("article").GetString()!)).Where(c => c.Instrument == "IG").Select(c => c.Article!.Value).ToHashSet();
        Assert.Superset(Enumerable.Range(4, 12).ToHashSet(), articles);
    }

    [Fact]
    public void Every_article_cited_in_an_allowed_example_has_a_text_in_force_on_the_day_of_the_decision()
        => Assert.All(Examples().Where(e => !e.GetProperty("expected").TryGetProperty("refused", out _)), e =>
        {
            var subject = Read(e.GetProperty("case"));
            var determination = Assert.IsType<Outcome<GainDetermination>.Allowed>(LawSet.Embedded.IllegalGain.Determine(subject)).Value;
            Assert.NotEmpty(determination.Grounds);
            Assert.All(
                determination.Grounds.Select(g => g.Basis).Concat(determination.Items.Select(i => i.Basis)),
                c => Assert.NotNull(LawSet.Embedded.Instruments.Find(c.Instrument)?.TextOn(subject.DecisionDate)));
        });

    private static JsonElement[] Examples() => [.. file.Value.RootElement.GetProperty("examples").EnumerateArray()];

    private static GainCase Read(JsonElement e) => new(Day(e, "decisionDate")!.Value, Enum.Parse<GainMode>(e.GetProperty("mode").GetString()!, ignoreCase: true), OptionalMoney(e.GetProperty("receipts"))!.Value)
    {
        IsIndustryAndCommerce = Flag(e, "industryAndCommerce"),
        Outlays = [.. Items(e, "outlays").Select(o => new Outlay(
            o.GetProperty("name").GetString()!, Enum.Parse<OutlayKind>(o.GetProperty("kind").GetString()!, ignoreCase: true), OptionalMoney(o.GetProperty("amount"))!.Value,
            Day(o, "provedOn"), Flag(o, "lawful", otherwise: true), Flag(o, "direct", otherwise: true), Flag(o, "mixed"), Flag(o, "appliedFor")))],
        Taxes = [.. Items(e, "taxes").Select(t => new TaxPaid(t.GetProperty("name").GetString()!, OptionalMoney(t.GetProperty("amount"))!.Value, Day(t, "paidOn"), Flag(t, "direct")))],
        ProofPeriodEnd = Day(e, "proofPeriodEnd"),
        Refunded = e.TryGetProperty("refunded", out var refunded) ? OptionalMoney(refunded)!.Value : Money.Zero,
        RefundIsDue = Flag(e, "refundIsDue"),
        RefundPeriodEnd = Day(e, "refundPeriodEnd"),
        Ascertained = e.TryGetProperty("ascertained", out var ascertained) ? Enum.Parse<Ascertained>(ascertained.GetString()!, ignoreCase: true) : Ascertained.Wholly,
        PrincipalApproved = Flag(e, "principalApproved"),
        Clause = e.TryGetProperty("clause", out var clause) ? Enum.Parse<GainClause>(clause.GetString()!, ignoreCase: true) : GainClause.Confiscates,
        DeductionExcludedBy = e.TryGetProperty("deductionExcludedBy", out var excluded) ? Citation.Parse(excluded.GetString()!) : null,
        IsExemptedUnder33 = Flag(e, "exemptedUnder33"),
    };

    private static JsonElement[] Items(JsonElement e, string name) => e.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];

    private static bool Flag(JsonElement e, string name, bool otherwise = false) => e.TryGetProperty(name, out var flag) ? flag.GetBoolean() : otherwise;

    private static DateOnly? Day(JsonElement e, string name)
        => e.TryGetProperty(name, out var day) ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Money? OptionalMoney(JsonElement e) => e.ValueKind == JsonValueKind.Null ? null : Money.FromYuan(e.GetDecimal(), FenRounding.Exact);

    private static string ExamplePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Heng.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "law", "examples", "illegal-gain.json");
    }
}
