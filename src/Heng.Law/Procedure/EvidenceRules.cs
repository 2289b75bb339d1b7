using Heng.Law.Rulings;

namespace Heng.Law.Procedure;

/// <summary>Piece of evidence (证据) as the rules see it.</summary>
/// <param name="HasSource">Whether source and maker are stated.</param>
/// <param name="HasContent">Whether a file or a place of keeping is given.</param>
/// <param name="IsConfirmed">Whether the provider confirmed it, or it is an original.</param>
/// <param name="IsForeign">Whether it was formed abroad.</param>
/// <param name="ForeignProof">Whether it went through the steps of proof for foreign evidence.</param>
public sealed record EvidencePiece(bool HasSource, bool HasContent, bool IsConfirmed, bool IsForeign, bool ForeignProof)
{
    /// <summary>Whether it is a copy of electronic data or of a recording of which nobody states how it was taken.</summary>
    public bool LacksMethod { get; init; }
}

/// <summary>Fact held against its evidence (事实与证据).</summary>
/// <param name="Fact">What the fact is, in Chinese.</param>
/// <param name="Suitable">How many suitable pieces of evidence support it.</param>
/// <param name="Unsuitable">How many pieces are linked that cannot support a finding.</param>
public sealed record FactSupport(string Fact, int Suitable, int Unsuitable);

/// <summary>Evidence rules (证据规则).</summary>
public static class EvidenceRules
{
    private static readonly EvidencePiece good = new(true, true, true, false, false);

    /// <summary>Evidence says where it comes from and what it is.</summary>
    public static Rule<EvidencePiece> EvidenceIsThere { get; } = new(
        "evidence.content", "PR 23", "证据应当符合法律、法规、规章关于证据的规定，经查证属实，才能作为认定案件事实的依据。",
        e => e.HasContent,
        _ => "没有证据的内容；请上传文件，或者写明原物、原件的保存地点。",
        () => good with { HasContent = false }, () => good);

    /// <summary>Evidence without source or confirmation supports no finding.</summary>
    public static Rule<EvidencePiece> EvidenceSupportsAFinding { get; } = new(
        "evidence.source-confirmed", "PR 24", "书证、物证的复制件应当由提供人核对无误，注明出处、日期并签名或者盖章。",
        e => e.HasSource && e.IsConfirmed,
        e => e.HasSource ? "复制件没有经提供人核对确认，不能用来认定事实；请补充确认。" : "没有写明证据的来源，不能用来认定事实；请补充来源和制作人。",
        () => good with { HasSource = false }, () => good);

    /// <summary>Foreign evidence is proven.</summary>
    public static Rule<EvidencePiece> ForeignEvidenceIsProven { get; } = new(
        "evidence.foreign", "PR 27", "境外形成的证据应当说明来源，经公证或者按照条约规定的手续证明。",
        e => !e.IsForeign || e.ForeignProof,
        _ => "境外证据没有办理公证等证明手续，不能用来认定事实；请补办。",
        () => good with { IsForeign = true }, () => good with { IsForeign = true, ForeignProof = true });

    /// <summary>A copy of electronic data says how it was taken.</summary>
    public static Rule<EvidencePiece> MethodIsStated { get; } = new(
        "evidence.method", "PR 26", "收集电子数据原始载体有困难的，可以采用拷贝复制、书式固定等方式取证，并注明制作方法、制作时间、制作人等；视听资料的复制件也应当注明（第二十五条）。",
        e => !e.LacksMethod,
        _ => "电子数据、视听资料不是原始载体，又没有注明提取方法，不能用来认定事实；请注明制作方法。",
        () => good with { LacksMethod = true }, () => good);

    /// <summary>A finding rests on suitable evidence.</summary>
    public static Rule<FactSupport> FindingRestsOnEvidence { get; } = new(
        "evidence.finding", "APL 40", "违法事实不清、证据不足的，不得给予行政处罚；认定的事实应当有证据证明。",
        f => f.Suitable > 0,
        f => f.Unsuitable > 0 ? $"“{f.Fact}”所附的证据缺少来源或者确认，不能认定；请补充证据的来源或者确认。" : $"“{f.Fact}”没有证据支持；请附上证据。",
        () => new("货值金额", 0, 0), () => new("货值金额", 1, 0));

    /// <summary>Findings do not contradict each other.</summary>
    public static Rule<IReadOnlyList<string>> FindingsAgree { get; } = new(
        "evidence.contradiction", "APL 40", "违法事实应当查明；互相矛盾的事实不能同时认定。",
        pairs => pairs.Count == 0,
        pairs => $"{string.Join("；", pairs)}互相矛盾；请核对证据，更正其中一项。",
        () => ["“没有造成危害后果”和“造成危害后果”"], () => []);

    /// <summary>The files of the evidence are what they were when they were recorded.</summary>
    public static Rule<IReadOnlyList<string>> FilesAreWhatTheyWere { get; } = new(
        "evidence.altered", "APL 46(2)", "证据必须经查证属实，方可作为认定案件事实的根据；文件与登记时的摘要不一致的，不能作为根据。",
        altered => altered.Count == 0,
        altered => $"文件已被改动或者丢失：{string.Join("、", altered)}；请恢复原文件，或者排除这些证据、重新取证。",
        () => ["证据1 照片"], () => []);

    /// <summary>Every rule that decides whether a piece can support a finding.</summary>
    public static IReadOnlyList<Rule<EvidencePiece>> OfSupport { get; } = [EvidenceSupportsAFinding, ForeignEvidenceIsProven, MethodIsStated];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [EvidenceIsThere, .. OfSupport, FindingRestsOnEvidence, FindingsAgree, FilesAreWhatTheyWere];
}
