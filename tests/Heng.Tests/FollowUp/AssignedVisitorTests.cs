using Heng.Dossiers;
using Heng.Dossiers.Steps;
using Heng.Dossiers.Storage;
using Heng.FollowUp.Steps;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Cases;
using Heng.Tests.Dossiers;
using Heng.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.FollowUp;

public sealed class AssignedVisitorTests
{
    [Fact, Row("7.1")]
    public async Task Only_those_are_offered_as_visitors_who_may_visit()
    {
        await using var house = await TestHouse.BuildAsync();
        var id = await ExemptionPath.ToArchiveAsync(house);
        var (file, context) = await house.ReadAsync(house.UnitHead, id);
        foreach (var act in (DossierAct[])[new AssignVisitor(), new RecordVisit()])
        {
            var field = ActTypes.Of(act).Fields.Single(f => f.About.Kind == FieldKind.People);
            var offered = FieldView.Of(field, [], [], act, file, context).Choices.Select(c => Guid.Parse(c.Value)).ToList();
            Assert.Contains(house.UnitHead.PersonId, offered);
            Assert.DoesNotContain(house.Officer1.PersonId, offered);
            Assert.All(offered, p => Assert.NotNull(context.People[p].Certificate));
            Assert.Contains(context.People.Values, p => p.Certificate is null);
        }
    }

    [Theory, EachDatabase, Row("7.1", "7.2", "1.5")]
    public async Task A_visitor_of_another_station_opens_the_dossier_by_his_assignment_and_does_nothing_else_there(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var north = new Unit(house.Bureau.Id, Guid.CreateVersion7(), "城北市场监督管理所", true);
        await using (var db = house.Db(Access.WholeBureau(house.Bureau.Id)))
        {
            db.Add(north);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var visitor = await house.HireAsync("回访己", north, PersonRoles.Officer | PersonRoles.UnitHead);
        var neighbour = await house.HireAsync("邻所庚", north, PersonRoles.Officer);
        var id = await ExemptionPath.ToArchiveAsync(house);
        var file = (await house.ReadAsync(house.Head, id)).File.Part<Heng.Cases.CaseFile>().Evidence.SelectMany(e => e.Files).First().Id;
        house.Clock.Advance(TimeSpan.FromDays(20));
        Assert.False(await CanReadAsync(visitor));
        Assert.IsType<ActOutcome.NotFound>(await house.TryAsync(visitor, id, new AssignVisitor { People = [visitor.PersonId] }));

        await house.DoAsync(house.UnitHead, id, new AssignVisitor { People = [visitor.PersonId] });
        Assert.True(await CanReadAsync(visitor));
        Assert.False(await CanReadAsync(neighbour));
        var (read, context) = await house.ReadAsync(visitor, id);
        Assert.False(context.IsGuest);
        Assert.True(context.Admits("follow-up.record-visit"));
        Assert.DoesNotContain(ActDesk.OffersOf(visitor, read, context), o => o.Type.Code is "dossiers.close" or "follow-up.assign-visitor");
        Assert.Contains(await WorkAsync(visitor), w => w.Number == read.Number && w.Act == "follow-up.record-visit");
        Assert.Empty(await WorkAsync(neighbour));
        await using (var scope = house.Services.CreateAsyncScope())
        {
            Assert.NotNull(await scope.ServiceProvider.GetRequiredService<FileDesk>().FindAsync(visitor, file, TestContext.Current.CancellationToken));
        }

        // What the assignment does not name is not there for him, whatever his role in his own station.
        Assert.IsType<ActOutcome.NotFound>(await house.TryAsync(visitor, id, new CloseDossier { Opinion = "同意终结。" }));
        await house.DoAsync(visitor, id, await FollowUpPath.VisitOfAsync(house, visitor, id));

        // Who is named instead takes the reading with him.
        await house.DoAsync(house.UnitHead, id, new AssignVisitor { People = [house.UnitHead.PersonId] });
        Assert.False(await CanReadAsync(visitor));
        await using var log = house.Db(Access.WholeBureau(house.Bureau.Id));
        Assert.DoesNotContain("reading.opened", await log.Set<SecurityEntry>().Select(e => e.Code).ToListAsync(TestContext.Current.CancellationToken));

        async Task<bool> CanReadAsync(CurrentPerson me)
        {
            await using var scope = house.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(me, id, TestContext.Current.CancellationToken) is not null;
        }

        async Task<IReadOnlyList<WorkEntry>> WorkAsync(CurrentPerson me) => (await house.WorkAsync(me, new WorkFilter(WorkOf.Me))).Entries;
    }
}
