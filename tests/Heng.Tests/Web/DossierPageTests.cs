using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Web;

/// <summary>The page of a dossier and its record.</summary>
public sealed class DossierPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private TestHouse House => site.House;

    [Fact, Row("1.5")]
    public async Task A_guest_is_told_that_he_only_reads_and_is_offered_no_act()
    {
        var house = site.House;
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var guest = await house.HireAsync("外所所长", house.Division, PersonRoles.UnitHead);
        var number = (await house.ReadAsync(house.Officer1, id)).File.Number;
        await house.Services.GetRequiredService<ReadingDesk>().AskAsync(guest, number, "cooperation", "与本所案件并案核查", TestContext.Current.CancellationToken);
        var page = await site.GetPageAsync(guest, $"/dossiers/{id}");
        Assert.Contains(page.QuerySelectorAll(".h-notice-title"), t => t.TextContent == "履职查阅，只读");
        Assert.Empty(page.QuerySelectorAll("main a[href*='/acts/']"));
        Assert.NotNull(page.QuerySelector(".h-nav-wide a[href='/reading']"));
        Assert.DoesNotContain("履职查阅，只读", (await site.GetPageAsync(house.UnitHead, $"/dossiers/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("1.1")]
    public async Task The_five_parts_are_shown_each_with_its_state_and_reason()
    {
        var id = await ExemptionPath.ToArchiveAsync(House);
        var page = await site.GetPageAsync(House.Officer1, DossierLinks.Page(id));
        var parts = page.QuerySelectorAll(".h-five li");
        Assert.Equal(["预防", "免罚", "严惩", "相当", "回访"], parts.Select(p => p.QuerySelector(".h-five-name")!.TextContent));
        Assert.Equal("已适用", parts[1].QuerySelector(".h-five-state")!.TextContent);
        Assert.Contains("不予行政处罚", parts[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("不适用", parts[2].QuerySelector(".h-five-state")!.TextContent);
        Assert.NotNull(parts[2].QuerySelector(".h-five-says"));
    }

    [Fact, Row("10.6")]
    public async Task Finished_parts_are_folded_and_what_still_needs_someone_is_open()
    {
        var id = await ExemptionPath.ToFactsAsync(House);
        var page = await site.GetPageAsync(House.Officer1, DossierLinks.Page(id));
        Assert.Equal(["案源与核查"], Folded(page));
        id = await ExemptionPath.ToArchiveAsync(House);
        page = await site.GetPageAsync(House.Officer1, DossierLinks.Page(id));
        Assert.Equal(["案源与核查", "办案情况", "证据", "事实与裁量"], Folded(page));
        Assert.Contains(page.QuerySelectorAll("section.h-card > h2"), h => h.TextContent == "回访");

        static IEnumerable<string> Folded(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll(".h-desk-main > details > summary > h2").Select(h => h.TextContent);
    }

    [Fact, Row("8.29", "8.30")]
    public async Task A_clock_shows_its_light_its_day_and_every_step_of_the_count_with_articles()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        var page = await site.GetPageAsync(House.Officer1, DossierLinks.Page(id));
        var clock = page.QuerySelector(".h-clock")!;
        Assert.Contains("核查并决定是否立案", clock.TextContent, StringComparison.Ordinal);
        Assert.Equal("正常", clock.QuerySelector(".h-badge")!.TextContent);
        Assert.NotEmpty(clock.QuerySelectorAll(".h-clock-steps li a.h-cite"));
    }

    [Theory, Row("8.30")]
    [InlineData(0, ClockLight.Green)]
    [InlineData(5, ClockLight.Green)]
    [InlineData(6, ClockLight.Yellow)]
    [InlineData(8, ClockLight.Red)]
    [InlineData(10, ClockLight.Red)]
    [InlineData(11, ClockLight.Overdue)]
    public void A_clock_turns_by_the_share_of_the_limit_that_is_used(int used, ClockLight light)
    {
        var start = new DateOnly(2026, 3, 2);
        Assert.Equal(light, new DossierClock("", start, start.AddDays(10), "").LightOn(start.AddDays(used), DossierSettings.Defaults));
    }

    [Fact]
    public async Task Each_person_sees_what_waits_for_him_and_what_waits_for_others()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        var officer = await site.GetPageAsync(House.Officer1, DossierLinks.Page(id));
        Assert.Null(officer.QuerySelector(".h-next"));
        Assert.Contains("指定核查人员", officer.QuerySelector(".h-desk-first")!.TextContent, StringComparison.Ordinal);
        var head = await site.GetPageAsync(House.UnitHead, DossierLinks.Page(id));
        Assert.Equal(DossierLinks.Act(id, "intake.assign-verifiers"), head.QuerySelector(".h-next a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_may_not_act_because_of_who_he_is_sees_why_and_the_article()
    {
        var id = await ExemptionPath.ToFilingAsync(House);
        var officer = await House.HireAsync("无证人员", House.Station, Heng.Platform.People.PersonRoles.Officer, certifiedUntil: House.Today.AddDays(-1));
        await House.DoAsync(House.UnitHead, id, new Heng.Cases.Steps.Investigation.BeginInvestigation());
        var page = await site.GetPageAsync(officer, DossierLinks.Page(id));
        Assert.NotEmpty(page.QuerySelectorAll(".h-desk-first .h-barred a.h-cite"));
    }

    [Fact]
    public async Task The_record_shows_every_act_with_its_hash_and_that_the_chain_holds()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House) with { PartyPhone = "000-12345678", Reporter = "举报人某某" });
        await House.DoAsync(House.UnitHead, id, new Heng.Intake.Steps.AssignVerifiers { People = [House.Officer1.PersonId, House.Officer2.PersonId] });
        var page = await site.GetPageAsync(House.Officer1, DossierLinks.Record(id));
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Equal(2, page.QuerySelectorAll(".h-record > li").Length);
        Assert.Contains("完整", text, StringComparison.Ordinal);
        Assert.Contains("SHA-256", text, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("#act-2 .h-grounds a.h-cite"));
        Assert.DoesNotContain("某某", text, StringComparison.Ordinal);
        Assert.DoesNotContain("000-12345678", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_names_no_act_or_dossier_is_not_found()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        foreach (var address in new[] { DossierLinks.Page(Guid.CreateVersion7()), $"/dossiers/{id}/acts/no.such", DossierLinks.New("no.such"), DossierLinks.New("cases.close"), DossierLinks.File(Guid.CreateVersion7()) })
        {
            using var answer = await site.GetAsync(House.Officer1, address);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
