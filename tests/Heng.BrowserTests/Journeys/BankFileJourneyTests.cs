using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Heng.BrowserTests.Journeys;

/// <summary>Finance takes a file of the bank in, looks at what it matches and books it; the dossier then shows the receipt.</summary>
public sealed partial class BankFileJourneyTests(BrowserFixture browser)
{
    [Theory, InlineData(View.Wide), InlineData(View.Narrow), InlineData(View.WithoutScript)]
    public async Task A_bank_file_is_checked_and_booked_and_the_dossier_shows_the_receipt(View view)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        var desk = new PracticeDesk(window, Team.County);
        await desk.SignInAsync("jia-ju-head");
        var (dossier, number) = await ServedAsync(desk.Page);

        await desk.SignInAsync("jia-ju-finance");
        await desk.Page.GotoAsync("/payment/import");
        await desk.CheckAsync("bank-files");
        var content = $"缴款码,金额,银行流水号,收款日期,付款人\n{number},100.00,{view}1,{desk.Today:yyyy-MM-dd},演示付款人\n990121202600009999,20.00,{view}2,2026-03-02,演示付款人\n{number},0,{view}3,2026-03-02,演示付款人\n";
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = $"对账{view}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
        await desk.FollowAsync(desk.Page.GetByRole(AriaRole.Button, new() { Name = "导入并核对" }));
        await desk.Page.GetByText("确认，入账 1 笔").WaitForAsync();
        await desk.CheckAsync("bank-file-matched");
        await desk.FollowAsync(desk.Page.GetByText("确认，入账 1 笔"));
        await desk.Page.GetByText("演示付款人").First.WaitForAsync();
        Assert.Equal(0, await desk.Page.GetByText("确认，入账").CountAsync());
        await desk.CheckAsync("bank-file-booked");

        await desk.SignInAsync("jia-ju-head");
        await desk.Page.GotoAsync(dossier);
        Assert.Contains("银行收款", await desk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await desk.CheckAsync("dossier-with-receipt");
    }

    [Theory, InlineData(View.Wide), InlineData(View.Narrow), InlineData(View.WithoutScript)]
    public async Task A_visitor_reads_a_published_decision(View view)
    {
        await using var window = await browser.OpenPracticeAsync(view);
        await window.Page.GotoAsync("/public/decisions");
        await window.CheckAsync("public-decisions");
        await window.FollowAsync(window.Page.Locator("tbody a").First);
        await window.Page.Locator(".h-public-text").WaitForAsync();
        await window.CheckAsync("public-decision");
    }

    /// <summary>A dossier of the practice data whose decision waits for money, with its payment number.</summary>
    private static async Task<(string Dossier, string Number)> ServedAsync(IPage page)
    {
        var list = await (await page.Context.APIRequest.GetAsync("/dossiers?q=" + Uri.EscapeDataString("生物科技"))).TextAsync();
        foreach (var dossier in DossierPattern.Matches(list).Select(m => m.Groups[1].Value).Distinct())
        {
            var text = await (await page.Context.APIRequest.GetAsync(dossier)).TextAsync();
            if (NumberPattern.Match(text) is { Success: true } number)
            {
                return (dossier, number.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("No dossier of the practice data waits for money.");
    }

    [GeneratedRegex("href=\"(/dossiers/[0-9a-f-]{36})")]
    private static partial Regex DossierPattern { get; }

    [GeneratedRegex("缴款码</dt><dd>([0-9]{18})")]
    private static partial Regex NumberPattern { get; }
}
