using Heng.Cases.Steps.Filing;
using Heng.Dossiers;
using Heng.Dossiers.Storage;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Payment;
using Heng.Tests.Storage;

namespace Heng.Tests.Dossiers;

public sealed class DossierListTests
{
    [Theory, EachDatabase, Row("1.5")]
    public async Task Another_bureau_and_another_station_never_appear_in_list_search_count_or_export(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var neighbour = await house.NeighbourAsync();
        var station = await house.AddStationAsync("城东市场监督管理所");
        var east = await house.HireAsync("城东办案", station, PersonRoles.Officer);
        await house.ClueAsync(house.Officer1, "城关示例商店");
        await house.ClueAsync(east, "城东示例商店");
        await house.ClueAsync(neighbour, "邻县示例商店");

        string[] queries = ["", "?q=示例商店", "?clock=green", "?sort=changed", "?sort=due", "?stage=verification", "?matter=FOOD-008", "?from=2020-01-01"];
        foreach (var query in queries)
        {
            Assert.Equal(["城关示例商店"], await house.PartiesAsync(house.Officer1, query));
            Assert.Equal(["城东示例商店"], await house.PartiesAsync(east, query));
            Assert.Equal(["邻县示例商店"], await house.PartiesAsync(neighbour, query));
            Assert.Equal(2, (await house.PartiesAsync(house.Head, query)).Length);
            var filter = DossierFilter.Parse(query);
            Assert.Equal(1, await house.WithListAsync(l => l.CountAsync(house.Officer1, filter, TestContext.Current.CancellationToken)));
            Assert.Equal("城关示例商店", Assert.Single(await house.WithListAsync(l => l.ExportAsync(house.Officer1, filter, TestContext.Current.CancellationToken))).Party);
        }

        // A unit or an officer of elsewhere in the address opens nothing either.
        Assert.Empty(await house.PartiesAsync(house.Officer1, $"?unit={station.Id}"));
        Assert.Empty(await house.PartiesAsync(house.Officer1, $"?handler={east.PersonId}"));
        Assert.Equal(["城东示例商店"], await house.PartiesAsync(house.Head, $"?unit={station.Id}"));
    }

    [Theory, EachDatabase, Row("10.6")]
    public async Task A_dossier_is_found_by_number_party_credit_code_and_words(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        const string Code = "91110105DEMX000420";
        var code = Code[..17] + Law.Codes.UnifiedSocialCreditCode.CheckCharacter(Code[..17]);
        var id = await house.ClueAsync(house.Officer1, "示例县晨光食品商行", "货架上有超过保质期的酸奶两盒。", code);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.ClueAsync(house.Officer1, "示例县大众药房", "处方药与非处方药混放。", matter: null);
        var number = (await house.PageAsync(house.Officer1, "?q=晨光")).Lines.Single(l => l.Id == id).Number;

        foreach (var words in new[] { number, "晨光食品", "酸奶", "酸奶 晨光", code, code.ToLowerInvariant(), "保质期的酸奶" })
        {
            Assert.Equal(["示例县晨光食品商行"], await house.PartiesAsync(house.Officer1, "?q=" + Uri.EscapeDataString(words)));
        }

        Assert.Empty(await house.PartiesAsync(house.Officer1, "?q=晨光药房"));
        Assert.Empty(await house.PartiesAsync(house.Officer1, "?q=。"));
        Assert.Equal(["示例县大众药房", "示例县晨光食品商行"], await house.PartiesAsync(house.Officer1, "?q=示例县"));
    }

    [Theory, EachDatabase, Row("10.6")]
    public async Task A_dossier_is_found_by_old_words_and_new_ones_after_its_words_changed(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToDecidedAsync(house);
        var account = await PaymentPath.AccountAsync(house, id);
        foreach (var words in new[] { "示例食品有限公司", account.Number.ToString() })
        {
            Assert.Equal(id, Assert.Single((await house.PageAsync(house.Officer1, "?q=" + Uri.EscapeDataString(words))).Lines).Id);
        }
    }

    [Theory, EachDatabase]
    public async Task Pages_follow_one_another_in_both_directions_and_in_every_order(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        const int Count = (2 * DossierList.PageSize) + 5;
        for (var i = 0; i < Count; i++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            await house.ClueAsync(house.Officer1, $"示例商店{i:00}");
        }

        foreach (var query in new[] { "", "?q=示例商店", "?sort=changed", "?sort=due", "?stage=verification&sort=changed" })
        {
            var first = await house.PageAsync(house.Officer1, query);
            var second = await house.PageAsync(house.Officer1, query, after: first.After);
            var third = await house.PageAsync(house.Officer1, query, after: second.After);
            Assert.Null(first.Before);
            Assert.Null(third.After);
            var all = first.Lines.Concat(second.Lines).Concat(third.Lines).Select(l => l.Party).ToArray();
            Assert.Equal(Count, all.Distinct().Count());
            if (!query.Contains("due", StringComparison.Ordinal))
            {
                Assert.Equal(all.OrderDescending(StringComparer.Ordinal), all);
            }

            var back = await house.PageAsync(house.Officer1, query, before: third.Before);
            Assert.Equal(second.Lines.Select(l => l.Id), back.Lines.Select(l => l.Id));
            var begin = await house.PageAsync(house.Officer1, query, before: back.Before);
            Assert.Equal(first.Lines.Select(l => l.Id), begin.Lines.Select(l => l.Id));
            Assert.Null(begin.Before);
            Assert.NotNull(begin.After);
        }
    }

    [Theory, EachDatabase]
    public async Task Each_filter_keeps_what_fits_and_leaves_out_the_rest(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var archived = await ExemptionPath.ToArchiveAsync(house);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var filed = await ExemptionPath.ToFilingAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(30));
        var fresh = await house.ClueAsync(house.UnitHead, "示例药房", matter: "DRUG-001");

        async Task ExpectAsync(string query, params Guid[] expected)
            => Assert.Equal(expected.Order(), (await house.PageAsync(house.Head, query)).Lines.Select(l => l.Id).Order());

        await ExpectAsync("?stage=closed", archived);
        await ExpectAsync("?stage=investigation", filed);
        await ExpectAsync("?stage=verification", fresh);
        await ExpectAsync("?field=food", archived, filed);
        await ExpectAsync("?matter=DRUG-001", fresh);
        await ExpectAsync("?outcome=no-penalty", archived);
        await ExpectAsync("?outcome=none", filed, fresh);
        await ExpectAsync("?part=exemption&state=applied", archived);
        await ExpectAsync("?part=exemption&state=due", filed);
        await ExpectAsync("?part=exemption", archived, filed, fresh);
        await ExpectAsync($"?from={house.Today:yyyy-MM-dd}", fresh);
        await ExpectAsync($"?to={house.Today.AddDays(-1):yyyy-MM-dd}", archived, filed);
        await ExpectAsync("?closed=1");
        await ExpectAsync("?closed=0", archived, filed, fresh);
        await ExpectAsync($"?handler={house.Officer2.PersonId}", archived, filed);
        await ExpectAsync($"?handler={house.UnitHead.PersonId}");
        await ExpectAsync("?stage=nonsense&unit=nonsense&from=nonsense&sort=nonsense", archived, filed, fresh);
        Assert.Equal([filed, archived], (await house.PageAsync(house.Officer1, "?mine=1")).Lines.Select(l => l.Id));
        Assert.Empty((await house.PageAsync(house.Head, "?mine=1")).Lines);
    }

    [Theory, EachDatabase]
    public async Task A_level_follows_the_share_of_the_limit_used(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.ClueAsync(house.Officer1, "示例商店");
        var line = (await house.PageAsync(house.Officer1)).Lines.Single();
        var opened = house.Today;
        var length = line.DueOn!.Value.DayNumber - opened.DayNumber;
        Assert.Equal(opened.AddDays(length * 60 / 100), line.YellowOn);
        Assert.Equal(opened.AddDays(length * 85 / 100), line.RedOn);
        foreach (var (day, level) in new[] { (line.YellowOn!.Value.AddDays(-1), "green"), (line.YellowOn.Value, "yellow"), (line.RedOn!.Value, "red"), (line.DueOn.Value, "red"), (line.DueOn.Value.AddDays(1), "overdue") })
        {
            house.Clock.Advance(TimeSpan.FromDays(day.DayNumber - house.Today.DayNumber));
            foreach (var code in ClockLevels.All.Select(ClockLevels.CodeOf))
            {
                Assert.Equal(code == level ? [id] : [], (await house.PageAsync(house.Officer1, "?clock=" + code)).Lines.Select(l => l.Id));
            }

            Assert.Equal(level, ClockLevels.CodeOf(ClockLevels.On(line.DueOn, line.YellowOn, line.RedOn, house.Today)));
        }
    }

    [Fact]
    public void A_filter_is_written_as_the_address_that_it_was_read_from()
    {
        const string Query = "?q=%E8%BF%87%E6%9C%9F%20%E9%A3%9F%E5%93%81&stage=review&field=food&unit=0198c0de-0000-7000-8000-000000000001&mine=1&outcome=none&part=visit&state=due&clock=red&from=2026-01-01&to=2026-02-01&closed=0&sort=changed";
        Assert.Equal(Query, DossierFilter.Parse(Query).ToQuery());
        Assert.Equal("", new DossierFilter().ToQuery());
        Assert.False(new DossierFilter().IsNarrow);
    }
}
