using System.Text;
using Heng.Law;

namespace Heng.Tests.Docs;

/// <summary><c>docs/rules.md</c> is generated from the register; <c>HENG_APPROVE=1</c> writes it anew.</summary>
public sealed class RulesDocumentTests
{
    [Fact]
    public void The_document_of_rules_is_what_the_register_says()
    {
        var path = Repository.PathOf("docs", "rules.md");
        var generated = Generate();
        if (Environment.GetEnvironmentVariable("HENG_APPROVE") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.Equal(generated, File.ReadAllText(path));
    }

    private static string Generate()
    {
        var law = LawSet.Embedded;
        var written = new StringBuilder("""
            # 规则

            由规则登记表生成（`HENG_APPROVE=1 ./test -class '*RulesDocumentTests'`），不手工修改。“选择”是衡在法律留有余地之处的选择。

            | 代码 | 规则 | 依据 | |
            | --- | --- | --- | --- |

            """);
        foreach (var rule in LawRules.Of(law))
        {
            written.Append($"| `{rule.Code}` | {rule.States} | {law.Instruments.InChinese(rule.Basis)} | {(rule.IsPolicy ? "选择" : "")} |\n");
        }

        return written.ToString();
    }
}
