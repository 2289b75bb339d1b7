using System.Globalization;
using Heng.Platform.Settings;

namespace Heng.Dossiers;

/// <summary>The settings that dossiers look at, with what holds while a bureau has decided nothing.</summary>
public sealed class DossierSettings : IDossierSettings
{
    /// <summary>Share of a time limit after which it is shown yellow, in per cent.</summary>
    public const string YellowShare = "deadlines.yellow-share";

    /// <summary>Share of a time limit after which it is shown red, in per cent.</summary>
    public const string RedShare = "deadlines.red-share";

    /// <summary>Days after a decision or exemption on which the first visit is due.</summary>
    public const string VisitAfterDays = "follow-up.visit-after-days";

    /// <summary>Parts of the five-part mode that need an outcome before a dossier is closed, separated by commas.</summary>
    public const string MandatoryParts = "dossiers.mandatory-parts";

    /// <summary>Whether facts known as "not known whether first" may be treated as first after approval of a head.</summary>
    public const string UnknownFirstNeedsHead = "exemption.unknown-first-needs-head";

    private static readonly SettingChoice[] parts = [new("prevention", "预防"), new("exemption", "免罚"), new("severity", "严惩"), new("proportion", "相当"), new("visit", "回访")];

    /// <summary>The definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(YellowShare, "期限转为黄色的比例", SettingKind.Number, "60", "已用期限达到这个比例时提醒。衡的选择，不影响法定期限。") { Min = 1, Max = 99, Unit = "%" },
        new(RedShare, "期限转为红色的比例", SettingKind.Number, "85", "已用期限达到这个比例时警示。衡的选择，不影响法定期限。") { Min = 2, Max = 100, Unit = "%" },
        new(VisitAfterDays, "决定后首次回访的天数", SettingKind.Number, "30", "指导意见第七条要求回访，没有规定天数；由各局确定。") { Min = 1, Max = 365, Unit = "天" },
        new(MandatoryParts, "结档前须有结果的环节", SettingKind.Choices, "prevention,exemption,severity,proportion,visit", "指导意见把五个环节作为一个整体；某一环节不适用的写明理由即可。") { Choices = parts },
        new(UnknownFirstNeedsHead, "是否首次违法无法查清的，须经负责人批准才按首次处理", SettingKind.YesNo, "yes", "尚待确认：无法查清是否首次违法时可否按首次处理，法律没有规定；默认由负责人决定。") { Basis = "APL 33(1)" },
    ];

    private static readonly Dictionary<string, string> defaults = All.ToDictionary(d => d.Name, d => d.Default, StringComparer.Ordinal);

    private DossierSettings()
    {
    }

    /// <summary>What holds while a bureau has decided nothing.</summary>
    public static IDossierSettings Defaults { get; } = new DossierSettings();

    /// <inheritdoc/>
    public string this[string name] => defaults[name];

    /// <summary>A setting as a whole number.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="name">The name.</param>
    public static int Number(IDossierSettings settings, string name)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return int.Parse(settings[name], CultureInfo.InvariantCulture);
    }
}
