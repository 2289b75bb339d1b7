using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;

namespace Heng.Discretion;

/// <summary>Assessment as pages show it: the result, what would change it, and the steps that led to it.</summary>
/// <param name="Result">The result.</param>
/// <param name="Changes">What would change it.</param>
/// <param name="Trace">The steps.</param>
public sealed record AssessmentView(Assessment Result, IReadOnlyList<Change> Changes, IReadOnlyList<TraceStep> Trace)
{
    /// <summary>The view of a result.</summary>
    /// <param name="law">The law set that gave it.</param>
    /// <param name="result">The result.</param>
    public static AssessmentView Of(LawSet law, Assessment result)
    {
        ArgumentNullException.ThrowIfNull(law);
        return new(result, law.Discretion.ChangesOf(result), law.Discretion.Explain(result));
    }
}

/// <summary>Review of an exemption entry (免罚审查): each condition with its state and, in a case, what proves it or what is missing.</summary>
/// <param name="Result">The entry as tried.</param>
/// <param name="Conditions">Its conditions.</param>
public sealed record ExemptionReview(ExemptionResult Result, IReadOnlyList<ReviewedCondition> Conditions)
{
    /// <summary>The review of an entry.</summary>
    /// <param name="result">The entry as tried.</param>
    /// <param name="proofOf">What proves a fact and what is missing for it; null where no case stands behind.</param>
    public static ExemptionReview Of(ExemptionResult result, Func<Fact, ConditionProof?>? proofOf = null)
    {
        return new(result, [.. result.Entry.Conditions!.Leaves.Select(Reviewed)]);

        ReviewedCondition Reviewed(Condition.Test test)
        {
            var state = result.Failed.Contains(test) ? Truth.False : result.Unknown.Contains(test.Fact) ? Truth.Unknown : Truth.True;
            var proof = proofOf?.Invoke(test.Fact);
            // What holds without having been entered follows from another fact, as slight harm follows from none.
            return new(DiscretionEngine.Describe(test), test.Fact, state, proof is { Entered: null } && state != Truth.Unknown ? new("由其他已经认定的事实得出", [], null) : proof);
        }
    }

    /// <summary>Every entry tried: those that hold first, the obligatory before the optional, then the open ones.</summary>
    /// <param name="result">The assessment.</param>
    /// <param name="proofOf">What proves a fact; null where no case stands behind.</param>
    public static IReadOnlyList<ExemptionReview> AllOf(Assessment result, Func<Fact, ConditionProof?>? proofOf = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Exemptions.OrderBy(e => e.Truth switch { Truth.True => 0, Truth.Unknown => 1, _ => 2 }).Select(e => Of(e, proofOf))];
    }
}

/// <summary>A condition of an exemption entry and how it stands.</summary>
/// <param name="Says">The condition in words.</param>
/// <param name="Fact">The fact that it tests.</param>
/// <param name="State">Whether it holds.</param>
/// <param name="Proof">What proves it; null where no case stands behind.</param>
public sealed record ReviewedCondition(string Says, Fact Fact, Truth State, ConditionProof? Proof);

/// <summary>What proves a condition in a case.</summary>
/// <param name="Entered">The value as entered, in words; null when nothing was entered.</param>
/// <param name="Evidence">The evidence, as documents list it.</param>
/// <param name="Missing">What is missing and what to do; null when nothing is.</param>
public sealed record ConditionProof(string? Entered, IReadOnlyList<string> Evidence, string? Missing);
