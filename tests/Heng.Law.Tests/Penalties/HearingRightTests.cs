using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Penalties;
using Heng.Law.Reasoning;

namespace Heng.Law.Tests.Penalties;

public sealed class HearingRightTests
{
    private static readonly LawSet law = LawSet.Embedded;

    [Theory]
    [InlineData(PartyKind.Individual, 9_999.99, false)]
    [InlineData(PartyKind.Individual, 10_000, true)]
    [InlineData(PartyKind.IndividualBusiness, 9_999.99, false)]
    [InlineData(PartyKind.IndividualBusiness, 10_000, true)]
    [InlineData(PartyKind.Unit, 99_999.99, false)]
    [InlineData(PartyKind.Unit, 100_000, true)]
    public void A_fine_gives_the_right_from_the_sum_on(PartyKind party, double fine, bool right)
        => Assert.Equal(right, GroundsOf(new(Yuan(fine), Money.Zero, []), party).Count == 1);

    [Theory]
    [InlineData(PartyKind.Individual, 5_000, 4_999.99, false)]
    [InlineData(PartyKind.Individual, 5_000, 5_000, true)]
    [InlineData(PartyKind.Unit, 50_000, 49_999.99, false)]
    [InlineData(PartyKind.Unit, 50_000, 50_000, true)]
    public void Confiscated_gains_and_goods_are_added_up(PartyKind party, double gain, double goods, bool right)
        => Assert.Equal(right, GroundsOf(new(Money.Zero, Yuan(gain), ["confiscateGoods"]) { ConfiscatedGoods = Yuan(goods) }, party).Count == 1);

    [Fact]
    public void Fine_and_confiscation_are_tested_apart()
    {
        Assert.Empty(GroundsOf(new(Yuan(9_999), Yuan(9_999), []), PartyKind.Individual));
        Assert.Equal(2, GroundsOf(new(Yuan(10_000), Yuan(10_000), []), PartyKind.Individual).Count);
    }

    [Theory]
    [InlineData("CN-JX", 2_999.99, false)]
    [InlineData("CN-JX", 3_000, true)]
    // A figure whose source is not confirmed is not applied: the national one stays.
    [InlineData("CN-GD", 5_000, false)]
    public void A_province_may_set_its_own_sum(string region, double fine, bool right)
        => Assert.Equal(right, GroundsOf(new(Yuan(fine), Money.Zero, []), PartyKind.Individual, region).Count == 1);

    [Theory]
    [InlineData("suspendBusiness", true)]
    [InlineData("revokePermit", true)]
    [InlineData("industryBan", true)]
    [InlineData("warning", false)]
    public void Some_kinds_give_the_right_whatever_the_sum(string kind, bool right)
        => Assert.Equal(right, GroundsOf(new(Money.Zero, Money.Zero, [kind]), PartyKind.Unit).Count == 1);

    [Fact]
    public void A_fine_on_a_responsible_person_is_held_against_the_sum_for_people()
        => Assert.Single(GroundsOf(new(Yuan(50_000), Money.Zero, []) { Personal = [new("示例负责人", "法定代表人", Yuan(10_000))] }, PartyKind.Unit));

    private static IReadOnlyList<HearingGround> GroundsOf(Sanction sanction, PartyKind party, string region = "CN-GD")
    {
        Assert.True(Region.TryParse(region, law.Codes, out var place, out _));
        return HearingRight.Of(sanction, law.Discretion.Settings, place, party, null, law.Matters.Kinds);
    }

    private static Money Yuan(double sum) => Money.FromYuan((decimal)sum, FenRounding.Exact);
}
