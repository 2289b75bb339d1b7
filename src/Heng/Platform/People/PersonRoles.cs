using Heng.Law.Procedure;

namespace Heng.Platform.People;

/// <summary>Role (角色) of a person in a bureau; a person may hold several, but not every pair.</summary>
[Flags]
public enum PersonRoles
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Case officer (办案人员).</summary>
    Officer = 1,

    /// <summary>Head of a handling unit (办案机构负责人).</summary>
    UnitHead = 2,

    /// <summary>Reviewer (审核人员).</summary>
    Reviewer = 4,

    /// <summary>Legal reviewer (法制审核人员).</summary>
    LegalReviewer = 8,

    /// <summary>A head of the bureau (负责人).</summary>
    Head = 16,

    /// <summary>The principal head (主要负责人).</summary>
    Principal = 32,

    /// <summary>Intake desk (案源).</summary>
    Intake = 256,

    /// <summary>Supervision of enforcement (执法监督).</summary>
    Supervision = 512,

    /// <summary>Publicity (公示).</summary>
    Publicity = 1024,

    /// <summary>Keeper of the rules (规则维护).</summary>
    RuleKeeper = 2048,

    /// <summary>System administrator (系统管理员).</summary>
    SystemAdmin = 4096,

    /// <summary>Security administrator (安全管理员).</summary>
    SecurityAdmin = 8192,

    /// <summary>Audit administrator (审计管理员).</summary>
    AuditAdmin = 16384,

    /// <summary>Finance (财务对账): takes in the files of the bank; apart from those who decide (行政处罚法第六十七条).</summary>
    Finance = 32768,
}

/// <summary>Codes and Chinese names of the roles (角色代码).</summary>
public static class RoleNames
{
    private static readonly (PersonRoles Role, string Code, string Chinese)[] all =
    [
        (PersonRoles.Officer, "officer", "办案人员"),
        (PersonRoles.UnitHead, "unit-head", "办案机构负责人"),
        (PersonRoles.Reviewer, "reviewer", "审核人员"),
        (PersonRoles.LegalReviewer, "legal-reviewer", "法制审核人员"),
        (PersonRoles.Head, "head", "负责人"),
        (PersonRoles.Principal, "principal", "主要负责人"),
        (PersonRoles.Intake, "intake", "案源管理"),
        (PersonRoles.Supervision, "supervision", "执法监督"),
        (PersonRoles.Publicity, "publicity", "公示管理"),
        (PersonRoles.RuleKeeper, "rule-keeper", "规则维护"),
        (PersonRoles.Finance, "finance", "财务对账"),
        (PersonRoles.SystemAdmin, "system-admin", "系统管理员"),
        (PersonRoles.SecurityAdmin, "security-admin", "安全管理员"),
        (PersonRoles.AuditAdmin, "audit-admin", "审计管理员"),
    ];

    /// <summary>The roles of an administrator, each of another person (三员分立); none of them can do anything to a dossier.</summary>
    public const PersonRoles Administrators = PersonRoles.SystemAdmin | PersonRoles.SecurityAdmin | PersonRoles.AuditAdmin;

    /// <summary>The roles whose work reaches every unit of the bureau.</summary>
    public const PersonRoles WholeBureau = PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal | PersonRoles.Intake | PersonRoles.Supervision | PersonRoles.Publicity;

    /// <summary>The roles whose work is in their own unit.</summary>
    public const PersonRoles OfUnit = PersonRoles.Officer | PersonRoles.UnitHead;

    /// <summary>The roles that have to do with dossiers; nobody else sees a list of them.</summary>
    public const PersonRoles OfCases = OfUnit | WholeBureau;

    /// <summary>Codes of <see cref="OfCases"/>, for the attributes of pages.</summary>
    public const string CodesOfCases = "officer,unit-head,reviewer,legal-reviewer,head,principal,intake,supervision,publicity";

    /// <summary>Every single role.</summary>
    public static IReadOnlyList<PersonRoles> All { get; } = [.. all.Select(r => r.Role)];

    /// <summary>The code of a single role.</summary>
    /// <param name="role">A single role.</param>
    public static string CodeOf(PersonRoles role) => all.First(r => r.Role == role).Code;

    /// <summary>The codes of a set, in the order of the list.</summary>
    /// <param name="roles">The set.</param>
    public static IEnumerable<string> CodesOf(PersonRoles roles) => all.Where(r => (roles & r.Role) != 0).Select(r => r.Code);

    /// <summary>The role with a code, or none.</summary>
    /// <param name="code">The code.</param>
    public static PersonRoles Parse(string code) => all.FirstOrDefault(r => r.Code == code).Role;

    /// <summary>The Chinese names of a set, joined.</summary>
    /// <param name="roles">The set.</param>
    /// <param name="between">What stands between two names.</param>
    public static string NamesOf(PersonRoles roles, string between = "、") => string.Join(between, all.Where(r => (roles & r.Role) != 0).Select(r => r.Chinese));

    /// <summary>What the roles are in the procedure of a case.</summary>
    /// <param name="roles">The set.</param>
    public static ProcedureRole InProcedure(PersonRoles roles)
    {
        var result = (ProcedureRole)((int)roles & 0b111111) | ((roles & PersonRoles.Finance) != 0 ? ProcedureRole.Finance : ProcedureRole.None);
        // The principal head is a head: whatever a head may approve, he may.
        return (roles & PersonRoles.Principal) != 0 ? result | ProcedureRole.Head : result;
    }

    /// <summary>What roles of the procedure mean among people; a sitting is entered by the principal.</summary>
    /// <param name="roles">Roles of the procedure.</param>
    public static PersonRoles OfProcedure(ProcedureRole roles)
    {
        var result = (PersonRoles)((int)roles & 0b111111) | ((roles & ProcedureRole.Finance) != 0 ? PersonRoles.Finance : PersonRoles.None);
        if ((roles & ProcedureRole.Head) != 0)
        {
            result |= PersonRoles.Principal;
        }

        return (roles & (ProcedureRole.Collective | ProcedureRole.HearingChair)) != 0 ? result | PersonRoles.Principal : result;
    }
}
