using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;
using Heng.Law.Reasoning;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Documents;

public sealed class SeededErrorTests(ITestOutputHelper output)
{
    private const string Code = "91110000000000003P";

    /// <summary>Sixty errors of the kinds that reviewers of files find, each put into a decision without a fault.</summary>
    private static readonly (string Name, Func<DocumentDraft, DocumentDraft> Seed)[] seeds =
    [
        ("当事人名称错一字（尾）", d => Say(d, "经查，示例县示例副食占销售过期食品。")),
        ("当事人名称错一字（中）", d => Say(d, "经查，示例县示例付食店销售过期食品。")),
        ("当事人名称漏一字", d => Say(d, "经查，示例县示例副店销售过期食品。")),
        ("当事人名称多一字", d => Say(d, "经查，示例县示例副食品店销售过期食品。")),
        ("当事人栏写成他人", d => Field(d, "party", "示范县另一商行")),
        ("当事人栏空白", d => Field(d, "party", "")),
        ("信用代码校验位错", d => Field(d, "partyIdentity", "91110000000000003Q")),
        ("信用代码少一位", d => Field(d, "partyIdentity", "9111000000000003P")),
        ("信用代码多一位", d => Field(d, "partyIdentity", "911100000000000003P")),
        ("信用代码两位颠倒", d => Field(d, "partyIdentity", "91110000000000030P")),
        ("信用代码是他人的", d => Field(d, "partyIdentity", "91110000000000011G")),
        ("身份号码校验位错", d => Say(d, "经营者公民身份号码110101199003070011。")),
        ("大写少一个零头", d => Say(d, "货值金额1,205.00元（大写：壹仟贰佰元整）。")),
        ("大写数字错", d => Say(d, "货值金额12.00元（大写：壹拾叁元整）。")),
        ("大写用小写汉字", d => Say(d, "货值金额12.00元（大写：十二元整）。")),
        ("大写漏写元", d => Say(d, "货值金额12.00元（大写：壹拾贰）。")),
        ("小写错位", d => Say(d, "货值金额120.00元（大写：壹拾贰元整）。")),
        ("万元与大写不符", d => Say(d, "货值金额1.2万元（大写：壹拾贰万元整）。")),
        ("角分与大写不符", d => Say(d, "货值金额12.50元（大写：壹拾贰元伍分）。")),
        ("千位分节错", d => Say(d, "货值金额1,20元。")),
        ("三位小数", d => Say(d, "货值金额12.345元。")),
        ("两个小数点", d => Say(d, "货值金额1.2.5元。")),
        ("金额没有单位", d => Say(d, "货值金额300，数量三袋。")),
        ("违法所得没有单位", d => Say(d, "违法所得共计25.50。")),
        ("价款没有单位", d => Say(d, "退还价款18。")),
        ("二月三十日", d => Say(d, "2026年2月30日检查发现。")),
        ("十三月", d => Say(d, "2026年13月2日检查发现。")),
        ("三十二日", d => Say(d, "2026年1月32日检查发现。")),
        ("非闰年二月二十九日", d => Say(d, "2026年2月29日检查发现。")),
        ("年份多写一位", d => Say(d, "20266年3月2日检查发现。")),
        ("年份错为二〇六二", d => Say(d, "2062年3月2日检查发现。")),
        ("年份少写一位", d => Say(d, "202年3月2日检查发现。")),
        ("立案早于发现", d => d with { Course = [("发现线索日期", new(2026, 3, 2)), ("立案日期", new(2026, 3, 1))] }),
        ("决定早于调查终结", d => d with { Course = [("调查终结日期", new(2026, 3, 2)), ("决定日期", new(2026, 3, 1))] }),
        ("文书日期晚于今天", d => d with { On = new(2026, 3, 9), Course = [] }),
        ("自造法名", d => Say(d, "违反《食品安全管理法》的规定。")),
        ("自造条例名", d => Say(d, "违反《食品经营者条例》第五条的规定。")),
        ("法名错一字", d => Say(d, "违反《中华人民共和国食品安会法》第三十四条的规定。")),
        ("法名不加书名号", d => Say(d, "违反食品安全法第三十四条的规定。")),
        ("简称不加书名号", d => Say(d, "依照行政处罚法第三十三条，不予处罚。")),
        ("条号用阿拉伯数字", d => Say(d, "违反《中华人民共和国食品安全法》第34条的规定。")),
        ("款号用阿拉伯数字", d => Say(d, "依照《中华人民共和国行政处罚法》第三十三条第1款。")),
        ("条号数字不规范", d => Say(d, "违反《中华人民共和国食品安全法》第三十四四条的规定。")),
        ("条号写成一百十四", d => Say(d, "违反《中华人民共和国食品安全法》第一百十四条的规定。")),
        ("条号超出法律", d => Say(d, "违反《中华人民共和国食品安全法》第九百条的规定。")),
        ("引用没有出处的条", d => Say(d, "依照《中华人民共和国行政处罚法》第八百八十八条。")),
        ("没有文号", d => d with { Number = "" }),
        ("文号年份错", d => d with { Number = "示市监不罚〔2025〕1号" }),
        ("文号括号错", d => d with { Number = "示市监不罚[2026]1号" }),
        ("文号缺号", d => d with { Number = "示市监不罚〔2026〕号" }),
        ("只有一人签名", d => d with { LeastSigners = 2, Signers = [new(Guid.NewGuid(), "办案甲", "1")] }),
        ("同一人签两次", d => d with { LeastSigners = 2, Signers = [new(Guid.NewGuid(), "办案甲", "1"), new(Guid.NewGuid(), "办案甲", "1")] }),
        ("签名人没有证件", d => d with { LeastSigners = 2, Signers = [new(Guid.NewGuid(), "办案甲", "1"), new(Guid.NewGuid(), "办案乙", null)] }),
        ("救济栏空白", d => Field(d, "remedies", "")),
        ("复议期限写错", d => d with { Reasoned = d.Reasoned! with { Remedies = d.Reasoned.Remedies! with { ReconsiderationDays = 30 } } }),
        ("起诉期限写错", d => d with { Reasoned = d.Reasoned! with { Remedies = d.Reasoned.Remedies! with { SuitMonths = 3 } } }),
        ("留有占位符", d => Say(d, "共查获×××袋。")),
        ("留有待填", d => Say(d, "检查地点：待填。")),
        ("事实失去证据", d => d with { Passages = With(d, "facts", new Sentence("另有一袋售出，有证据9证实。", [new Support(SupportKind.Evidence, "9", "证据9", false)])) }),
        ("写错机关名称", d => Say(d, "由示范县市场监督管理局办理。")),
    ];

    [Fact, Row("6.7")]
    public async Task Of_sixty_seeded_errors_the_share_that_is_caught_is_told_and_high()
    {
        Assert.Equal(60, seeds.Length);
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToDecisionAsync(house);
        await using var scope = house.Services.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(house.Officer1, id, TestContext.Current.CancellationToken);
        var book = scope.ServiceProvider.GetRequiredService<DocumentBook>();
        var decision = DocumentDrafts.Of(read!.Value.File, read.Value.Context).Single(d => d.Form == "46");
        decision = Field(decision with { Party = decision.Party! with { Code = Code } }, "partyIdentity", Code);
        var clean = await book.CheckAsync(decision, read.Value.Context, TestContext.Current.CancellationToken);
        Assert.Empty(clean.Diagnostics.Where(d => d.Severity != Severity.Information).Select(d => d.Says));
        int caught = 0, barred = 0;
        foreach (var (name, seed) in seeds)
        {
            var found = (await book.CheckAsync(seed(decision), read.Value.Context, TestContext.Current.CancellationToken)).Diagnostics;
            var isBarred = found.Any(d => d.Severity == Severity.Error);
            var isCaught = found.Any(d => d.Severity != Severity.Information);
            (caught, barred) = (caught + (isCaught ? 1 : 0), barred + (isBarred ? 1 : 0));
            output.WriteLine($"{(isBarred ? "barred" : isCaught ? "told  " : "MISSED")} {name}: {found.FirstOrDefault(d => d.Severity != Severity.Information)?.Code}");
        }

        output.WriteLine($"Of {seeds.Length} seeded errors {caught} were caught ({caught * 100 / seeds.Length} %), {barred} of them bar the issue.");
        Assert.True(caught >= 57, $"only {caught} of {seeds.Length} seeded errors were caught");
    }

    [Fact, Row("6.7", "6.2")]
    public async Task A_name_of_a_law_that_someone_made_up_bars_the_issue()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house) with { Story = "当事人陈列销售过期食品，违反《食品安全管理法》第三条。" });
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<Heng.Cases.Steps.Review.ConcludeInvestigation>(house.UnitHead, id));
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        var report = DocumentDrafts.OpenIn(file, context).Single(d => d.Form == "35");
        var refused = Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, new Heng.Documents.Steps.IssueDocument { Document = report.Key }));
        Assert.Contains(refused.Refusals, r => r.Code == "form.law.unknown" && r.Basis == Citation.Parse("APL 38(1)"));
    }

    private static DocumentDraft Say(DocumentDraft draft, string text) => draft with { Passages = With(draft, "facts", new Sentence(text, [])) };

    private static Dictionary<string, IReadOnlyList<Sentence>> With(DocumentDraft draft, string tag, Sentence sentence)
        => new(draft.Passages.ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal) { [tag] = [.. draft.Passages[tag], sentence] };

    private static DocumentDraft Field(DocumentDraft draft, string tag, string text)
        => draft with { Fields = new Dictionary<string, string>(draft.Fields.ToDictionary(f => f.Key, f => f.Value), StringComparer.Ordinal) { [tag] = text } };
}
