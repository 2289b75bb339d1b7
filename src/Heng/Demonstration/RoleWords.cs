using Heng.Platform.People;

namespace Heng.Demonstration;

/// <summary>What each role may do, in one line, for someone who chooses a post (岗位职责).</summary>
internal static class RoleWords
{
    private static readonly Dictionary<PersonRoles, string> all = new()
    {
        [PersonRoles.Officer] = "登记案源、核查、检查、询问、登记证据、责令改正、认定事实、教育、送达、归档",
        [PersonRoles.UnitHead] = "指定核查人员、提出立案建议、组织调查、提出终结报告",
        [PersonRoles.Reviewer] = "审核案件，退回补充或者纠正",
        [PersonRoles.LegalReviewer] = "审核列入法制审核目录的案件",
        [PersonRoles.Head] = "批准立案或者不予立案、延期、回避，作出决定，批准结案",
        [PersonRoles.Principal] = "负责人的全部审批，批准移送涉嫌犯罪案件",
        [PersonRoles.Intake] = "统一登记案源",
        [PersonRoles.Supervision] = "查看全局档案，监督执法",
        [PersonRoles.Publicity] = "办理公示",
        [PersonRoles.RuleKeeper] = "维护规则和自定代码表",
        [PersonRoles.Finance] = "导入银行对账文件，给罚没款入账；看不到档案内容",
        [PersonRoles.SystemAdmin] = "维护机构、人员、证件和设置，看不到案件",
        [PersonRoles.SecurityAdmin] = "授予角色、解除锁定，看不到案件",
        [PersonRoles.AuditAdmin] = "查看安全日志，看不到案件",
    };

    /// <summary>What the roles of a person let him do.</summary>
    /// <param name="roles">The roles.</param>
    public static string Of(PersonRoles roles) => string.Join("；", RoleNames.All.Where(r => (roles & r) != 0).Select(r => all.GetValueOrDefault(r, "")).Where(w => w.Length > 0));
}
