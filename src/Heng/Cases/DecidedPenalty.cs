using Heng.Law.Discretion;
using Heng.Law.Reasoning;

namespace Heng.Cases;

/// <summary>Decided penalty (已作出的行政处罚): what payment, publication and goods must know of a decision.</summary>
/// <param name="Number">Number of the decision (处罚决定书文号).</param>
/// <param name="On">Day of the decision.</param>
/// <param name="Sanction">What was imposed.</param>
/// <param name="Level">Level of the party's fine; null where the sum is exact or none is imposed.</param>
public sealed record DecidedPenalty(string Number, DateOnly On, Sanction Sanction, Level? Level)
{
    /// <summary>Id of the matter.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Day on which the decision counts as served; null before.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>Whether the law was applied as it stood at the decision because it is lighter (从旧兼从轻).</summary>
    public bool ByLaterLaw { get; init; }
}
