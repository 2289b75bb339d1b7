namespace Heng.Cases;

/// <summary>An act by which a fined responsible person received the decision on another day than the party (向责任人员送达).</summary>
public interface IServesAPerson
{
    /// <summary>Place of the person in the sanction, from 1.</summary>
    int Place { get; }

    /// <summary>The day on which it counts as served on him.</summary>
    DateOnly ReceivedOn { get; }
}
