using Heng.Cases;
using Heng.Cases.Steps.OnPaper;
using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Publication;
using Heng.Publication.Model;
using Heng.Publication.Steps;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Publication;

public sealed class PublicationPathTests
{
    private const string PersonNumber = "11010519491231002X";
    private static readonly PenaltyCase withNumber = PenaltyCase.Ordinary with { Story = $"当事人在货架上陈列并销售超过保质期的食品，现场负责人出示的身份证号码为{PersonNumber}，已销售部分获利，其余当场查见。" };

    [Theory, EachDatabase, Row("9.2")]
    public async Task A_served_decision_is_entered_by_an_officer_of_the_case_checked_by_another_and_shown(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var keeper = await KeeperAsync(house);
        var id = await PenaltyPath.ToServedAsync(house, withNumber);
        var stranger = await house.HireAsync("邻案办案员", house.Station, PersonRoles.Officer, house.Today.AddYears(2));
        Assert.Equal(["publicity.handler-enters"], await RefusedAsync(house, stranger, id, Entry));
        await house.DoAsync(house.Officer1, id, Entry);
        var both = house.Officer1 with { Roles = PersonRoles.Officer | PersonRoles.Publicity };
        Assert.Equal(["publicity.another-checks"], await RefusedAsync(house, both, id, Check));
        await house.DoAsync(keeper, id, Check);
        var (file, _) = await house.ReadAsync(house.Head, id);
        var p = file.Part<PublicationFile>();
        Assert.Equal(("S85", house.Today), (file.Procedure.Publication, p.PublishedOn));
        Assert.Equal("serious-product", p.Summary!.Class);
        Assert.Equal(file.Part<CaseFile>().Penalty!.Number, p.Summary.Number);
        Assert.Contains("罚款 66,000.00 元", p.Summary.Sanction, StringComparison.Ordinal);
        Assert.DoesNotContain(PersonNumber, p.Frozen!.Text, StringComparison.Ordinal);
        Assert.Contains(p.Frozen.Masks, m => m.Reason == MaskReason.PersonNumber);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        var row = Assert.Single(db.Set<PublishedDecision>().ToList());
        Assert.Equal((p.Frozen.Text, p.Frozen.TextSha256, p.Summary.ShownUntil), (row.Text, row.TextHash, row.ShownUntil));
    }

    [Fact, Row("9.2")]
    public async Task A_person_number_that_the_officer_wants_to_leave_refuses_the_publication_with_its_article()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house, withNumber);
        var refused = Assert.IsType<ActOutcome.Refused>(await house.TryAsync(house.Officer1, id, Entry with { NotPersonal = PersonNumber })).Refusals;
        Assert.Equal(("publicity.personal-data-left", "DR 6"), (refused[0].Code, refused[0].Basis.ToString()));
        Assert.Contains("个人信息", refused[0].Says, StringComparison.Ordinal);
        Assert.Equal(["publicity.secrecy"], await RefusedAsync(house, house.Officer1, id, Entry with { Secrecy = SecrecyAnswer.Concerned }));
        Assert.Null((await house.ReadAsync(house.Head, id)).File.Part<PublicationFile>().Entry);
    }

    [Theory, EachDatabase, Row("9.2")]
    public async Task A_case_closed_and_archived_before_is_still_published_and_a_late_day_needs_its_reason(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var keeper = await KeeperAsync(house);
        var closed = await PenaltyPath.ToArchivedAsync(house);
        await house.DoAsync(house.Officer1, closed, Entry);
        house.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(["publicity.limit"], await RefusedAsync(house, keeper, closed, Check));
        await house.DoAsync(keeper, closed, Check with { LateBecause = "公示系统升级。" });
        var (file, _) = await house.ReadAsync(house.Head, closed);
        Assert.Equal(("S97", "S85", "CH42"), (file.Procedure.Main, file.Procedure.Publication, file.Acts[^1].Transition!.Id));
    }

    [Theory, EachDatabase, Row("9.4"), Row("9.5")]
    public async Task What_was_published_is_corrected_ended_by_repair_only_in_time_and_withdrawn_with_a_reason(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var keeper = await KeeperAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        await house.DoAsync(house.Officer1, id, Entry);
        await house.DoAsync(keeper, id, Check);
        var before = (await house.ReadAsync(house.Head, id)).File.Part<PublicationFile>();
        var correction = (await house.PrefilledAsync<CorrectPublication>(keeper, id)) with { MasksConfirmed = true, AlsoHidden = "货架\n示例经营者", Wrong = "有一处商业秘密没有隐去。" };
        await house.DoAsync(keeper, id, correction);
        var after = (await house.ReadAsync(house.Head, id)).File.Part<PublicationFile>();
        Assert.Contains("货架", before.Frozen!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("货架", after.Frozen!.Text, StringComparison.Ordinal);
        Assert.Equal(("示例经营者", "示某某"), (before.Summary!.Representative, after.Summary!.Representative));
        Assert.Equal((before.PublishedOn, before.Summary!.ShownUntil), (after.PublishedOn, after.Summary!.ShownUntil));
        var repair = new EndDisplayEarly { Number = "示市监信修〔2026〕1号", DecidedOn = house.Today, Files = [await house.UploadAsync(keeper)] };
        Assert.Equal(["publicity.early-end"], await RefusedAsync(house, keeper, id, repair));
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<RecordReconsideration>(house.Officer1, id)) with { Other = "示例县人民政府", Note = "当事人申请行政复议。", Files = [await house.UploadAsync(house.Officer1)] });
        var withdrawal = (await house.PrefilledAsync<WithdrawPublication>(house.Head, id)) with { Ground = WithdrawalGround.Revoked, Document = "示政复决〔2026〕1号", Reason = "主要事实不清。", ChangedOn = house.Today };
        house.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(["publicity.withdrawal-limit"], await RefusedAsync(house, house.Head, id, withdrawal));
        await house.DoAsync(house.Head, id, withdrawal with { ChangedOn = house.Today });
        var file = (await house.ReadAsync(house.Head, id)).File;
        Assert.Null(file.Procedure.Publication);
        Assert.Equal("主要事实不清。", Assert.Single(file.Part<PublicationFile>().Withdrawn).Reason);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        Assert.Equal(house.Today, Assert.Single(db.Set<PublishedDecision>().ToList()).WithdrawnOn);
    }

    [Fact, Row("9.2")]
    public async Task A_bare_warning_is_not_published_and_waits_for_nobody()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house, PenaltyCase.Warning);
        Assert.Equal(["publicity.bare-warning"], await RefusedAsync(house, house.Officer1, id, Entry));
        Assert.Null(PublicationPlan.ClockOf((await house.ReadAsync(house.Head, id)).File));
    }

    [Fact]
    public async Task The_clock_of_publication_runs_from_the_decision_and_names_who_is_next()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await PenaltyPath.ToServedAsync(house);
        var (file, context) = await house.ReadAsync(house.Head, id);
        Assert.Equal("L60", PublicationPlan.ClockOf(file)!.Limit);
        Assert.Contains("信用修复", PublicationPlan.NoticeOf(file), StringComparison.Ordinal);
        var contributor = new PublicationContributor();
        Assert.Equal("publication.enter", Assert.Single(contributor.Needs(file, context.Settings)).Act);
        await house.DoAsync(house.Officer1, id, Entry);
        (file, context) = await house.ReadAsync(house.Head, id);
        Assert.Equal(("publication.publish", PersonRoles.Publicity), contributor.Needs(file, context.Settings).Select(n => (n.Act, n.Roles)).Single());
    }

    private static EnterPublication Entry { get; } = new() { Secrecy = SecrecyAnswer.Clear, IsOnSeriousList = false, MasksConfirmed = true };

    private static PublishDecision Check { get; } = new() { Checked = true };

    private static Task<CurrentPerson> KeeperAsync(TestHouse house) => house.HireAsync("公示庚", house.Division, PersonRoles.Publicity);

    private static async Task<string[]> RefusedAsync(TestHouse house, CurrentPerson me, Guid id, DossierAct act)
        => await house.TryAsync(me, id, act) is ActOutcome.Refused refused ? [.. refused.Refusals.Select(r => r.Code)] : [];
}
