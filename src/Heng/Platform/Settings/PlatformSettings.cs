namespace Heng.Platform.Settings;

/// <summary>The settings of the platform itself (底座设置).</summary>
public static class PlatformSettings
{
    /// <summary>Whether a bureau that has not entered its list of powers is refused filing.</summary>
    public const string ListOfPowersRequired = "powers.list-required";

    /// <summary>Days for which a dossier of another unit or bureau may be read after a duty reason was given.</summary>
    public const string ReadingDays = "reading.days";

    /// <summary>Days for which the security log is kept.</summary>
    public const string SecurityLogDays = "security-log.keep-days";

    /// <summary>Days before the end of a certificate on which it is listed as expiring.</summary>
    public const string CertificateWarningDays = "people.certificate-warning-days";

    /// <summary>Months after which the audit of personal data is due again.</summary>
    public const string PrivacyAuditMonths = "personal.audit-months";

    /// <summary>Years for which a finished dossier with its personal data is kept before it is appraised.</summary>
    public const string PrivacyKeepYears = "personal.keep-years";

    /// <summary>Every definition.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(ListOfPowersRequired, "没有录入权责清单时不得立案", SettingKind.YesNo, "no", "行政处罚应当由有权机关实施；尚未录入权责清单的单位，默认不因此阻断办案，录入任何一条后即逐项核对。") { Basis = "APL 17" },
        new(ReadingDays, "履职查阅的有效天数", SettingKind.Number, "3", "跨层级、跨机构查阅须写明履职事由，到期自动失效。衡的选择，法律没有规定天数。") { Min = 1, Max = 30, Unit = "天" },
        new(SecurityLogDays, "安全日志保存天数", SettingKind.Number, "730", "网络日志留存不少于六个月（网络安全法）；只能延长，不能缩短。") { Min = 184, Max = 36500, Unit = "天", OnlyGrows = true },
        new(CertificateWarningDays, "执法证件到期前提醒天数", SettingKind.Number, "60", "证件到期当日即失去办案权限，提前提醒换证。衡的选择。") { Min = 1, Max = 365, Unit = "天" },
        new(PrivacyAuditMonths, "个人信息保护合规审计的间隔", SettingKind.Number, "12", "个人信息保护法要求定期进行合规审计，没有规定间隔；默认每年一次，到期在“个人信息目录”提醒。") { Min = 1, Max = 24, Unit = "个月" },
        new(PrivacyKeepYears, "终结档案的保管年限", SettingKind.Number, "30", "个人信息保护法要求保存期限为实现处理目的所必要的最短时间；案卷保管期限按档案管理规定确定。到期只提示鉴定，不自动删除。") { Min = 1, Max = 100, Unit = "年" },
    ];
}
