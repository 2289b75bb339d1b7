using Heng.Dossiers.Model;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>Reading that was recorded (查阅记录), as the owner of the dossier sees it.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Number">Its number.</param>
/// <param name="Reader">Bureau, unit and name of the reader.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was given.</param>
/// <param name="Until">When it ends.</param>
public sealed record RecordedReading(Guid DossierId, string Number, string Reader, string Duty, string Reason, DateTime At, DateTime Until);

/// <summary>Reading desk (履职查阅): a dossier of another unit or of a bureau below is read only for a reason of duty, for a while, and on record with its owner.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="settings">For how long.</param>
/// <param name="directory">The people.</param>
/// <param name="time">The clock.</param>
public sealed class ReadingDesk(IHengDbFactory factory, WriteGate gate, SettingsDesk settings, PeopleDirectory directory, TimeProvider time)
{
    /// <summary>The roles that may ask for a dossier of a bureau below.</summary>
    public const PersonRoles FromAbove = PersonRoles.UnitHead | PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal | PersonRoles.Supervision;

    /// <summary>The roles that may ask for a dossier of another unit of the same bureau.</summary>
    public const PersonRoles FromBeside = RoleNames.OfUnit | RoleNames.WholeBureau;

    /// <summary>The roles that see who read the dossiers of their bureau.</summary>
    public const PersonRoles SeesReadings = PersonRoles.Head | PersonRoles.Principal | PersonRoles.Supervision | PersonRoles.AuditAdmin;

    /// <summary>The duties (履职事由), code and name.</summary>
    public static IReadOnlyList<(string Code, string Chinese)> Duties { get; } =
    [
        ("supervision", "执法监督检查"),
        ("file-review", "案卷评查"),
        ("reconsideration", "行政复议、行政诉讼"),
        ("instruction", "请示、交办、督办"),
        ("cooperation", "协助办案、并案核查"),
        ("transfer", "移交办案机构"),
    ];

    /// <summary>Asks for a dossier by its number.</summary>
    /// <param name="me">Who.</param>
    /// <param name="number">The number.</param>
    /// <param name="duty">Code of the duty.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>The dossier, or what is wrong.</returns>
    public async Task<(Guid? DossierId, InputFault? Fault)> AskAsync(CurrentPerson me, string? number, string? duty, string? reason, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (Duties.All(d => d.Code != duty))
        {
            return (null, new("duty", "请选择履职事由。"));
        }

        if (reason?.Trim() is not { Length: >= 4 and <= 500 } why)
        {
            return (null, new("reason", "请写明查阅理由，4 至 500 个字。"));
        }

        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var wanted = number?.Trim() ?? "";
        var dossiers = await db.AcrossBureaus<Dossier>().Where(d => d.Number == wanted).ToListAsync(stop);
        var mine = await db.Set<Bureau>().FirstOrDefaultAsync(b => b.Id == me.BureauId, stop);
        foreach (var dossier in dossiers)
        {
            var owner = await db.Set<Bureau>().SingleAsync(b => b.Id == dossier.BureauId, stop);
            if (mine is null || !(owner.Id == mine.Id ? me.Holds(FromBeside) : me.Holds(FromAbove) && mine.IsAtOrAbove(owner)) || me.Holds(RoleNames.Administrators))
            {
                continue;
            }

            var now = time.UtcInstant();
            var unit = (await directory.OfAsync(me.BureauId, stop)).Units.FirstOrDefault(u => u.Id == me.UnitId)?.Name;
            var days = (await settings.OfAsync(owner.Id, stop)).Number(PlatformSettings.ReadingDays);
            db.Access = Access.WholeBureau(owner.Id);
            var grant = new ReadGrant(dossier, Guid.CreateVersion7(), me.BureauId, me.PersonId, $"{mine.Name} {unit} {me.Name}", duty!, why, now, now.AddDays(days));
            db.Add(grant);
            await db.SaveChangesAsync(stop);
            await LogAsync(db, owner, me, mine, new("reading.granted", dossier.Number, "", $"{Duties.First(d => d.Code == duty).Chinese}：{why}"), stop);
            await transaction.CommitAsync(stop);
            return (dossier.Id, null);
        }

        return (null, new("number", "没有找到可以查阅的档案；请核对编号，或者请其所属单位提供。"));
    }

    /// <summary>What the person asked for and may still read.</summary>
    /// <param name="me">Who.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<RecordedReading>> MineAsync(CurrentPerson me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        var now = time.UtcInstant();
        await using var db = factory.Create(Access.None);
        return await ReadingsAsync(db, db.AcrossBureaus<ReadGrant>().Where(g => g.ReaderId == me.PersonId && g.ReaderBureauId == me.BureauId && g.Until > now), stop);
    }

    /// <summary>Who asked for dossiers of the person's bureau, the newest first.</summary>
    /// <param name="me">Who.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<RecordedReading>> OfBureauAsync(CurrentPerson me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (!me.Holds(SeesReadings))
        {
            return [];
        }

        await using var db = factory.Create(Access.WholeBureau(me.BureauId));
        return await ReadingsAsync(db, db.Set<ReadGrant>(), stop);
    }

    /// <summary>Opens a dossier that is not the person's: notes it with the owner, whether it is allowed or not.</summary>
    /// <param name="me">Who.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Whose rows may be read; null for none.</returns>
    internal async Task<Access?> OpenAsync(CurrentPerson me, Guid dossierId, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(Access.None);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.AcrossBureaus<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == dossierId, stop) is not { } dossier)
        {
            return null;
        }

        var now = time.UtcInstant();
        var owner = await db.Set<Bureau>().SingleAsync(b => b.Id == dossier.BureauId, stop);
        var mine = await db.Set<Bureau>().FirstOrDefaultAsync(b => b.Id == me.BureauId, stop);
        var may = !me.Holds(RoleNames.Administrators) && await db.AcrossBureaus<ReadGrant>().AnyAsync(g => g.BureauId == owner.Id && g.DossierId == dossierId && g.ReaderId == me.PersonId && g.Until > now, stop);
        await LogAsync(db, owner, me, mine, new(may ? "reading.opened" : "reading.denied", dossier.Number), stop);
        await transaction.CommitAsync(stop);
        return may ? new Access(owner.Id, dossier.UnitId) : null;
    }

    private static async Task<IReadOnlyList<RecordedReading>> ReadingsAsync(HengDb db, IQueryable<ReadGrant> grants, CancellationToken stop)
    {
        var rows = await grants.AsNoTracking().OrderByDescending(g => g.At).Take(200)
            .Join(db.AcrossBureaus<Dossier>(), g => new { g.BureauId, Id = g.DossierId }, d => new { d.BureauId, d.Id }, (g, d) => new { Grant = g, d.Number }).ToListAsync(stop);
        return [.. rows.OrderByDescending(r => r.Grant.At).Select(r => new RecordedReading(r.Grant.DossierId, r.Number, r.Grant.Reader, Duties.FirstOrDefault(d => d.Code == r.Grant.Duty).Chinese ?? "", r.Grant.Reason, r.Grant.At, r.Grant.Until))];
    }

    private Task LogAsync(HengDb db, Bureau owner, CurrentPerson me, Bureau? mine, SecurityEvent what, CancellationToken stop)
        => SecurityLog.AppendAsync(db, owner.Id, HashProfile.Find(owner.HashProfile)!, time.UtcInstant(), new(me.PersonId, owner.Id == mine?.Id ? me.Name : $"{me.Name}（{mine?.Name}）", string.Join(' ', RoleNames.CodesOf(me.Roles))), what, stop);
}
