using Heng.Law.Citations;

namespace Heng.Law.Matters;

/// <summary>Effect of a circumstance (情节的作用).</summary>
public enum CircumstanceEffect
{
    /// <summary>No penalty (不予处罚).</summary>
    NoPenalty,

    /// <summary>Lighter or mitigated (从轻或者减轻).</summary>
    LighterOrMitigated,

    /// <summary>Mitigated or exempt (减轻或者免除).</summary>
    MitigatedOrExempt,

    /// <summary>Heavier (从重).</summary>
    Heavier,
}

/// <summary>Circumstance (情节): a ground that moves the level, with its force and article.</summary>
/// <param name="Index">Place in the table, from 0.</param>
/// <param name="Id">Stable id, for example <c>C-MT-02</c>.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Effect">Where it moves the level.</param>
/// <param name="Shall">True for 应当, false for 可以.</param>
/// <param name="Basis">Where the law says it; the first is the main one.</param>
/// <param name="Scope">Fields it applies to; empty for all.</param>
/// <param name="SameAs">Facts that say the same: using both would use one fact twice.</param>
/// <param name="Bars">Whether it means that the limitation has passed (追责时效).</param>
/// <param name="Confidence">How well it is known.</param>
/// <param name="Note">What a reader must know besides.</param>
public sealed record Circumstance(int Index, string Id, string Chinese, CircumstanceEffect Effect, bool Shall, IReadOnlyList<Citation> Basis, IReadOnlyList<string> Scope, IReadOnlyList<Fact> SameAs, bool Bars, Confidence Confidence, string? Note)
{
    /// <summary>Whether it can ground going below the minimum (减轻).</summary>
    public bool Mitigates => Effect is CircumstanceEffect.LighterOrMitigated or CircumstanceEffect.MitigatedOrExempt;

    /// <summary>Whether it lies in age or mind, so that only a natural person (自然人) can have it (行政处罚法第三十条、第三十一条).</summary>
    public bool IsPersonal => Basis is [{ Instrument: "APL", Article: 30 or 31 }, ..];

    /// <summary>Whether it can count in a field.</summary>
    /// <param name="field">Id of the field.</param>
    /// <param name="isUnit">Whether the party is a unit.</param>
    public bool CountsFor(string field, bool isUnit) => (Scope.Count == 0 || Scope.Contains(field)) && !(isUnit && IsPersonal);
}

/// <summary>Serious-circumstances rule (法定情节严重): a text that counts which cases are serious.</summary>
/// <param name="Id">Stable id, for example <c>SR-FSLR67</c>.</param>
/// <param name="Basis">Where the law says it.</param>
/// <param name="Any">One of these makes the case serious.</param>
/// <param name="Sets">Whether it decides the fact <c>seriousCircumstances</c>.</param>
/// <param name="Adds">The circumstance that follows from it, or null.</param>
public sealed record SeriousRule(string Id, Citation Basis, Condition Any, bool Sets, Circumstance? Adds);

/// <summary>Overlay (领域附加规则): a consequence that attaches to a whole field.</summary>
/// <param name="Id">Stable id, for example <c>OV-FSLR75</c>.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Basis">Where the law says it.</param>
/// <param name="When">Its condition; null for always.</param>
/// <param name="Penalties">Penalties that it adds.</param>
/// <param name="NeedsUnit">Whether the party must be a unit.</param>
/// <param name="MinimumFactor">Factor on minima (AML 63), or null.</param>
/// <param name="MaximumFactor">Factor on maxima (AML 63), or null.</param>
/// <param name="DecisionLevel">Level that must decide (<c>prefecture</c>, <c>provincial</c>), or null.</param>
/// <param name="Note">What a reader must know besides.</param>
public sealed record Overlay(string Id, string Chinese, Citation Basis, Condition? When, IReadOnlyList<Penalty> Penalties, bool NeedsUnit, decimal? MinimumFactor, decimal? MaximumFactor, string? DecisionLevel, string? Note);
