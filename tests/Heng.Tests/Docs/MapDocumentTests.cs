using System.Text;
using Heng.Dossiers;
using Heng.Platform.Shell;

namespace Heng.Tests.Docs;

/// <summary><c>docs/map.md</c> is generated from the cards, the rows, the rules and the tests; <c>HENG_APPROVE=1</c> writes it anew.</summary>
public sealed class MapDocumentTests
{
    private static readonly Dictionary<OpinionClause, string> titles = new()
    {
        [OpinionClause.EarlyWarning] = "三、注重事前预警，强化源头治理",
        [OpinionClause.LenienceAndSeverity] = "四、坚持惩教结合，体现宽严相济",
        [OpinionClause.UniformDiscretion] = "五、统一裁量基准，促进过罚相当",
        [OpinionClause.ReasonedEnforcement] = "六、创新执法方式，体现执法温度",
        [OpinionClause.FollowUp] = "七、做好事后跟踪，提升执法效果",
        [OpinionClause.Discipline] = "八、严明作风纪律，文明廉洁执法",
        [OpinionClause.Oversight] = "九、加强执法监督，强化责任落实",
        [OpinionClause.Competence] = "十、提升素质能力，夯实执法基础",
        [OpinionClause.PublicOpinion] = "十一、注重宣传引导，树立良好形象",
        [OpinionClause.Organisation] = "十二、强化组织保障，确保工作落实",
    };

    [Fact]
    public void The_map_is_what_the_cards_the_rows_the_rules_and_the_tests_say()
    {
        var path = Repository.PathOf("docs", "map.md");
        var generated = Generate();
        if (Environment.GetEnvironmentVariable("HENG_APPROVE") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.Equal(generated, File.ReadAllText(path));
    }

    [Fact]
    public void Every_clause_is_served_or_marked_for_later()
        => Assert.Empty(titles.Keys.Except(Capabilities.All.SelectMany(c => c.Clauses).Select(c => c.Clause)));

    private static string Generate()
    {
        var written = new StringBuilder("""
            # 对照表

            指导意见的条款、板块、能力、规则和测试。由各板块的卡片、[能力清单](capabilities.md)、[规则](rules.md)登记表和测试生成
            （`HENG_APPROVE=1 ./test -class '*MapDocumentTests'`），不手工修改。

            ## 一、二、总体要求和执法理念

            整个系统为之服务。

            """);
        AppendRows(written, r => r.Clause is 1 or 2);
        foreach (var (clause, title) in titles)
        {
            written.Append($"\n## {title}\n\n");
            foreach (var (card, served) in Capabilities.All.SelectMany(c => c.Clauses.Select(s => (c, s))).Where(c => c.s.Clause == clause).OrderBy(c => c.s.Later))
            {
                written.Append($"- **{card.Name}**{(served.Later ? "（后续提供）" : "")}：{served.How}\n");
            }

            AppendRows(written, r => r.Clause == (int)clause);
        }

        written.Append("\n## 通用要求\n");
        AppendRows(written, r => r.Clause is null);
        written.Append("\n## 板块与规则\n\n办理行为除程序本身的规则外所依据的规则。\n\n| 板块 | 办理行为 | 规则 |\n| --- | --- | --- |\n");
        foreach (var card in Capabilities.All)
        {
            foreach (var type in ActTypes.All.Where(t => RoomOf(t.Type) == RoomOf(card.GetType())))
            {
                written.Append($"| {card.Name} | {type.Chinese} | {RulesOf(type)} |\n");
            }
        }

        return written.ToString();
    }

    private static void AppendRows(StringBuilder written, Func<CapabilityRow, bool> which)
    {
        var rows = Rows.All.Where(which).ToArray();
        if (rows.Length == 0)
        {
            return;
        }

        written.Append("\n| 编号 | 能力 | 板块 | 测试 |\n| --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            written.Append($"| {row.Id} | {row.Name} | {row.Capability} | {string.Join("<br>", Rows.Tests[row.Id].Order(StringComparer.Ordinal).Select(t => $"`{t}`"))} |\n");
        }
    }

    private static string RulesOf(ActType type) => string.Join(" ", type.Empty.RestsOn().Select(r => r.Code).Distinct().Select(c => $"`{c}`"));

    private static string RoomOf(Type type) => type.Namespace!.Split('.')[1];
}
