using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Reasoning;

namespace Heng.Cases;

/// <summary>Decided penalty (已作出的行政处罚): what payment, publication and goods must know of a decision.</summary>
/// <param name="Number">Number of the decision (处罚决定书文号).</param>
/// <param name="On">Day of the decision.</param>
/// <param name="Sanction">What was imposed.</param>
/// <param name="Level">Level of the party's fine; null where the sum is exact or none is imposed.</param>
public sealed partial record DecidedPenalty(string Number, DateOnly On, Sanction Sanction, Level? Level)
{
    /// <summary>Id of the matter.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Day on which the decision counts as served; null before.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>Whether the law was applied as it stood at the decision because it is lighter (从旧兼从轻).</summary>
    public bool ByLaterLaw { get; init; }

    /// <summary>The payment number (缴款码): area of the dossier, year and number of the decision.</summary>
    /// <param name="dossier">Number of the dossier, which begins with the area code.</param>
    /// <param name="person">Place of the fined responsible person in the sanction, from 1; 0 for the party.</param>
    public PaymentNumber PaymentNumberIn(string dossier, int person = 0)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var found = YearAndNumber.Match(Number);
        return found.Success
            ? PaymentNumber.Of(dossier.Split('-')[0], int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(found.Groups[2].ValueSpan, CultureInfo.InvariantCulture), person)
            : throw new InvalidOperationException($"The number of the decision in dossier {dossier} has no year and number.");
    }

    [GeneratedRegex(@"(\d{4})\D+(\d+)号?$")]
    private static partial Regex YearAndNumber { get; }
}
