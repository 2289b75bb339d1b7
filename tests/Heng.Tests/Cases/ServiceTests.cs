using Heng.Cases;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Service;
using Heng.Dossiers;
using Heng.Tests.Storage;

namespace Heng.Tests.Cases;

/// <summary>The day on which a document counts as served, by each method, and what each method asks for.</summary>
[Row("8.23")]
public sealed class ServiceTests
{
    [Theory, EachDatabase]
    public async Task Served_directly_on_the_day_that_the_signer_wrote(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToIssuedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(2));
        var signed = house.Today.AddDays(-1);
        var service = await HowAsync(house, id, ServiceMethod.Direct, signed);
        Assert.Contains("service.proof", await house.RefusalsAsync(house.Officer1, id, service with { Files = [] }));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service with { On = house.Today.AddDays(-3) }));
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service with { On = house.Today.AddDays(1) }));
        await house.DoAsync(house.Officer1, id, service);
        Assert.Equal(signed, await ServedOnAsync(house, id));
    }

    [Theory]
    [InlineData(ServiceMethod.Left)]
    [InlineData(ServiceMethod.Mail)]
    [InlineData(ServiceMethod.Entrusted)]
    public async Task Left_mailed_or_entrusted_it_is_served_on_the_day_of_the_proof(ServiceMethod method)
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ToIssuedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(6));
        // Left on the day of leaving, mailed on the day of the slip, entrusted on the day of the signature: not on the day when it is recorded.
        var proven = house.Today.AddDays(-2);
        var service = await HowAsync(house, id, method, proven);
        Assert.Contains("service.proof", await house.RefusalsAsync(house.Officer1, id, service with { Files = [] }));
        await house.DoAsync(house.Officer1, id, service);
        Assert.Equal(proven, await ServedOnAsync(house, id));
    }

    [Fact]
    public async Task Agreed_electronic_service_counts_on_the_day_it_reached_the_receiver()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ToIssuedAsync(house);
        var service = await HowAsync(house, id, ServiceMethod.Electronic, house.Today);
        Assert.Contains("service.electronic", await house.RefusalsAsync(house.Officer1, id, service));
        var address = await house.PrefilledAsync<ConfirmAddress>(house.Officer1, id);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, address with { Electronic = true, Account = "example@example.test" }));
        // A confirmed address alone is no consent.
        await house.DoAsync(house.Officer1, id, address with { Files = [await house.UploadAsync(house.Officer1)] });
        Assert.Contains("service.electronic", await house.RefusalsAsync(house.Officer1, id, service));
        await house.DoAsync(house.Officer1, id, address with { Electronic = true, Account = "example@example.test", Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Officer1, id, service);
        Assert.Equal(service.On, await ServedOnAsync(house, id));
    }

    [Fact]
    public async Task At_a_confirmed_address_it_is_served_on_the_day_it_was_left_or_came_back()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ToIssuedAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(4));
        var cameBack = house.Today.AddDays(-1);
        var service = await HowAsync(house, id, ServiceMethod.Confirmed, cameBack);
        Assert.Contains("service.confirmed-address", await house.RefusalsAsync(house.Officer1, id, service));
        var address = await house.PrefilledAsync<ConfirmAddress>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, address);
        Assert.Contains("service.confirmed-address", await house.RefusalsAsync(house.Officer1, id, service));
        await house.DoAsync(house.Officer1, id, address with { Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.Officer1, id, service);
        Assert.Equal(cameBack, await ServedOnAsync(house, id));
    }

    [Theory, EachDatabase]
    public async Task By_public_notice_it_is_served_thirty_days_after_the_notice_and_not_before_other_ways_failed(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ToIssuedAsync(house);
        var notice = await house.PrefilledAsync<PublishNotice>(house.Officer1, id);
        Assert.Equal((await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().DecisionName, notice.Document);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, notice));
        await house.DoAsync(house.Officer1, id, notice with { Failed = "按登记地址上门两次，店铺已经关闭，电话停机，去向不明。" });
        var published = house.Today;
        house.Clock.Advance(TimeSpan.FromDays(29));
        // The form already knows the day and the reason of the notice.
        var service = (await house.PrefilledAsync<ServeDecision>(house.Officer1, id)) with { Files = [await house.UploadAsync(house.Officer1)] };
        Assert.Equal((ServiceMethod.Public, published), (service.Method, service.On));
        Assert.Contains("去向不明", service.Failed, StringComparison.Ordinal);
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service));
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("service.public", await house.RefusalsAsync(house.Officer1, id, service with { Failed = null }));
        await house.DoAsync(house.Officer1, id, service);
        Assert.Equal(published.AddDays(30), await ServedOnAsync(house, id));
    }

    [Fact]
    public async Task An_order_is_served_by_itself_and_not_before_it_was_made()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, new OrderCorrection { What = "补正进货台账。", DueOn = house.Today.AddDays(3) });
        await ExemptionPath.IssueAsync(house, id, "33");
        var service = await house.PrefilledAsync<ServeDocument>(house.Officer1, id);
        var order = service.ChoicesOf("Document", (await house.ReadAsync(house.Officer1, id)).File, (await house.ReadAsync(house.Officer1, id)).Context).Last().Value;
        service = service with { Document = order, Files = [await house.UploadAsync(house.Officer1)] };
        Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, id, service with { On = house.Today.AddDays(-1) }));
        await house.DoAsync(house.Officer1, id, service);
        Assert.Equal((order, house.Today), (await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().Services.Select(s => (s.Document, s.On)).Single());
    }

    [Theory, EachDatabase, Row("8.29", "8.30")]
    public async Task The_decision_is_issued_and_then_served_within_seven_working_days(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await ExemptionPath.ToDecisionAsync(house);
        Assert.Equal("签发决定书", await NextAsync(house, id));
        // Seven working days from Monday 2 March 2026 end on 11 March.
        var clock = CaseClocks.Service((await house.ReadAsync(house.Head, id)).File)!;
        Assert.Equal(("L51", new DateOnly(2026, 3, 11)), (clock.Limit, clock.DueOn));
        await ExemptionPath.IssueAsync(house, id, "46");
        Assert.Equal("送达决定书", await NextAsync(house, id));
        await house.DoAsync(house.Officer1, id, await HowAsync(house, id, ServiceMethod.Direct, house.Today));
        Assert.Null(CaseClocks.Service((await house.ReadAsync(house.Head, id)).File));
        Assert.Null(await NextAsync(house, id));
    }

    private static async Task<string?> NextAsync(TestHouse house, Guid id)
    {
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        return new CaseContributor().Needs(file, context.Settings).Select(n => n.Title).FirstOrDefault(t => t.Contains("决定书", StringComparison.Ordinal));
    }

    private static async Task<Guid> ToIssuedAsync(TestHouse house)
    {
        var id = await ExemptionPath.ToDecisionAsync(house);
        await ExemptionPath.IssueAsync(house, id, "46");
        return id;
    }

    private static async Task<ServeDecision> HowAsync(TestHouse house, Guid id, ServiceMethod method, DateOnly on)
        => (await house.PrefilledAsync<ServeDecision>(house.Officer1, id)) with { Method = method, On = on, Files = [await house.UploadAsync(house.Officer1)] };

    private static async Task<DateOnly> ServedOnAsync(TestHouse house, Guid id) => (await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().Services.Single(s => s.IsDecision).On;
}
