using System.Globalization;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Shell.Kit;
using Heng.Platform.Tenancy;

namespace Heng.Platform.Administration.Pages;

/// <summary>Chinese words of the administrators' pages (管理页面用语).</summary>
public static class AdminWords
{
    private static readonly Dictionary<string, string> events = new(StringComparer.Ordinal)
    {
        ["bureau.added"] = "新增机关",
        ["bureau.changed"] = "更改机关资料",
        ["unit.added"] = "新增机构",
        ["unit.changed"] = "更改机构",
        ["person.added"] = "新增人员",
        ["person.changed"] = "更改人员资料",
        ["certificate.added"] = "登记执法证件",
        ["certificate.changed"] = "更改执法证件有效期",
        ["power.granted"] = "新增权责清单条目",
        ["power.changed"] = "更改权责清单条目",
        ["setting.decided"] = "更改设置",
        ["codes.published"] = "发布代码表",
        ["role.granted"] = "授予角色",
        ["role.ended"] = "更改角色期限",
        ["account.opened"] = "开设账号",
        ["account.tied"] = "关联账号",
        ["account.password-reset"] = "重置密码",
        ["account.second-factor-reset"] = "重置动态口令",
        ["account.locked"] = "停用账号",
        ["account.unlocked"] = "恢复账号",
        ["account.sessions-ended"] = "结束会话",
        ["sign-in.done"] = "密码验证通过",
        ["sign-in.failed"] = "密码验证失败",
        ["sign-in.unknown"] = "没有查到的登录名",
        ["sign-in.locked"] = "连续失败，暂停登录",
        ["second-factor.done"] = "动态口令验证通过",
        ["second-factor.failed"] = "动态口令验证失败",
        ["second-factor.locked"] = "连续失败，暂停登录（动态口令）",
        ["second-factor.enrolled"] = "绑定动态口令",
        ["password.done"] = "更改密码",
        ["password.failed"] = "更改密码失败",
        ["password.locked"] = "连续失败，暂停登录（更改密码）",
        ["sign-out"] = "退出登录",
        ["reading.granted"] = "履职查阅：说明事由",
        ["reading.opened"] = "履职查阅：打开档案",
        ["reading.denied"] = "无事由查阅，已拒绝",
        ["dossier.exported"] = "导出档案",
        ["list.exported"] = "导出档案清单",
        ["vault.reporter.read"] = "打开举报人信息",
        ["privacy.reviewed"] = "登记个人信息保护评估、审计",
        ["vault.integrity.read"] = "查阅廉洁情况",
    };

    /// <summary>Every kind of event.</summary>
    public static IEnumerable<Choice> Events => events.Select(e => new Choice(e.Key, e.Value));

    /// <summary>The hash profiles.</summary>
    public static IEnumerable<Choice> Profiles => HashProfile.All.Select(p => new Choice(p.Name, p.Name == "sm3" ? "SM3（国密）" : "SHA-256"));

    /// <summary>Every level.</summary>
    public static IEnumerable<Choice> Levels => Enum.GetValues<BureauLevel>().Select(l => new Choice(l.ToString(), Level(l)));

    /// <summary>The roles.</summary>
    public static IEnumerable<Choice> Roles => RoleNames.All.Select(r => new Choice(RoleNames.CodeOf(r), RoleNames.NamesOf(r)));

    /// <summary>The kinds of unit.</summary>
    public static IEnumerable<Choice> UnitSorts { get; } = [new("Division", "科室"), new("Station", "市场监督管理所"), new("Delegated", "受委托组织")];

    /// <summary>The levels below one.</summary>
    /// <param name="level">The level.</param>
    public static IEnumerable<Choice> LevelsBelow(BureauLevel level) => Levels.Where(c => Enum.Parse<BureauLevel>(c.Value) > level);

    /// <summary>A level.</summary>
    /// <param name="level">The level.</param>
    public static string Level(BureauLevel level) => level switch { BureauLevel.Country => "国家", BureauLevel.Province => "省", BureauLevel.City => "市", _ => "县（区）" };

    /// <summary>A kind of event.</summary>
    /// <param name="code">The code.</param>
    public static string Event(string code) => events.GetValueOrDefault(code, code);

    /// <summary>A kind of unit.</summary>
    /// <param name="unit">The unit.</param>
    public static string Sort(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.IsDelegated ? "受委托组织" : unit.IsStation ? "市场监督管理所" : "科室";
    }

    /// <summary>A day, as inputs take it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="none">Words for none.</param>
    public static string Day(DateOnly? day, string none = "") => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? none;

    /// <summary>An instant, in Beijing time.</summary>
    /// <param name="at">The instant.</param>
    public static string Time(DateTime at) => at.AddHours(8).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
