using Heng.Law.Discretion;
using Heng.Law.Discretion.IllegalGain;
using Heng.Law.Goods;
using Heng.Law.Payment;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Publicity;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;
using Heng.Law.Visits;

namespace Heng.Law;

/// <summary>Register of rules (规则登记表): every rule of law in code, room by room, in a fixed order.</summary>
public static class LawRules
{
    /// <summary>The rules as they stand under a law set, whose settings some of them carry.</summary>
    /// <param name="lawSet">The set.</param>
    public static IReadOnlyList<Rule> Of(LawSet lawSet)
    {
        ArgumentNullException.ThrowIfNull(lawSet);
        return
        [
            .. GainRules.All,
            .. DiscretionRules.All, DiscretionRules.FineFitsTheGain(lawSet.Discretion.Settings),
            .. ProcedureRules.All,
            .. IntakeRules.All,
            .. OfficerRules.All,
            .. EvidenceRules.All,
            .. CorrectionRules.All,
            .. NoPenaltyRules.All,
            .. ClosingRules.All,
            .. FormRules.All,
            .. ReasoningRules.All,
            .. ReminderRules.All,
            .. PenaltyRules.All,
            .. HearingRules.All,
            .. DiscussionRules.All,
            .. CrimeRules.All,
            .. SameActRules.All,
            .. ConfiscationRules.All,
            .. VisitRules.All,
            .. DutyRules.All,
            .. PaymentRules.All,
            .. GoodsRules.All,
            .. PublicityRules.All,
        ];
    }
}
