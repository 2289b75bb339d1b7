namespace Heng.Dossiers;

/// <summary>Stage group (阶段分组): stages that people look for together.</summary>
/// <param name="Code">Code in addresses.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Stages">Ids of the stages of the main track; empty text for a dossier without a procedure yet.</param>
public sealed record StageGroup(string Code, string Chinese, IReadOnlyList<string> Stages)
{
    /// <summary>Every group, in the order of the procedure.</summary>
    public static IReadOnlyList<StageGroup> All { get; } =
    [
        new("prevention", "预防提醒", [""]),
        new("verification", "案源核查", ["S00", "S05", "S08"]),
        new("not-filed", "不予立案", ["S09"]),
        new("investigation", "立案调查", ["S10", "S20", "S21"]),
        new("review", "调查终结与审核", ["S22", "S30", "S40", "S45"]),
        new("notice", "告知、申辩与听证", ["S50", "S55", "S60", "S62", "S65", "S70"]),
        new("decision", "决定与送达", ["S75", "S76", "S77", "S78", "S79", "S80", "S85"]),
        new("enforcement", "执行", ["S90", "S92", "S93"]),
        new("closed", "结案归档", ["S95", "S97", "S98"]),
        new("simple", "简易程序", ["P10", "P20", "P30", "P40", "P50"]),
    ];

    /// <summary>The group with a code, or null.</summary>
    /// <param name="code">The code.</param>
    public static StageGroup? Find(string? code) => All.FirstOrDefault(g => g.Code == code);
}
