namespace Heng.Cases;

/// <summary>An act by which the court's enforcement ended (终结执行); the case may then be closed.</summary>
public interface IEndsEnforcement
{
    /// <summary>Whether nothing of the decision is left to be paid or enforced after it.</summary>
    bool EndsEnforcement { get; }
}
