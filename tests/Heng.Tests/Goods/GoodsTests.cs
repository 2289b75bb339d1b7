using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.OnPaper;
using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Goods;
using Heng.Goods.Steps;
using Heng.Goods.Storage;
using Heng.Law.Codes;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Goods;

public sealed class GoodsTests
{
    [Theory, EachDatabase, Row("8.26")]
    public async Task What_is_confiscated_is_on_the_list_and_worth_what_the_proposal_says(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToFactsAsync(house);
        var proposal = await PenaltyPath.ProposalAsync(house, id, PenaltyCase.Ordinary);
        Assert.Equal(PenaltyPath.Yuan(6_000), proposal.Goods);
        Assert.Equal(["goods.listed"], await house.RefusalsAsync(house.Officer1, id, proposal with { Goods = PenaltyPath.Yuan(5_999) }));
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<ReleaseGoods>(house.Officer1, id)) with { Ground = ReleaseGround.EnteredWrongly, Reason = "登记到别的案件。" });
        Assert.Equal(["goods.listed"], await house.RefusalsAsync(house.Officer1, id, proposal));
        var list = await PenaltyPath.ListAsync(house, id, PenaltyCase.Ordinary);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, list with { Lines = "牛奶，很多，箱，100" }));
        Assert.Equal(["goods.keeper.apart"], await house.RefusalsAsync(house.Officer1, id, list with { Keeper = house.Officer2.PersonId }));
        await house.DoAsync(house.Officer1, id, list);
        await house.DoAsync(house.Officer1, id, proposal);
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        Assert.Equal([3, 4], file.Part<CaseFile>().Goods.Where(g => g.Counts).Select(g => g.Number));
        Assert.Equal("示市监财清〔2026〕2号", file.Part<CaseFile>().Goods[^1].List);
    }

    [Theory, EachDatabase, Row("8.26")]
    public async Task Goods_are_disposed_of_by_two_and_a_supervisor_after_decision_and_order_and_their_proceeds_go_to_the_treasury(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToDecidedAsync(house);
        var team = await TeamAsync(house);
        var order = (await house.PrefilledAsync<OrderDisposal>(house.Head, id)) with { Way = DisposalWay.Auction, Reason = "尚可作饲料。" };
        Assert.Equal(["goods.order.after-decision"], await house.RefusalsAsync(house.Head, id, order));
        await PenaltyPath.ServeAsync<Heng.Cases.Steps.Service.ServeDecision>(house, id, "45");
        var early = await DisposalAsync(house, id, team, PenaltyPath.Yuan(700));
        Assert.Equal(["goods.dispose.order"], await house.RefusalsAsync(house.UnitHead, id, early with { Items = ["1", "2"], Proceeds = null }));
        Assert.Equal(["goods.release.not-confiscated"], await house.RefusalsAsync(house.Officer1, id, (await house.PrefilledAsync<ReleaseGoods>(house.Officer1, id)) with { Reason = "当事人要求。", Files = [await house.UploadAsync(house.Officer1)] }));
        Assert.Contains(await NeedsAsync(house, id), n => n.Act == "goods.order-disposal");
        await house.DoAsync(house.Head, id, order with { Items = ["1"] });
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<OrderDisposal>(house.Head, id)) with { Way = DisposalWay.Destruction, Reason = "变质食品依法应当销毁。" });
        var move = (await house.PrefilledAsync<MoveGoods>(house.UnitHead, id)) with { Items = ["2"], Place = "冷库", Keeper = team[3].PersonId, Reason = "需要冷藏", Files = [await house.UploadAsync(house.UnitHead)] };
        Assert.Equal(["goods.keeper.apart"], await house.RefusalsAsync(house.UnitHead, id, move with { Keeper = house.Officer1.PersonId }));
        await house.DoAsync(house.UnitHead, id, move);
        var disposal = await DisposalAsync(house, id, team, PenaltyPath.Yuan(700));
        Assert.Equal(["1"], disposal.Items);
        Assert.Equal(["goods.dispose.two"], await house.RefusalsAsync(house.UnitHead, id, disposal with { Executors = [team[0].PersonId] }));
        Assert.Equal(["goods.dispose.two"], await house.RefusalsAsync(house.UnitHead, id, disposal with { Supervisor = team[0].PersonId }));
        Assert.Equal(["goods.dispose.apart"], await house.RefusalsAsync(house.UnitHead, id, disposal with { Executors = [team[0].PersonId, house.Officer1.PersonId] }));
        Assert.Equal(["goods.dispose.apart"], await house.RefusalsAsync(house.UnitHead, id, disposal with { Supervisor = house.Reviewer.PersonId }));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.UnitHead, id, disposal with { Proceeds = null }));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.UnitHead, id, disposal with { Items = ["1", "2"] }));
        await house.DoAsync(house.UnitHead, id, disposal);
        await house.DoAsync(house.UnitHead, id, await DisposalAsync(house, id, team, null));
        var pay = (await house.PrefilledAsync<PayProceeds>(house.UnitHead, id)) with { Voucher = "库 1", Files = [await house.UploadAsync(house.UnitHead)] };
        Assert.Equal(700_00, pay.Sum);
        Assert.Equal(["goods.proceeds.treasury"], await house.RefusalsAsync(house.UnitHead, id, pay with { Sum = 700_01 }));
        await house.DoAsync(house.UnitHead, id, pay);
        var (file, _) = await house.ReadAsync(house.Head, id);
        Assert.Equal(Money.Zero, GoodsFile.Of(file).Held);
        Assert.All(file.Part<CaseFile>().Goods, g => Assert.Equal(GoodsState.Disposed, g.State));
        Assert.DoesNotContain(await NeedsAsync(house, id), n => n.Act?.StartsWith("goods.", StringComparison.Ordinal) == true);
        var papers = Volume.Of(file).Where(i => i.Form is "24" or "52").Select(i => i.Title);
        Assert.Equal(["财物清单 示市监财清〔2026〕1号", "涉案物品处理记录", "涉案物品处理记录"], papers);
    }

    [Fact, Row("8.26")]
    public async Task The_closing_does_not_wait_for_the_disposal_but_says_what_became_of_the_goods_and_the_disposal_goes_on_after_it()
    {
        await using var house = await TestHouse.BuildAsync();
        var team = await TeamAsync(house);
        var id = await PenaltyPath.ToArchivedAsync(house);
        Assert.Contains(await NeedsAsync(house, id), n => n.Act == "goods.order-disposal");
        await house.DoAsync(house.Head, id, (await house.PrefilledAsync<OrderDisposal>(house.Head, id)) with { Way = DisposalWay.Destruction, Reason = "依法应当销毁。" });
        await house.DoAsync(house.UnitHead, id, await DisposalAsync(house, id, team, null));
        Assert.DoesNotContain(await NeedsAsync(house, id), n => n.Act?.StartsWith("goods.", StringComparison.Ordinal) == true);
    }

    [Theory, EachDatabase, Row("8.26")]
    public async Task Stock_is_counted_by_one_and_checked_by_another_and_differences_stand_in_the_report(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await PenaltyPath.ToFactsAsync(house);
        await using var scope = house.Services.CreateAsyncScope();
        var (desk, stop) = (scope.ServiceProvider.GetRequiredService<StockDesk>(), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.KeptAsync(house.Officer1, null, stop));
        var kept = await desk.KeptAsync(house.Reviewer, null, stop);
        Assert.Equal(["超过保质期的饼干", "超过保质期的牛奶"], kept.Select(g => g.Name));
        Assert.All(kept, g => Assert.Equal((id, house.Reviewer.Name), (g.DossierId, g.Keeper)));
        Assert.NotNull((await desk.CountAsync(house.Reviewer, null, new Dictionary<Guid, decimal> { [kept[0].Id] = 120 }, null, stop)).Says);
        var (take, _) = await desk.CountAsync(house.Reviewer, null, kept.ToDictionary(g => g.Id, g => g.Quantity - (g.Number - 1)), "一箱破损。", stop);
        Assert.Equal("goods.stock.two", (await desk.CheckAsync(house.Reviewer, take!.Value, stop))?.Code);
        Assert.Null(await desk.CheckAsync(house.Head, take.Value, stop));
        var (found, counts) = (await desk.FindAsync(house.Head, take.Value, stop))!.Value;
        Assert.Equal((house.Reviewer.Name, house.Head.Name), (found.Counter, found.Checker));
        Assert.Equal([0m, -1m], counts.OrderBy(c => c.Number).Select(c => c.Difference));
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<ReleaseGoods>(house.Officer1, id)) with { Ground = ReleaseGround.EnteredWrongly, Reason = "重复。" });
        Assert.Empty(await desk.KeptAsync(house.Reviewer, null, stop));
    }

    internal static async Task<CurrentPerson[]> TeamAsync(TestHouse house)
        => [await house.HireAsync("处置甲", house.Division, PersonRoles.Officer), await house.HireAsync("处置乙", house.Division, PersonRoles.Officer), await house.HireAsync("监督丙", house.Division, PersonRoles.Supervision), await house.HireAsync("保管丁", house.Division, PersonRoles.Reviewer)];

    internal static async Task<DisposeGoods> DisposalAsync(TestHouse house, Guid id, CurrentPerson[] team, Money? proceeds)
        => (await house.PrefilledAsync<DisposeGoods>(house.UnitHead, id)) with { Place = "示例县无害化处理厂", Executors = [team[0].PersonId, team[1].PersonId], Supervisor = team[2].PersonId, How = "核对数量后处理完毕，全程录像。", Proceeds = proceeds, Files = [await house.UploadAsync(house.UnitHead)] };

    private static async Task<WorkNeed[]> NeedsAsync(TestHouse house, Guid id)
        => [.. new GoodsContributor().Needs((await house.ReadAsync(house.Head, id)).File, DossierSettings.Defaults)];
}
