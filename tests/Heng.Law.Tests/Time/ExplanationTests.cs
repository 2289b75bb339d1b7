using Heng.Law.Time;
using static Heng.Law.Tests.Time.Counting;

namespace Heng.Law.Tests.Time;

public sealed class ExplanationTests
{
    [Fact]
    public void A_count_of_working_days_names_the_festival_and_the_make_up_workdays()
    {
        var said = Said("L40", "2026-02-12");
        Assert.Equal(
            [
                "期限｜L40 陈述申辩、要求听证为5个工作日；行政处罚法中“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日。",
                "起算｜2026-02-12（星期四）为开始之日（送达告知书），不计算在内，自 2026-02-13 起计算。",
                "调休上班｜2026-02-14（星期六）调休上班，计入工作日。",
                "节假日｜2026-02-15 至 2026-02-23 春节放假，9 日不计入。",
                "计数｜自 2026-02-12 后数满5个工作日，至 2026-02-26。",
                "届满｜期限于 2026-02-26 届满。",
            ],
            said);
    }

    [Fact]
    public void A_count_with_exclusions_and_an_extension_tells_each_and_rolls_at_the_end()
    {
        var said = Said("L50", "2026-01-05", [Days("2026-02-01", "2026-02-10"), Days("2026-02-05", "2026-02-12"), Days("2025-12-01", "2026-01-05")], [More(30, "ND", "HEAD")]);
        Assert.Equal(
            [
                "期限｜L50 普通程序办案期限为90日；其他以“日”计算的期限按自然日连续计算。",
                "起算｜2026-01-05（星期一）为开始之日（立案），不计算在内，自 2026-01-06 起计算。",
                "合并｜所给 3 段扣除期间合并为 2 段，重叠部分只扣除一次。",
                "扣除｜2025-12-01 至 2026-01-05 不在期限运行期间内，不影响计算。",
                "扣除｜2026-02-01 至 2026-02-12 不计入期限，首尾两日均在内，共 12 日不计入。",
                "计数｜自 2026-01-05 后数满90日，至 2026-04-17。",
                "延长｜经市场监督管理部门负责人批准，自未顺延的届满日起延长30日，由 2026-04-17 至 2026-05-17。",
                "顺延｜2026-05-17（星期日）为周末，顺延至 2026-05-18（星期一）。",
                "届满｜期限于 2026-05-18 届满。",
            ],
            said);
    }

    [Fact]
    public void A_count_of_months_tells_of_the_day_that_is_not_there()
        => Assert.Contains("计数｜自 2025-08-31 起满6个月，到期月没有 31 日，以该月末日为 2026-02-28。", Said("L92", "2025-08-31"));

    [Fact]
    public void A_count_backward_tells_of_the_full_days_between()
    {
        var said = Said("L45", "2026-02-27");
        Assert.Contains("计数｜自 2026-02-26 起向前数满3个工作日，最前一日为 2026-02-24。", said);
        Assert.Contains("留足｜中间须留足完整的日数，所得之日为其前一日 2026-02-23（星期一）。", said);
        Assert.Contains("提前｜2026-02-23（星期一）为春节假期，提前至其前一个工作日 2026-02-14（星期六）。", said);
        Assert.Equal("届满｜最迟应于 2026-02-14 完成。", said[^1]);
    }

    [Fact]
    public void A_limit_that_holds_goods_tells_of_the_day_to_warn_of()
        => Assert.Contains("预警｜该期限涉及当事人的财物，不以顺延为由多占用：以未顺延的 2026-02-15 预警。", Said("L23", "2026-01-16"));

    [Fact]
    public void Hours_are_told_to_the_minute()
        => Assert.Equal("届满｜期限于 2026-01-06T14:30 届满。", Said("L20", "2026-01-05T14:30")[^1]);

    [Fact]
    public void A_step_cites_the_counting_rule_or_the_article()
    {
        var steps = Counter.Count("L50", At("2026-01-05")).Counted().Explain();
        Assert.Equal(["PR 64", "APL 60", "PR 80"], steps[0].Basis.Select(b => b.ToString()));
        Assert.Equal(("K1", "PR 80"), (steps[1].Rule, steps[1].Basis[0].ToString()));
        Assert.Equal(("K2", "D3", "PR 80"), (steps[^2].Rule, steps[^2].Reading, steps[^2].Basis[0].ToString()));
    }

    [Fact]
    public void An_answer_carries_its_grounds()
    {
        var allowed = Assert.IsType<Heng.Law.Rulings.Outcome<Deadline>.Allowed>(Counter.Count("L50", At("2026-01-05")));
        Assert.Equal(["K1", "K7", "K2"], allowed.Grounds.Select(g => g.Code));
    }

    private static string[] Said(string limit, string start, DayInterval[]? exclusions = null, GrantedExtension[]? extensions = null)
        => [.. Counter.Count(limit, At(start), exclusions, extensions).Counted().Explain().Select(s => $"{s.What}｜{s.Says}")];
}
