using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Discretion.IllegalGain;

/// <summary>Item (扣除项目) of a computation: an outlay or tax, deducted or left in, and why.</summary>
/// <param name="Code">Stable public code of the reason, for example <c>discretion.gain.outlay.late</c>.</param>
/// <param name="Name">What it is, as entered.</param>
/// <param name="Amount">The sum.</param>
/// <param name="IsDeducted">Whether it is deducted.</param>
/// <param name="Basis">The article.</param>
/// <param name="Says">The reason in Chinese, fit for the document.</param>
public sealed record GainItem(string Code, string Name, Money Amount, bool IsDeducted, Citation Basis, string Says);

/// <summary>Determination of illegal income (违法所得认定结论).</summary>
/// <remarks>The base of a multiple is <see cref="IllegalGain"/>, from which refunds are not taken; what is confiscated is <see cref="Confiscable"/>.</remarks>
/// <param name="Regime">Id of the rule that was applied.</param>
/// <param name="IllegalGain">Illegal income (违法所得); null when it need not be computed.</param>
/// <param name="Confiscable">The part that is confiscated (没收金额).</param>
/// <param name="Items">Every outlay and tax, in the order entered, taxes last.</param>
/// <param name="WeighsInFine">Whether an unknown part must be weighed when the fine is set (作为裁量情节).</param>
/// <param name="RefundDutyStays">Whether the party still has to refund although nothing is confiscated (退赔义务不免除).</param>
/// <param name="Grounds">The articles applied, in order, for the reasoning of the document.</param>
public sealed record GainDetermination(
    string Regime, Money? IllegalGain, Money Confiscable, IReadOnlyList<GainItem> Items, bool WeighsInFine, bool RefundDutyStays, IReadOnlyList<Ground> Grounds);
