using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Goods;

/// <summary>Goods to be confiscated (拟没收的财物) as the rules see them.</summary>
/// <param name="Items">How many are on the list.</param>
/// <param name="Listed">What they are worth together.</param>
/// <param name="Value">The value that proposal or decision names.</param>
public sealed record ListedGoods(int Items, Money Listed, Money Value);

/// <summary>Order to dispose of goods (处置方案) as the rules see it.</summary>
/// <param name="IsConfiscated">Whether a decision in force confiscates them.</param>
/// <param name="IsServed">Whether that decision is served.</param>
public sealed record DisposalOrder(bool IsConfiscated, bool IsServed);

/// <summary>Team of a disposal (处置人员) as the rules see it.</summary>
/// <param name="Executors">How many executed it.</param>
/// <param name="HasOwnSupervisor">Whether someone besides them supervised it.</param>
/// <param name="AreApart">Whether none of them handles the case or keeps the goods.</param>
public sealed record DisposalTeam(int Executors, bool HasOwnSupervisor, bool AreApart);

/// <summary>Proceeds paid over (上缴变价款) as the rules see them.</summary>
/// <param name="Sum">What is paid over.</param>
/// <param name="Held">What was received and is not paid over yet.</param>
public sealed record ProceedsPaid(Money Sum, Money Held);

/// <summary>Rules of goods (涉案财物规则): list, custody, disposal, proceeds, stock-take.</summary>
public static class GoodsRules
{
    private static readonly ListedGoods listed = new(2, new(6_000_00), new(6_000_00));
    private static readonly ProceedsPaid paid = new(new(300_00), new(300_00));

    /// <summary>What is confiscated stands on the list of goods, and is worth what the decision says.</summary>
    public static Rule<ListedGoods> ConfiscatedGoodsAreListed { get; } = new(
        "goods.listed", "APL 59(1)#3", "没收财物的，应当列明财物清单，清单的价值合计与处罚内容一致。",
        g => g.Items > 0 && g.Listed == g.Value,
        g => g.Items == 0 ? "没收的财物还没有登记清单；请先办理“登记涉案财物”，价值自动汇总。" : $"清单所列 {g.Items} 项财物价值合计 {g.Listed} 元，与没收价值 {g.Value} 元不一致；请核对清单或者处罚内容，不没收的先办理发还。",
        () => listed with { Value = new(5_000_00) }, () => listed);

    /// <summary>Who handles the case does not keep its goods.</summary>
    public static Rule<bool> KeeperHandlesNoCase { get; } = new(
        "goods.keeper.apart", "CF 4", "执法岗位与罚没财物保管岗位分离，办案人员不得保管本案财物。",
        isApart => isApart,
        _ => "保管人是本案办案人员；执法与保管岗位应当分离，请由其他人员保管。",
        () => false, () => true);

    /// <summary>Goods are disposed of by an order after a decision that confiscates them and is served.</summary>
    public static Rule<DisposalOrder> OrderFollowsTheDecision { get; } = new(
        "goods.order.after-decision", "APL 74(1)", "依法没收的非法财物按照国家规定公开拍卖或者处理；没收决定生效以前不得处置。",
        o => o.IsConfiscated && o.IsServed,
        o => o.IsConfiscated ? "没收的处罚决定还没有送达，没有生效；请先送达。" : "没有生效的没收决定，不得批准处置；不没收的财物应当发还。",
        () => new(true, false), () => new(true, true));

    /// <summary>Nothing is disposed of without an order.</summary>
    public static Rule<bool> DisposalHasAnOrder { get; } = new(
        "goods.dispose.order", "APL 74(1)", "处置没收的财物应当有批准的处置方案，并按照批准的方式处置。",
        isOrdered => isOrdered,
        _ => "所选财物没有批准的处置方案，或者没收决定已经撤销；请先报负责人批准处置。",
        () => false, () => true);

    /// <summary>Two execute a disposal, and a third supervises.</summary>
    public static Rule<DisposalTeam> DisposalHasTwoAndASupervisor { get; } = new(
        "goods.dispose.two", "CF 4", "处置没收的财物由两名以上人员执行，另有一人监督，并制作涉案物品处理记录。",
        t => t.Executors >= 2 && t.HasOwnSupervisor,
        t => t.Executors < 2 ? $"处置人只有 {t.Executors} 名；请填写两名以上处置人。" : "监督人同时是处置人；请由另外一人监督。",
        () => new(1, true, true), () => new(2, true, true), isPolicy: true);

    /// <summary>Who handles the case or keeps the goods does not dispose of them.</summary>
    public static Rule<DisposalTeam> DisposalIsApart { get; } = new(
        "goods.dispose.apart", "CF 4", "执法岗位与罚没财物保管、处置岗位分离。",
        t => t.AreApart,
        _ => "处置人、监督人中有本案办案人员或者所处置财物的保管人；执法、保管、处置岗位应当分离，请更换人员。",
        () => new(2, true, false), () => new(2, true, true));

    /// <summary>Confiscated goods are not given back.</summary>
    public static Rule<bool> ConfiscatedGoodsStay { get; } = new(
        "goods.release.not-confiscated", "APL 74(1)", "已经决定没收的财物应当依法处理，不得发还。",
        isFree => isFree,
        _ => "所选财物已经决定没收，不能发还；请按批准的方案处置。",
        () => false, () => true);

    /// <summary>Proceeds go to the treasury, and never more than was received.</summary>
    public static Rule<ProceedsPaid> ProceedsGoToTheTreasury { get; } = new(
        "goods.proceeds.treasury", "APL 74(2)", "没收非法财物拍卖、变卖的款项必须全部上缴国库。",
        p => p.Sum > Money.Zero && p.Sum <= p.Held,
        p => $"上缴 {p.Sum} 元，处置记录中尚未上缴的变价款为 {p.Held} 元；请核对金额和处置记录。",
        () => paid with { Sum = new(301_00) }, () => paid);

    /// <summary>Stock is taken by two people.</summary>
    public static Rule<bool> StockIsTakenByTwo { get; } = new(
        "goods.stock.two", "CF 4", "财物盘点由两人进行，清点人和复核人不得为同一人。",
        areTwo => areTwo,
        _ => "盘点应当由两人进行；清点的人不能复核自己的清点，请由另外一人登录复核。",
        () => false, () => true, isPolicy: true);

    /// <summary>All rules of goods.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ConfiscatedGoodsAreListed, KeeperHandlesNoCase, OrderFollowsTheDecision, DisposalHasAnOrder, DisposalHasTwoAndASupervisor, DisposalIsApart, ConfiscatedGoodsStay, ProceedsGoToTheTreasury, StockIsTakenByTwo,
    ];
}
