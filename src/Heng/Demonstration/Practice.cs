namespace Heng.Demonstration;

/// <summary>Practice (演练): what everyone may know of the practice accounts.</summary>
public static class Practice
{
    /// <summary>The password of every practice account.</summary>
    public const string Password = "heng-yanlian-2026";

    /// <summary>The accounts that are named when the program starts: sign-in name, Chinese, English.</summary>
    public static IReadOnlyList<(string Account, string Chinese, string English)> Named { get; } =
    [
        ("jia-suo-officer1", "城关所办案员甲", "case officer"),
        ("jia-suo-officer2", "城关所办案员乙", "second case officer"),
        ("jia-suo-unithead", "城关所所长", "head of the station"),
        ("jia-ju-reviewer", "甲县审核员", "reviewer"),
        ("jia-ju-legalreviewer", "甲县法制审核员", "legal reviewer"),
        ("jia-ju-head", "甲县副局长", "head who approves"),
        ("jia-ju-principal", "甲县局长", "principal head"),
        ("jia-ju-supervision", "甲县执法监督员", "supervision"),
        ("jia-xinxi-systemadmin", "甲县系统管理员", "system administrator"),
        ("jia-xinxi-securityadmin", "甲县安全管理员", "security administrator"),
        ("jia-xinxi-auditadmin", "甲县审计管理员", "audit administrator"),
    ];
}
