using System.Text.RegularExpressions;
using Heng.Law;
using Heng.Law.Codes;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Change = Heng.Platform.Administration.AdminOffice.Change;

namespace Heng.Platform.Administration;

/// <summary>System administrator's desk (系统管理): tree, units, people and their certificates, list of powers, settings, code lists.</summary>
/// <param name="office">Makes the changes.</param>
/// <param name="settings">The register of settings.</param>
/// <param name="law">Knows the matters.</param>
public sealed partial class SystemDesk(AdminOffice office, SettingsDesk settings, LawSet law)
{
    private const PersonRoles Mine = PersonRoles.SystemAdmin;

    /// <summary>Makes a bureau below another.</summary>
    /// <param name="me">Who.</param>
    /// <param name="parent">The bureau above.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> AddBureauAsync(CurrentPerson me, Guid parent, BureauForm form, CancellationToken stop)
        => office.ChangeAsync(me, Mine, parent, (db, above) =>
        {
            var problems = ProblemsOf(form, above.Level);
            if (problems.Length > 0)
            {
                return Task.FromResult(Change.Wrong(problems));
            }

            var bureau = new Bureau(Guid.CreateVersion7(), above, form.Level!.Value, "", "", "", "");
            Take(bureau, form);
            db.Add(bureau);
            return Task.FromResult(Change.Made(bureau.Id, "bureau.added", bureau.Name, null, Told(bureau)));
        }, stop);

    /// <summary>Changes a bureau; its place and level stay.</summary>
    /// <param name="me">Who.</param>
    /// <param name="id">The bureau.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> ChangeBureauAsync(CurrentPerson me, Guid id, BureauForm form, CancellationToken stop)
        => office.ChangeAsync(me, Mine, id, (_, bureau) =>
        {
            form.Level = bureau.Level;
            var problems = ProblemsOf(form, null);
            if (problems.Length > 0)
            {
                return Task.FromResult(Change.Wrong(problems));
            }

            var before = Told(bureau);
            Take(bureau, form);
            return Task.FromResult(Change.Made(id, "bureau.changed", bureau.Name, before, Told(bureau)));
        }, stop);

    /// <summary>What is wrong with a bureau as it was entered.</summary>
    /// <param name="form">What was entered.</param>
    /// <param name="above">Level above; null for the top, or for a bureau whose level stays.</param>
    public static FieldProblem[] ProblemsOf(BureauForm form, BureauLevel? above)
    {
        ArgumentNullException.ThrowIfNull(form);
        return [.. Problems()];

        IEnumerable<FieldProblem> Problems()
        {
            if (form.Level is not { } level || !Enum.IsDefined(level) || level <= above)
            {
                yield return new("level", "请选择层级，并且应低于上级机关。");
            }

            if (string.IsNullOrWhiteSpace(form.Name))
            {
                yield return new("name", "请填写机关全称。");
            }

            if (form.ShortName?.Trim() is not { Length: >= 1 and <= 6 })
            {
                yield return new("shortName", "请填写文书编号用的机关代字，1 至 6 个字。");
            }

            if (form.AreaCode?.Trim() is not { } code || !AreaCodeForm().IsMatch(code))
            {
                yield return new("areaCode", "行政区划代码为六位数字（GB/T 2260）。");
            }

            if (!Region.TryParse(form.LawRegion?.Trim(), out _))
            {
                yield return new("lawRegion", "适用地区应为 CN 或者 CN-GD 这样的代码。");
            }

            if (HashProfile.Find(form.HashProfile ?? "") is null)
            {
                yield return new("hashProfile", "请选择密码算法。");
            }
        }
    }

    /// <summary>Takes what was entered of a bureau.</summary>
    /// <param name="bureau">The bureau.</param>
    /// <param name="form">What was entered, without fault.</param>
    public static void Take(Bureau bureau, BureauForm form)
    {
        ArgumentNullException.ThrowIfNull(bureau);
        ArgumentNullException.ThrowIfNull(form);
        (bureau.Name, bureau.ShortName, bureau.AreaCode, bureau.LawRegion) = (Text(form.Name), Text(form.ShortName), Text(form.AreaCode), Text(form.LawRegion));
        (bureau.Address, bureau.Telephone, bureau.Government, bureau.Court) = (Text(form.Address), Text(form.Telephone), Text(form.Government), Text(form.Court));
        // Chains that exist keep the profile they began with; the bureau's is for new ones.
        bureau.HashProfile = Text(form.HashProfile);
    }

    /// <summary>Makes or changes a unit.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The unit; null for a new one.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> SaveUnitAsync(CurrentPerson me, Guid bureauId, Guid? id, UnitForm form, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            var name = Text(form.Name);
            if (name.Length == 0 || await db.Set<Unit>().AnyAsync(u => u.Name == name && u.Id != id, stop))
            {
                return Change.Wrong("name", name.Length == 0 ? "请填写机构名称。" : "本单位已有同名机构。");
            }

            var unit = id is null ? new Unit(bureauId, Guid.CreateVersion7(), name, false) : await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == id, stop);
            if (unit is null)
            {
                return Change.NotFound;
            }

            if (form.ClosedOn is { } closed && await db.Set<Person>().AnyAsync(p => p.UnitId == unit.Id && (p.LeftOn == null || p.LeftOn > closed), stop))
            {
                return Change.Wrong("closedOn", "机构中还有在岗人员，请先调出或者办理离岗。");
            }

            var before = id is null ? null : Told(unit);
            (unit.Name, unit.IsStation, unit.IsDelegated, unit.ClosedOn) = (name, form.Sort == UnitSort.Station, form.Sort == UnitSort.Delegated, form.ClosedOn);
            if (id is null)
            {
                db.Add(unit);
            }

            return Change.Made(unit.Id, id is null ? "unit.added" : "unit.changed", name, before, Told(unit));

            static object Told(Unit u) => new { u.Name, u.IsStation, u.IsDelegated, u.ClosedOn };
        }, stop);

    /// <summary>Makes or changes a person; roles and accounts are the security administrator's.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The person; null for a new one.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> SavePersonAsync(CurrentPerson me, Guid bureauId, Guid? id, PersonForm form, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (Text(form.Name).Length == 0)
            {
                return Change.Wrong("name", "请填写姓名。");
            }

            if (form.Unit is not { } unitId || !await db.Set<Unit>().AnyAsync(u => u.Id == unitId && u.ClosedOn == null, stop))
            {
                return Change.Wrong("unit", "请选择本单位的机构。");
            }

            if (form.LeftOn < form.JoinedOn)
            {
                return Change.Wrong("leftOn", "离岗日期不能早于到岗日期。");
            }

            var person = id is null ? new Person(bureauId, Guid.CreateVersion7(), unitId, "", null) : await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, stop);
            if (person is null)
            {
                return Change.NotFound;
            }

            var before = id is null ? null : Told(person);
            (person.UnitId, person.Name, person.Post, person.JoinedOn, person.LeftOn) = (unitId, Text(form.Name), Text(form.Post), form.JoinedOn, form.LeftOn);
            (person.HasLegalQualification, person.ReviewedBeforeQualification) = (form.HasLegalQualification, form.ReviewedBeforeQualification);
            if (id is null)
            {
                db.Add(person);
            }

            return Change.Made(person.Id, id is null ? "person.added" : "person.changed", person.Name, before, Told(person));

            static object Told(Person p) => new { p.Name, Unit = p.UnitId, p.Post, p.HasLegalQualification, p.ReviewedBeforeQualification, p.JoinedOn, p.LeftOn };
        }, stop);

    /// <summary>Records an enforcement certificate.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="personId">The holder.</param>
    /// <param name="number">Its number.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> AddCertificateAsync(CurrentPerson me, Guid bureauId, Guid personId, string? number, DateOnly? from, DateOnly? until, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (await db.Set<Person>().Where(p => p.Id == personId).Select(p => p.Name).FirstOrDefaultAsync(stop) is not { } name)
            {
                return Change.NotFound;
            }

            if (Text(number).Length == 0)
            {
                return Change.Wrong("number", "请填写执法证件编号。");
            }

            if (from is not { } first || until is not { } last || last < first)
            {
                return Change.Wrong("certificateUntil", "请填写有效期起止日期，止期不早于起期。");
            }

            var certificate = new Certificate(bureauId, Guid.CreateVersion7(), personId, Text(number), first, last);
            db.Add(certificate);
            return Change.Made(certificate.Id, "certificate.added", name, null, new { certificate.Number, certificate.From, certificate.Until });
        }, stop);

    /// <summary>Sets the last day of a certificate: withdrawn, or prolonged by its issuer.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The certificate.</param>
    /// <param name="until">Last day.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> EndCertificateAsync(CurrentPerson me, Guid bureauId, Guid id, DateOnly? until, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (await db.Set<Certificate>().FirstOrDefaultAsync(c => c.Id == id, stop) is not { } certificate)
            {
                return Change.NotFound;
            }

            if (until is not { } last)
            {
                return Change.Wrong("certificateUntil", "请填写截止日期。");
            }

            var (name, before) = (await db.Set<Person>().Where(p => p.Id == certificate.PersonId).Select(p => p.Name).SingleAsync(stop), certificate.Until);
            certificate.Until = last;
            return Change.Made(id, "certificate.changed", name, new { certificate.Number, Until = before }, new { certificate.Number, certificate.Until });
        }, stop);

    /// <summary>Enters an entry of the list of powers.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> AddGrantAsync(CurrentPerson me, Guid bureauId, GrantForm form, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, bureau) =>
        {
            var covers = Text(form.Covers).Split([',', '，', '、', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var unknown = covers.Where(c => c != "*" && law.Matters.Find(c) is null && !law.Matters.All.Any(m => m.Field == c)).ToArray();
            if (covers.Length == 0 || unknown.Length > 0)
            {
                return Change.Wrong("covers", covers.Length == 0 ? "请填写事项编号或者领域代码；全部事项写 *。" : $"没有这样的事项或者领域：{string.Join("、", unknown)}。");
            }

            var unit = form.Unit is { } unitId ? await db.Set<Unit>().FirstOrDefaultAsync(u => u.Id == unitId, stop) : null;
            if (form.Unit is not null && unit is null)
            {
                return Change.Wrong("unit", "请选择本单位的机构。");
            }

            if (form.From is not { } from || form.Until < from)
            {
                return Change.Wrong("from", "请填写起期，止期不早于起期。");
            }

            if (unit?.IsDelegated == true && (Text(form.Deed).Length == 0 || form.Until is null))
            {
                return Change.Wrong("deed", "受委托组织须填写委托书编号和委托期限（行政处罚法第二十条）。");
            }

            var grant = new MatterGrant(bureauId, Guid.CreateVersion7(), form.Unit, string.Join(',', covers), form.Level ?? bureau.Level, from, form.Until) { Deed = Text(form.Deed), DeedPublished = Text(form.DeedPublished) };
            db.Add(grant);
            return Change.Made(grant.Id, "power.granted", unit?.Name ?? "本单位各机构", null, new { grant.Covers, grant.Level, grant.From, grant.Until, grant.Deed, grant.DeedPublished });
        }, stop);

    /// <summary>Ends an entry of the list of powers, or enters where its deed was published.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="id">The entry.</param>
    /// <param name="until">Last day; null while it lasts.</param>
    /// <param name="published">Where the deed was published.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> ChangeGrantAsync(CurrentPerson me, Guid bureauId, Guid id, DateOnly? until, string? published, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if (await db.Set<MatterGrant>().FirstOrDefaultAsync(g => g.Id == id, stop) is not { } grant)
            {
                return Change.NotFound;
            }

            var before = new { grant.Covers, grant.Until, grant.DeedPublished };
            (grant.Until, grant.DeedPublished) = (until, Text(published));
            return Change.Made(id, "power.changed", grant.Covers, before, new { grant.Covers, grant.Until, grant.DeedPublished });
        }, stop);

    /// <summary>Decides a setting of a bureau.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="value">The value; null to follow the level above.</param>
    /// <param name="isLocked">Whether the levels below may not decide otherwise.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> DecideAsync(CurrentPerson me, Guid bureauId, string name, string? value, bool isLocked, string? reason, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            if ((await settings.ReadAsync(db, bureauId, stop)).Find(name) is not { } present)
            {
                return Change.NotFound;
            }

            if (present.LockedBy is { } above)
            {
                return Change.Wrong("value", $"{above.Name}已锁定这项设置，本级不能更改。");
            }

            if (value is not null && present.Definition.FaultOf(value, present.Value) is { } fault)
            {
                return Change.Wrong("value", fault);
            }

            if (value is null && present.Definition.OnlyGrows && present.Own?.Value is not null)
            {
                return Change.Wrong("value", $"“{present.Definition.Chinese}”只能延长，不能改回沿用上级。");
            }

            if (Text(reason).Length == 0)
            {
                return Change.Wrong("reason", "请写明理由，供以后查阅。");
            }

            var row = new SettingRow(bureauId, Guid.CreateVersion7(), name, (present.Own?.Number ?? 0) + 1, value, isLocked, office.Now, me.Name, Text(reason));
            db.Add(row);
            return Change.Made(row.Id, "setting.decided", present.Definition.Chinese, new { present.Value, Locked = present.Own?.IsLocked == true }, new { Value = value, Locked = isLocked, row.Reason });
        }, stop);

    /// <summary>Publishes a version of a code list.</summary>
    /// <param name="me">Who.</param>
    /// <param name="bureauId">The bureau.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="entries">Lines: code, a blank, name.</param>
    /// <param name="stop">Stops the work.</param>
    public Task<AdminOutcome> PublishCodesAsync(CurrentPerson me, Guid bureauId, string? list, string? entries, CancellationToken stop)
        => office.ChangeAsync(me, Mine, bureauId, async (db, _) =>
        {
            var name = Text(list);
            if (name.Length is 0 or > 40)
            {
                return Change.Wrong("list", "请填写代码表名称，不超过 40 个字。");
            }

            var (codes, fault) = CodeEntry.Read(entries);
            if (fault is not null)
            {
                return Change.Wrong("entries", fault);
            }

            var last = await db.Set<CodeListVersion>().AsNoTracking().Where(c => c.List == name).OrderByDescending(c => c.Number).FirstOrDefaultAsync(stop);
            var gone = last is null ? [] : CodeEntry.Read(last.Entries).Entries.Select(e => e.Code).Except(codes.Select(c => c.Code)).ToArray();
            var text = string.Join('\n', codes.Select(c => $"{c.Code} {c.Name}"));
            if (text == last?.Entries)
            {
                return Change.Wrong("entries", "与现行版本相同，没有需要发布的内容。");
            }

            var version = new CodeListVersion(bureauId, Guid.CreateVersion7(), name, (last?.Number ?? 0) + 1, text, office.Now, me.Name);
            db.Add(version);
            return Change.Made(version.Id, "codes.published", $"{name} 第 {version.Number} 版", last is null ? null : new { last.Number, Removed = gone }, new { version.Number, Entries = codes.Count });
        }, stop);

    internal static object Told(Bureau b) => new { b.Level, b.Name, b.ShortName, b.AreaCode, b.LawRegion, b.Address, b.Telephone, b.Government, b.Court, b.HashProfile };

    private static string Text(string? text) => text?.Trim() ?? "";

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex AreaCodeForm();
}
