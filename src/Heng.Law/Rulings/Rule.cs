using Heng.Law.Citations;

namespace Heng.Law.Rulings;

/// <summary>Rule (规则): one sentence of law in code, with its code, its article and an example both ways.</summary>
public abstract class Rule
{
    private protected Rule(string code, Citation basis, string states, bool isPolicy)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentException.ThrowIfNullOrEmpty(basis.Instrument);
        ArgumentException.ThrowIfNullOrEmpty(states);
        (Code, Basis, States, IsPolicy) = (code, basis, states, isPolicy);
    }

    /// <summary>Stable public code; it never changes its meaning.</summary>
    public string Code { get; }

    /// <summary>Where the law says it.</summary>
    public Citation Basis { get; }

    /// <summary>The rule in one Chinese sentence.</summary>
    public string States { get; }

    /// <summary>True for a choice of Heng (衡的选择) that the basis only supports, false for the law itself.</summary>
    public bool IsPolicy { get; }

    /// <summary>Whether the rule refuses the example that it must refuse.</summary>
    public abstract bool RefusesItsExample { get; }

    /// <summary>Whether the rule passes the example that it must pass.</summary>
    public abstract bool PassesItsExample { get; }
}

/// <summary>Rule over a subject (规则): pure; the subject in, a refusal or nothing out.</summary>
/// <typeparam name="T">What the rule looks at.</typeparam>
public sealed class Rule<T> : Rule
{
    private static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();
    private readonly Func<T, bool> isMet;
    private readonly Func<T, string> says;
    private readonly Func<T, IReadOnlyDictionary<string, string>>? facts;
    private readonly Func<T> refused;
    private readonly Func<T> passed;

    /// <summary>Makes a rule.</summary>
    /// <param name="code">Stable public code.</param>
    /// <param name="basis">The article, in the written form of a citation.</param>
    /// <param name="states">The rule in one Chinese sentence.</param>
    /// <param name="isMet">Whether the subject meets it.</param>
    /// <param name="says">What an officer is told when it is not met: what, why, what to do.</param>
    /// <param name="refused">An example that the rule refuses.</param>
    /// <param name="passed">An example that the rule passes.</param>
    /// <param name="facts">The values looked at, for the refusal; no personal data.</param>
    /// <param name="isPolicy">True for a choice of Heng.</param>
    public Rule(string code, string basis, string states, Func<T, bool> isMet, Func<T, string> says, Func<T> refused, Func<T> passed, Func<T, IReadOnlyDictionary<string, string>>? facts = null, bool isPolicy = false)
        : base(code, Citation.Parse(basis), states, isPolicy)
    {
        (this.isMet, this.says, this.refused, this.passed, this.facts) = (isMet, says, refused, passed, facts);
    }

    /// <inheritdoc/>
    public override bool RefusesItsExample => !isMet(refused());

    /// <inheritdoc/>
    public override bool PassesItsExample => isMet(passed());

    /// <summary>Asks the rule.</summary>
    /// <param name="subject">What it looks at.</param>
    /// <returns>The refusal, or null when the rule is met.</returns>
    public Refusal? Check(T subject) => isMet(subject) ? null : new Refusal(Code, Basis, says(subject), facts?.Invoke(subject) ?? NoFacts);

    /// <summary>The refusal of the rule in other words, where the caller has found that it is not met.</summary>
    /// <param name="says">What an officer is told: what, why, what to do.</param>
    public Refusal Refuse(string says) => new(Code, Basis, says, NoFacts);

    /// <summary>The rule as a ground of an allowed step.</summary>
    public Ground AsGround() => new(Code, Basis, States);
}
