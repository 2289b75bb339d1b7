using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Administration;

/// <summary>Administration office (管理室): the one way in which administrators change something: one change, one transaction, one entry in the security log.</summary>
/// <param name="factory">Makes contexts.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="directory">Forgets the people after a change.</param>
/// <param name="settings">Forgets the settings after a change.</param>
/// <param name="time">The clock.</param>
public sealed class AdminOffice(IHengDbFactory factory, WriteGate gate, PeopleDirectory directory, SettingsDesk settings, TimeProvider time)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The Beijing day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.AddHours(8));

    /// <summary>The present instant.</summary>
    public DateTime Now => time.UtcInstant();

    /// <summary>A value as the log keeps it.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static string Json(object? value) => value is null ? "" : JsonSerializer.Serialize(value, json);

    /// <summary>The bureaus that a person administers: his own and those below it, from the top down.</summary>
    /// <param name="me">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IReadOnlyList<Bureau>> BureausAsync(CurrentPerson me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        await using var db = factory.Create(Access.None);
        var path = await db.Set<Bureau>().Where(b => b.Id == me.BureauId).Select(b => b.Path).FirstOrDefaultAsync(stop);
        return path is null ? [] : await db.Set<Bureau>().AsNoTracking().Where(b => b.Path.StartsWith(path)).OrderBy(b => b.Path).ToListAsync(stop);
    }

    /// <summary>Changes something of a bureau.</summary>
    /// <param name="me">Who.</param>
    /// <param name="role">The administrator that the change belongs to.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="work">Makes the change in the context, or says what is wrong.</param>
    /// <param name="stop">Stops the work.</param>
    internal async Task<AdminOutcome> ChangeAsync(CurrentPerson me, PersonRoles role, Guid bureauId, Func<HengDb, Bureau, Task<Change>> work, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(me);
        if (!me.Holds(role))
        {
            return new AdminOutcome.Forbidden($"这项操作由{RoleNames.NamesOf(role)}办理。");
        }

        if (!me.HasSecondFactor)
        {
            return new AdminOutcome.Forbidden("管理操作须使用双因子登录；请绑定动态口令后重新登录。");
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(me, bureauId, work, stop);
            }
            catch (DbUpdateException fault) when (attempt < 4 && LostRace.Explains(fault))
            {
                // Someone else changed it first: look again at what is there now.
            }
        }
    }

    private async Task<AdminOutcome> TryAsync(CurrentPerson me, Guid bureauId, Func<HengDb, Bureau, Task<Change>> work, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        await using var db = factory.Create(new Access(bureauId, Access.NoUnit));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var mine = await db.Set<Bureau>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == me.BureauId, stop);
        if (await db.Set<Bureau>().FirstOrDefaultAsync(b => b.Id == bureauId, stop) is not { } bureau || mine?.IsAtOrAbove(bureau) != true)
        {
            return new AdminOutcome.NotFound();
        }

        var change = await work(db, bureau);
        if (change.Problems.Count > 0)
        {
            return new AdminOutcome.Refused(change.Problems);
        }

        if (change.Event is not { } what)
        {
            return new AdminOutcome.NotFound();
        }

        await db.SaveChangesAsync(stop);
        var by = new SecurityActor(me.PersonId, me.BureauId == bureauId ? me.Name : $"{me.Name}（{mine.Name}）", string.Join(' ', RoleNames.CodesOf(me.Roles)));
        await SecurityLog.AppendAsync(db, bureauId, HashProfile.Find(bureau.HashProfile)!, Now, by, what, stop);
        await transaction.CommitAsync(stop);
        directory.Forget(bureauId);
        settings.Forget();
        return new AdminOutcome.Done(change.Id, change.Secret);
    }

    /// <summary>A change that was made in the context, or what is wrong with it.</summary>
    internal sealed record Change(SecurityEvent? Event, Guid Id, string? Secret, IReadOnlyList<FieldProblem> Problems)
    {
        /// <summary>There is no such thing.</summary>
        public static Change NotFound { get; } = new(null, Guid.Empty, null, []);

        /// <summary>Made.</summary>
        public static Change Made(Guid id, string code, string subject, object? before, object? after, string? secret = null) => new(new(code, subject, Json(before), Json(after)), id, secret, []);

        /// <summary>Refused.</summary>
        public static Change Wrong(params FieldProblem[] problems) => new(null, Guid.Empty, null, problems);

        /// <summary>Refused.</summary>
        public static Change Wrong(string field, string says) => Wrong(new FieldProblem(field, says));
    }
}
