using Heng.Law.Citations;

namespace Heng.Law.Reasoning;

/// <summary>Severity of a diagnostic (诊断级别).</summary>
public enum Severity
{
    /// <summary>Worth knowing (提示).</summary>
    Information,

    /// <summary>To be looked at before issue (警告).</summary>
    Warning,

    /// <summary>Bars the issue of the document (错误).</summary>
    Error,
}

/// <summary>Diagnostic (说理诊断): one thing that is wrong with a reasoned document, like a compiler's message.</summary>
/// <param name="Code">Stable public code of the rule, for example <c>reasoning.finding.no-evidence</c>.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Place">Where in the structure, for example <c>findings/F1</c>.</param>
/// <param name="Basis">The article.</param>
/// <param name="Says">What is wrong and what to do, in Chinese.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Place, Citation Basis, string Says);

/// <summary>Completeness (说理完整度): which required parts stand in the document.</summary>
/// <param name="Present">Parts that are there.</param>
/// <param name="Missing">Parts that are not.</param>
public sealed record Completeness(IReadOnlyList<RequiredPart> Present, IReadOnlyList<RequiredPart> Missing)
{
    /// <summary>Share of the required parts that are there, in whole per cent, rounded down: 100 only when nothing is missing.</summary>
    public int Score => Present.Count + Missing.Count == 0 ? 100 : Present.Count * 100 / (Present.Count + Missing.Count);
}

/// <summary>Link (关联) between two places of a document, or from a conclusion to the dated text of an article.</summary>
/// <param name="From">For example <c>findings/F1</c>.</param>
/// <param name="To">For example <c>evidence/E1</c>, or <c>FSL 34#10 [FSL25]</c>.</param>
/// <param name="Holds">Whether the other end exists, or a text is in force.</param>
public sealed record DocumentLink(string From, string To, bool Holds);
