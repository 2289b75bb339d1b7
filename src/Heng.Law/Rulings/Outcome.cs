using Heng.Law.Citations;

namespace Heng.Law.Rulings;

/// <summary>Outcome (结论): what the law says of a step: allowed with its grounds, or refused with every reason.</summary>
/// <typeparam name="T">What an allowed step yields.</typeparam>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>Allowed (准许); the grounds become the reasoning of the document.</summary>
    /// <param name="Value">What the step yields.</param>
    /// <param name="Grounds">Why it is allowed.</param>
    public sealed record Allowed(T Value, IReadOnlyList<Ground> Grounds) : Outcome<T>;

    /// <summary>Refused (不准): every refusal, in the fixed order of the rules.</summary>
    /// <param name="Refusals">At least one.</param>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Outcome<T>;
}

/// <summary>Ground (依据): a rule that was met, with its legal source.</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Basis">Where the law says it.</param>
/// <param name="Says">The rule in Chinese.</param>
public sealed record Ground(string Code, Citation Basis, string Says);

/// <summary>Refusal (不准理由): a rule that was not met: what, why (which article) and what to do.</summary>
/// <param name="Code">Stable public code, for example <c>procedure.notice.five-days</c>.</param>
/// <param name="Basis">Where the law says it.</param>
/// <param name="Says">The sentence an officer reads, in Chinese, ending with what to do.</param>
/// <param name="Facts">The values the rule looked at, without personal data.</param>
public sealed record Refusal(string Code, Citation Basis, string Says, IReadOnlyDictionary<string, string> Facts);
