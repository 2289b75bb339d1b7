using Heng.Dossiers;
using Heng.Platform.Settings;

namespace Heng.Cases;

/// <summary>The settings that the penalty path looks at: choices that the law leaves to a bureau.</summary>
public static class CaseSettings
{
    /// <summary>Whether the issuer of a higher benchmark is asked before it is left.</summary>
    public const string AskIssuer = "penalty.ask-issuer";

    /// <summary>Matters or fields of matters that are exempted only after collective discussion.</summary>
    public const string RedLine = "exemption.red-line";

    /// <summary>Share of the heads that must take part in a collective discussion, in per cent.</summary>
    public const string Quorum = "discussion.quorum";

    /// <summary>The definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(AskIssuer, "偏离上级裁量基准前须先请示制定机关", SettingKind.YesNo, "yes", "国务院办公厅关于裁量权基准的意见要求：适用上级机关制定的基准明显不当的，请示制定机关；请示的方式没有规定。") { Basis = "SDO" },
        new(RedLine, "红线事项（拟不予处罚须集体讨论）", SettingKind.Text, "", "指导意见要求守住生命健康、公共安全等底线，没有列出事项；填写执法事项或者领域的代码，用逗号隔开，例如 FOOD-001, drug。") { Basis = "PR 50(3)" },
        new(Quorum, "集体讨论参加人数占负责人的比例", SettingKind.Number, "50", "法律没有规定集体讨论的法定人数；见过三分之二以上的地方规定。至少两人。") { Basis = "PR 60(2)", Min = 1, Max = 100, Unit = "%" },
    ];

    /// <summary>Whether a matter stands on a list of codes of matters and fields.</summary>
    /// <param name="list">The list, separated by commas or spaces.</param>
    /// <param name="file">The dossier.</param>
    public static bool Lists(string list, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(file);
        var listed = list.Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return file.Part<Affair>().Matter is { } id && file.Law.Matters.Find(id) is { } matter && listed.Any(l => string.Equals(l, matter.Id, StringComparison.OrdinalIgnoreCase) || string.Equals(l, matter.Field, StringComparison.OrdinalIgnoreCase));
    }
}
