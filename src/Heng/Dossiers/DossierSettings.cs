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

    /// <summary>Years within which an earlier violation of the same kind makes a violation not the first.</summary>
    public const string FirstYears = "exemption.first-years";

    /// <summary>What counts as the same kind for that: <c>matter</c>, <c>field</c> or <c>any</c>.</summary>
    public const string FirstKind = "exemption.first-kind";

    /// <summary>Kinds of cases on the legal-review list of the bureau.</summary>
    public const string ReviewKinds = "review.legal-kinds";

    /// <summary>Matters or fields of matters on that list.</summary>
    public const string ReviewMatters = "review.legal-matters";

    /// <summary>Sum of goods or income above which a case is on that list; 0 for none.</summary>
    public const string ReviewValue = "review.legal-value";

    /// <summary>Whether the issuer of a higher benchmark is asked before it is left.</summary>
    public const string AskIssuer = "penalty.ask-issuer";

    /// <summary>Matters or fields of matters that are exempted only after collective discussion.</summary>
    public const string RedLine = "exemption.red-line";

    /// <summary>Share of the heads that must take part in a collective discussion, in per cent.</summary>
    public const string DiscussionQuorum = "discussion.quorum";

    private static readonly SettingChoice[] parts = [new("prevention", "预防"), new("exemption", "免罚"), new("severity", "严惩"), new("proportion", "相当"), new("visit", "回访")];

    /// <summary>The definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(YellowShare, "期限转为黄色的比例", SettingKind.Number, "60", "已用期限达到这个比例时提醒。衡的选择，不影响法定期限。") { Min = 1, Max = 99, Unit = "%" },
        new(RedShare, "期限转为红色的比例", SettingKind.Number, "85", "已用期限达到这个比例时警示。衡的选择，不影响法定期限。") { Min = 2, Max = 100, Unit = "%" },
        new(VisitAfterDays, "决定后首次回访的天数", SettingKind.Number, "30", "指导意见第七条要求回访，没有规定天数；由各局确定。") { Min = 1, Max = 365, Unit = "天" },
        new(MandatoryParts, "结档前须有结果的环节", SettingKind.Choices, "prevention,exemption,severity,proportion,visit", "指导意见把五个环节作为一个整体；某一环节不适用的写明理由即可。") { Choices = parts },
        new(FirstYears, "初次违法的查询年限", SettingKind.Number, "2", "行政处罚法没有规定“初次违法”的年限；市场监管总局首违不罚清单按同一主体两年内没有同类违法掌握，本地另有更长规定的从其规定。") { Basis = "APL 33(1)", Min = 2, Max = 50, Unit = "年" },
        new(FirstKind, "初次违法的“同类”", SettingKind.Choice, "field", "尚待确认：“同类违法”的范围法律没有规定，各地掌握不一；默认同一执法领域。没有登记事项的既往案件一律计入。") { Basis = "APL 33(1)", Choices = [new("matter", "同一执法事项"), new("field", "同一执法领域"), new("any", "任何市场监管违法")] },
        new(ReviewKinds, "法制审核目录：案件种类", SettingKind.Choices, "red-line,disproportionate,conflict,revocation", "程序规定第五十条第三款：县级以上部门可以结合实际对法制审核的案件范围作具体规定；符合的案件自动列入，办案人员不能取消。法定情形由办案人员加选。") { Basis = "PR 50(3)", Choices = [new("no-penalty", "建议不予处罚的案件"), new("may-exempt", "“可以”不予处罚的案件"), new("harm", "造成危害后果的案件"), new("extended", "经集体讨论延长办案期限的案件"), new("re-examined", "重新审查的案件"), new("red-line", "红线事项拟不予处罚的案件"), new("disproportionate", "触发小过重罚预警的案件"), new("conflict", "从重、从轻情节并存的案件"), new("revocation", "从重并吊销、关闭的案件"), new("deviation", "偏离裁量基准的案件"), new("mitigated", "减轻处罚的案件")] },
        new(RedLine, "红线事项（拟不予处罚须集体讨论）", SettingKind.Text, "", "指导意见要求守住生命健康、公共安全等底线，没有列出事项；填写执法事项或者领域的代码，用逗号隔开，例如 FOOD-001, drug。") { Basis = "PR 50(3)" },
        new(AskIssuer, "偏离上级裁量基准前须先请示制定机关", SettingKind.YesNo, "yes", "国务院办公厅关于裁量权基准的意见要求：适用上级机关制定的基准明显不当的，请示制定机关；请示的方式没有规定。") { Basis = "SDO" },
        new(DiscussionQuorum, "集体讨论参加人数占负责人的比例", SettingKind.Number, "50", "法律没有规定集体讨论的法定人数；见过三分之二以上的地方规定。至少两人。") { Basis = "PR 60(2)", Min = 1, Max = 100, Unit = "%" },
        new(ReviewMatters, "法制审核目录：执法事项", SettingKind.Text, "", "填写执法事项或者领域的代码，用逗号隔开，例如 FOOD-008, drug；空着的不按事项列入。") { Basis = "PR 50(3)" },
        new(ReviewValue, "法制审核目录：货值或者违法所得超过", SettingKind.Number, "0", "超过这个数额的案件列入目录，不含本数；0 表示不按数额列入。") { Basis = "PR 50(3)", Max = 1_000_000_000, Unit = "元" },
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
