using Heng.Demonstration.Model;
using Heng.Platform.People;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Demonstration.Storage;

/// <summary>Cast (演练人员): the bureaus, units and people of the demonstration, and who plays which part in which unit.</summary>
internal sealed class PracticeCast
{
    private readonly Dictionary<(string Bureau, string Unit, string As), (Person Person, Guid UnitId)> people = [];

    private PracticeCast()
    {
    }

    /// <summary>Makes the rows in one transaction: all of them, or none.</summary>
    /// <param name="db">A context.</param>
    /// <param name="book">Who there is.</param>
    /// <param name="factor">Gives each account its second factor.</param>
    /// <param name="clock">The clock at which the data are made.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<Installation> MakeAsync(HengDb db, ScenarioBook book, SecondFactor factor, PracticeClock clock, CancellationToken stop)
    {
        var installation = new Installation(Guid.CreateVersion7(), isPractice: true, clock.UtcInstant()) { PracticeDays = clock.Days };
        db.Add(installation);
        var made = new Dictionary<string, Bureau>();
        string? hash = null;
        foreach (var plan in book.Bureaus)
        {
            var parent = plan.Parent is null ? null : made[plan.Parent];
            var bureau = new Bureau(Guid.CreateVersion7(), parent, plan.Level, plan.Name, plan.ShortName, plan.AreaCode, plan.LawRegion)
            {
                Address = $"{plan.Place}示例大道 1 号",
                Telephone = "000-00000000",
                Government = $"{plan.Place}人民政府",
                Court = $"{plan.Place}人民法院",
                HashProfile = plan.HashProfile,
            };
            made[plan.Key] = bureau;
            db.Add(bureau);
            foreach (var unitPlan in plan.Units)
            {
                var unit = new Unit(bureau.Id, Guid.CreateVersion7(), unitPlan.Name, unitPlan.IsStation);
                db.Add(unit);
                foreach (var personPlan in unitPlan.People)
                {
                    var account = new Account(Guid.CreateVersion7(), plan.AccountOf(unitPlan, personPlan));
                    // One password for all, and one hash of it: these accounts are open to everyone anyway.
                    account.PasswordHash = hash ??= Passwords.Hash(account, Practice.Password);
                    factor.Enrol(account, SecondFactor.NewSecret());
                    db.Add(account);
                    AddPerson(db, bureau, unit, account, personPlan, clock.Day);
                }
            }
        }

        await db.SaveChangesAsync(stop);
        return installation;
    }

    /// <summary>Reads the cast from its rows.</summary>
    /// <param name="factory">Makes contexts.</param>
    /// <param name="book">Who there is.</param>
    /// <param name="stop">Stops the work.</param>
    public static async Task<PracticeCast> ReadAsync(IHengDbFactory factory, ScenarioBook book, CancellationToken stop)
    {
        var cast = new PracticeCast();
        foreach (var plan in book.Bureaus)
        {
            await using var none = factory.Create(Access.None);
            var bureau = await none.Set<Bureau>().AsNoTracking().FirstAsync(b => b.AreaCode == plan.AreaCode, stop);
            await using var db = factory.Create(Access.WholeBureau(bureau.Id));
            var units = await db.Set<Unit>().AsNoTracking().ToDictionaryAsync(u => u.Name, u => u.Id, stop);
            var people = await db.Set<Person>().AsNoTracking().Include(p => p.Grants).ToDictionaryAsync(p => p.Name, stop);
            foreach (var unit in plan.Units)
            {
                foreach (var person in unit.People)
                {
                    cast.people[(plan.Key, unit.Key, person.As)] = (people[person.Name], units[unit.Name]);
                }
            }
        }

        return cast;
    }

    /// <summary>Who plays a part for a unit on a day: someone of the unit, else of another unit of the bureau.</summary>
    /// <param name="bureau">Key of the bureau.</param>
    /// <param name="unit">Key of the unit.</param>
    /// <param name="part">The part.</param>
    /// <param name="day">The day, for the roles held.</param>
    public CurrentPerson Of(string bureau, string unit, string part, DateOnly day)
    {
        var (person, unitId) = people.TryGetValue((bureau, unit, part), out var own) ? own
            : people.First(p => p.Key.Bureau == bureau && p.Key.As == part).Value;
        return new CurrentPerson(person.AccountId ?? Guid.Empty, person.Id, person.BureauId, unitId, person.Name, person.RolesOn(day), HasSecondFactor: true);
    }

    private static void AddPerson(HengDb db, Bureau bureau, Unit unit, Account account, PersonPlan plan, DateOnly today)
    {
        var person = new Person(bureau.Id, Guid.CreateVersion7(), unit.Id, plan.Name, account.Id) { Post = plan.Post, HasLegalQualification = plan.Qualified };
        db.Add(person);
        var from = new DateOnly(2020, 1, 1);
        db.AddRange(plan.Roles.Select(r => new RoleGrant(bureau.Id, Guid.CreateVersion7(), person.Id, r, from)));
        if (plan.Certificate is { } certificate)
        {
            var until = certificate == "expired" ? today.AddDays(-20) : today.AddYears(3);
            db.Add(new Certificate(bureau.Id, Guid.CreateVersion7(), person.Id, $"演示{person.Id.ToString("N")[^8..].ToUpperInvariant()}", from, until));
        }
    }
}
