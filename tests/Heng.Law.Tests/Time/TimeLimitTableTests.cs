using Heng.Law.Citations;
using Heng.Law.Time;
using static Heng.Law.Tests.Time.Counting;

namespace Heng.Law.Tests.Time;

public sealed class TimeLimitTableTests
{
    [Fact]
    public void There_are_77_limits_in_the_order_of_their_ids()
    {
        var ids = Counter.Limits.All.Select(l => l.Id).ToArray();
        Assert.Equal(77, ids.Length);
        Assert.Equal(["L01", "L01o", "L02"], ids[..3]);
        Assert.Equal(["L112", "L113"], ids[^2..]);
        Assert.Equal(["L99", "L100"], ids[Array.IndexOf(ids, "L99")..][..2]);
    }

    [Fact]
    public void Every_limit_cites_instruments_that_are_loaded()
        => Assert.All(Counter.Limits.All.SelectMany(l => l.Basis), c => Assert.NotNull(LawSet.Embedded.Instruments.Find(c.Instrument)));

    [Fact]
    public void Every_limit_has_its_terms_in_Chinese()
        => Assert.All(
            Counter.Limits.All.SelectMany(l => (string[])[l.Chinese, l.Terms.Group, l.Terms.Trigger, l.Terms.ExtensionRule, l.Terms.SuspendedBy, l.Terms.Consequence, l.Terms.Binds, .. l.Extensions.Select(e => e.ApproverChinese)]),
            t => Assert.DoesNotContain(t, c => char.IsAsciiLetter(c)));

    [Fact]
    public void A_role_that_may_extend_is_named_as_the_roles_are()
    {
        Assert.Equal("市场监督管理部门负责人", Counter.Limits.Find("L50")!.Extensions[0].ApproverChinese);
        Assert.Equal("负责人集体讨论", Counter.Limits.Find("L50")!.Extensions[1].ApproverChinese);
        Assert.Equal("行政复议机构负责人", Counter.Limits.Find("L97")!.Extensions[0].ApproverChinese);
    }

    [Fact]
    public void Only_the_limits_that_hold_goods_warn_on_the_unrolled_day()
        => Assert.Equal(["L20", "L21", "L22", "L23", "L24", "L25", "L26", "L27"], Counter.Limits.All.Where(l => l.WarnsUnrolled).Select(l => l.Id));

    [Fact]
    public void Only_the_limitations_never_roll() => Assert.Equal(["L85", "L86"], Counter.Limits.All.Where(l => !l.Period.Rolls).Select(l => l.Id));

    [Fact]
    public void Only_the_surcharge_is_a_rate_per_day() => Assert.Equal(["L71"], Counter.Limits.All.Where(l => l.IsPerDay).Select(l => l.Id));

    [Fact]
    public void Only_the_hearing_notices_count_backward()
        => Assert.Equal(["L44", "L45"], Counter.Limits.All.Where(l => l.Period.Direction == CountDirection.Backward).Select(l => l.Id));

    [Fact]
    public void The_counting_rules_and_the_clock_exclusions_are_there()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"K{n}"), Counter.Rules.Rules.Select(r => r.Id));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"X0{n}"), Counter.Rules.Exclusions.Select(x => x.Id));
        Assert.All(Counter.Rules.Exclusions, x => Assert.NotNull(Counter.Limits.Find(x.AppliesTo)));
        Assert.All(Counter.Rules.Rules, r => Assert.Contains(r.Chinese, c => c is >= '一' and <= '鿿'));
        Assert.Throws<ArgumentException>(() => Counter.Rules["K13"]);
    }

    [Fact]
    public void The_choices_adopted_stand_in_the_law_data()
    {
        Assert.Equal(new CountingPolicy(RollOver.AnyRestDay, ExcludedEnds.BothIncluded, ExtensionStart.UnrolledEnd, BackwardLimit.FullDaysBetween), Counter.Policy);
        Assert.Equal(["D1", "D2", "D3", "D4"], Counter.Rules.Choices.Select(c => c.Id));
        Assert.All(Counter.Rules.Choices, c => Assert.Contains(c.Value, c.Choices));
    }

    [Theory]
    [InlineData("\"value\": \"anyRestDay\"", "\"value\": \"whenever\"")]
    [InlineData("\"name\": \"rollOver\"", "\"name\": \"roll\"")]
    [InlineData("\"id\": \"K10\"", "\"id\": \"K10a\"")]
    public void Counting_rules_that_lack_something_are_not_loaded(string text, string wrong)
    {
        var good = System.Text.Encoding.UTF8.GetString(LawSet.Embedded.Files.One("parameters/counting-rules.json").Content.Span);
        Assert.Contains(text, good, StringComparison.Ordinal);
        var bad = System.Text.Encoding.UTF8.GetBytes(good.Replace(text, wrong, StringComparison.Ordinal));
        Assert.Throws<LawDataException>(() => CountingRules.From(LawFiles.From([("parameters/counting-rules.json", new MemoryStream(bad))])));
    }

    [Theory]
    [InlineData("WD", TimeUnit.WorkingDay)]
    [InlineData("ND", TimeUnit.NaturalDay)]
    [InlineData("d", TimeUnit.NaturalDay)]
    [InlineData("H", TimeUnit.Hour)]
    [InlineData("M", TimeUnit.Month)]
    [InlineData("Y", TimeUnit.Year)]
    public void Units_are_stored_as_codes(string code, TimeUnit unit)
    {
        Assert.True(TimeUnits.TryParse(code, out var read));
        Assert.Equal(unit, read);
        Assert.Equal(code == "d" ? "ND" : code, unit.Code());
    }

    [Theory]
    [InlineData("wd")]
    [InlineData("D")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_units_are_refused(string? code) => Assert.False(TimeUnits.TryParse(code, out _));

    [Theory]
    [InlineData("2026-01-05")]
    [InlineData("2026-01-05T14:30")]
    [InlineData("9999-12-31T23:59")]
    public void A_moment_reads_what_it_writes(string text) => Assert.Equal(text, At(text).ToString());

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-1-5")]
    [InlineData("2026-01-05T24:00")]
    [InlineData("2026-01-05T14:30:00")]
    [InlineData("2026-01-05 14:30")]
    [InlineData(" 2026-01-05")]
    [InlineData("20260105")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_moments_are_refused(string? text) => Assert.False(LegalMoment.TryParse(text, out _));
}
