using Microsoft.Playwright;

namespace Heng.BrowserTests;

/// <summary>Two cases of expired food, as a person assesses them: one to exemption, one to the heavy band.</summary>
public sealed class AssessJourneyTests(BrowserFixture browser)
{
    private const string Matter = "经营超过保质期的食品、食品添加剂";

    [Theory]
    [InlineData(View.Wide)]
    [InlineData(View.Narrow)]
    [InlineData(View.WithoutScript)]
    public async Task Eight_expired_items_of_66_yuan_lead_to_exemption(View view)
    {
        await using var window = await browser.OpenAsync(view);
        var page = window.Page;
        await FindAsync(page);
        await AnswerAsync(page, "违法产品的货值金额是多少？", "66");
        Assert.Contains("应予处罚", await OutcomeAsync(page), StringComparison.Ordinal);
        // The questions come one by one; the ones about harm and history lead to the exemption.
        await AnswerAsync(page, "违法行为是否轻微？", "是");
        await AnswerAsync(page, "是否及时改正？", "是");
        await AnswerAsync(page, "是否没有造成危害后果？", "是");
        Assert.Equal("应当不予处罚", await OutcomeAsync(page));
        await window.CheckAsync("assess-exempt");
        var address = page.Url;
        await page.GotoAsync(address);
        Assert.Equal("应当不予处罚", await OutcomeAsync(page));
    }

    [Theory]
    [InlineData(View.Wide)]
    [InlineData(View.Narrow)]
    [InlineData(View.WithoutScript)]
    public async Task Expired_food_of_36000_yuan_leads_to_the_heavy_band(View view)
    {
        await using var window = await browser.OpenAsync(view);
        var page = window.Page;
        await FindAsync(page);
        await AnswerAsync(page, "违法产品的货值金额是多少？", "36000");
        await AnswerAsync(page, "违法行为是否轻微？", "否");
        Assert.Equal("应予处罚：从重处罚", await OutcomeAsync(page));
        Assert.Contains("612,000 元至 720,000 元", await page.Locator("#result").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await page.GetByText("应当：吊销许可证件").IsVisibleAsync());
        Assert.True(await page.GetByText("应当由设区的市级以上市场监督管理部门决定").First.IsVisibleAsync());
        await window.CheckAsync("assess-heavy");
    }

    [Fact]
    public async Task With_script_the_result_follows_an_answer_without_a_button()
    {
        await using var window = await browser.OpenAsync(View.Wide);
        await window.Page.GotoAsync("/assess?matter=METR-001&act=2026-03-01&decide=2026-04-10");
        await window.Page.GetByRole(AriaRole.Group, new() { Name = "当事人的证据是否足以证明没有主观过错？" }).GetByLabel("是", new() { Exact = true }).CheckAsync();
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "应当不予处罚" }).WaitForAsync();
        Assert.Contains("f.provesNoFault=yes", window.Page.Url, StringComparison.Ordinal);
    }

    private static async Task FindAsync(IPage page)
    {
        await page.GotoAsync("/assess");
        await page.GetByLabel("事项、关键词或条款").FillAsync("保质期");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Matter }).First.ClickAsync();
        Assert.Equal("事实尚待查明", await OutcomeAsync(page));
    }

    private static async Task<string> OutcomeAsync(IPage page) => (await page.Locator("#outcome").TextContentAsync())!.Trim();

    /// <summary>Answers the question that the page puts first.</summary>
    private static async Task AnswerAsync(IPage page, string question, string answer)
    {
        var next = page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "下一个问题" }) });
        Assert.Contains(question, await next.TextContentAsync(), StringComparison.Ordinal);
        var input = next.GetByRole(AriaRole.Textbox);
        if (await input.CountAsync() > 0)
        {
            await input.FillAsync(answer);
            await next.GetByRole(AriaRole.Button, new() { Name = "回答" }).ClickAsync();
            return;
        }

        await next.GetByRole(AriaRole.Link, new() { Name = answer, Exact = true }).ClickAsync();
    }
}
