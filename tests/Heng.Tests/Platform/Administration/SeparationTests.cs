using Heng.Dossiers;
using Heng.Platform.Administration;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Platform.Administration;

[Row("X.1")]
public sealed class SeparationTests
{
    private static readonly DateOnly day = new(2026, 3, 2);

    public static TheoryData<PersonRoles, PersonRoles> Pairs { get; } = [.. from a in RoleNames.All from b in RoleNames.All where a < b && (a & RoleNames.Administrators) + (int)(b & RoleNames.Administrators) != 0 select (a, b)];

    [Theory, MemberData(nameof(Pairs))]
    public void No_administrator_holds_a_second_role(PersonRoles one, PersonRoles other) => Assert.NotNull(SecurityDesk.ConflictOf(one | other));

    [Fact]
    public void Every_role_alone_and_the_roles_of_a_case_together_are_allowed()
    {
        Assert.All(RoleNames.All, r => Assert.Null(SecurityDesk.ConflictOf(r)));
        Assert.Null(SecurityDesk.ConflictOf(PersonRoles.Officer | PersonRoles.UnitHead));
    }

    [Theory, EachDatabase]
    public async Task A_second_role_of_an_administrator_is_refused_on_any_day_they_would_meet(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (security, person) = (await house.AdminAsync(PersonRoles.SecurityAdmin), await house.HireAsync("某人", house.Division, PersonRoles.None));
        AdminHouse.MustBeDone(await house.Security().GrantRoleAsync(security, house.Bureau.Id, person.PersonId, "system-admin", day.AddDays(10), day.AddDays(20), AdminHouse.Stop));
        Assert.Equal("role", AdminHouse.Refusal(await house.Security().GrantRoleAsync(security, house.Bureau.Id, person.PersonId, "audit-admin", day.AddDays(20), null, AdminHouse.Stop)));
        Assert.Equal("role", AdminHouse.Refusal(await house.Security().GrantRoleAsync(security, house.Bureau.Id, person.PersonId, "officer", day, day.AddDays(10), AdminHouse.Stop)));
        AdminHouse.MustBeDone(await house.Security().GrantRoleAsync(security, house.Bureau.Id, person.PersonId, "officer", day, day.AddDays(9), AdminHouse.Stop));
        AdminHouse.MustBeDone(await house.Security().GrantRoleAsync(security, house.Bureau.Id, person.PersonId, "audit-admin", day.AddDays(21), null, AdminHouse.Stop));
    }

    [Theory, EachDatabase]
    public async Task Nobody_changes_his_own_roles(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var security = await house.AdminAsync(PersonRoles.SecurityAdmin);
        Assert.Equal("role", AdminHouse.Refusal(await house.Security().GrantRoleAsync(security, house.Bureau.Id, security.PersonId, "security-admin", day, null, AdminHouse.Stop)));
    }

    [Theory, EachDatabase]
    public async Task Each_administrator_does_only_his_own_work_and_with_both_factors(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var (system, security, audit) = (await house.AdminAsync(PersonRoles.SystemAdmin), await house.AdminAsync(PersonRoles.SecurityAdmin), await house.AdminAsync(PersonRoles.AuditAdmin));
        foreach (var me in new[] { security, audit, house.Head, house.Officer1, system with { HasSecondFactor = false } })
        {
            Assert.IsType<AdminOutcome.Forbidden>(await house.System().SaveUnitAsync(me, house.Bureau.Id, null, new UnitForm { Name = "新科" }, AdminHouse.Stop));
        }

        foreach (var me in new[] { system, audit, house.Head, house.Officer1, security with { HasSecondFactor = false } })
        {
            Assert.IsType<AdminOutcome.Forbidden>(await house.Security().GrantRoleAsync(me, house.Bureau.Id, house.Officer1.PersonId, "intake", day, null, AdminHouse.Stop));
        }

        Assert.Empty(await house.LogAsync());
    }

    [Theory, EachDatabase]
    public async Task No_administrator_reads_or_changes_a_dossier(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        foreach (var role in new[] { PersonRoles.SystemAdmin, PersonRoles.SecurityAdmin, PersonRoles.AuditAdmin })
        {
            var me = await house.HireAsync(RoleNames.NamesOf(role), house.Station, role);
            await Assert.ThrowsAsync<InvalidOperationException>(() => house.ReadAsync(me, id));
            foreach (var type in ActTypes.All)
            {
                var outcome = await house.TryAsync(me, type.About.Opens ? null : id, type.Empty);
                Assert.True(outcome is ActOutcome.NotFound or ActOutcome.Forbidden, $"{role} {type.Code}: {outcome}");
            }
        }
    }
}
