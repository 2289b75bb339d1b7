using System.Globalization;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Law.Reasoning;

namespace Heng.Law.Penalties;

/// <summary>Ground of the right to a hearing (听证范围): why the party may ask for one.</summary>
/// <param name="Says">In Chinese.</param>
/// <param name="Basis">Where the law says it.</param>
public sealed record HearingGround(string Says, Citation Basis);

/// <summary>Hearing right (听证权利) of a proposed sanction: fine and confiscation are tested apart, each against the sum of the region, then the kinds (听证办法第五条).</summary>
public static class HearingRight
{
    private static readonly Citation kindBasis = Citation.Parse("HR 5(1)");

    /// <summary>Every ground on which a sanction gives the right; none where it gives none.</summary>
    /// <param name="sanction">The sanction proposed.</param>
    /// <param name="settings">The sums of the regions.</param>
    /// <param name="region">Region of the bureau.</param>
    /// <param name="party">Who the party is.</param>
    /// <param name="version">The version applied, whose kinds may give the right too; null where none is known.</param>
    /// <param name="kinds">The kinds of penalty.</param>
    public static IReadOnlyList<HearingGround> Of(Sanction sanction, DiscretionSettings settings, Region region, PartyKind party, MatterVersion? version, PenaltyKindTable kinds)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(kinds);
        var individual = party == PartyKind.Individual || (party == PartyKind.IndividualBusiness && settings.IndividualBusinessIsIndividual);
        var grounds = new List<HearingGround>();
        Test("拟罚款", sanction.Fine, individual, confiscation: false);
        Test("拟没收违法所得和非法财物合计", sanction.ConfiscatedGain + sanction.ConfiscatedGoods, individual, confiscation: true);
        foreach (var person in sanction.Personal)
        {
            Test($"拟对{person.Name}罚款", person.Fine, true, confiscation: false);
        }

        foreach (var id in sanction.OtherKinds)
        {
            if (kinds.Find(id) is { } kind && (DiscretionEngine.HearingKinds.Contains(id) || version?.HearingKinds.Contains(kind) == true))
            {
                grounds.Add(new($"拟给予“{kind.Chinese}”", kindBasis));
            }
        }

        return grounds;

        void Test(string what, Money sum, bool ofIndividual, bool confiscation)
        {
            if (settings.ThresholdFor(region, ofIndividual, confiscation) is { } threshold && sum.Yuan >= threshold.From)
            {
                grounds.Add(new($"{what} {sum} 元，达到{(ofIndividual ? "对个人" : "对单位")}的听证标准 {threshold.From.ToString("#,##0.##", CultureInfo.InvariantCulture)} 元", threshold.Basis));
            }
        }
    }
}
