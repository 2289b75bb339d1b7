using CsCheck;
using Heng.Law.Publicity;
using Heng.Law.Tests.Codes;

namespace Heng.Law.Tests.Publicity;

public sealed class MaskingTests
{
    private static readonly MaskingRequest nothingKnown = new([], []);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 500)];

    [Theory, MemberData(nameof(Seeds)), Row("9.2")]
    public void Nothing_planted_in_a_decision_is_left_and_everything_else_stays(int seed)
    {
        var decision = new PlantedDecision(seed);
        var masked = TextMasker.Mask(decision.Text, decision.Request);
        var folded = PlantedDecision.Folded(masked.Text);
        Assert.Empty(decision.Secrets.Where(s => folded.Contains(s, StringComparison.Ordinal)));
        Assert.Empty(decision.Survivors.Where(s => !masked.Text.Contains(s, StringComparison.Ordinal)));
        Assert.True(PublicText.EqualsOutside(decision.Text, masked.Text, masked.Masks));
        Assert.Empty(TextMasker.Left(masked.Text, decision.Request));
        Assert.Empty(masked.Masks.Where(m => !decision.Places.Any(p => p.Start <= m.Start && m.Start + m.Length <= p.End)).Select(m => $"{m.Reason}: {decision.Text.Substring(m.Start, m.Length)}"));
        Assert.Empty(decision.Places.Where(p => !masked.Masks.Any(m => m.Start < p.End && p.Start < m.Start + m.Length)).Select(p => decision.Text[p.Start..p.End]));
    }

    [Fact, Row("9.2")]
    public void The_address_of_the_bureau_stays_where_its_telephone_follows_it_and_a_home_is_hidden()
    {
        const string Office = "示例县示例大道 1 号";
        var masked = TextMasker.Mask($"联系地址：{Office}　联系电话：000-00000000\n联系地址：示例县示例路 2 号 3 栋　联系电话：12315", new MaskingRequest([], [Office, "000-00000000"]));
        Assert.StartsWith($"联系地址：{Office}　联系电话：000-00000000\n", masked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("示例路 2 号", masked.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("统一社会信用代码：91330106MA2ABCDE1X")]
    [InlineData("甲市监处罚〔2026〕13号")]
    [InlineData("罚款13800000000元")]
    [InlineData("2026-03-02 2026-03-05 两次检查")]
    [InlineData("档案编号330106-2026-00012")]
    [InlineData("许可证编号JY13301060012345")]
    [InlineData("国药准字Z20123456")]
    [InlineData("浙ICP备12345678号")]
    [InlineData("请拨打12315")]
    [InlineData("二〇二六年三月二日")]
    [InlineData("生产批号：13812345678")]
    [InlineData("京B2-20200101")]
    [InlineData("执行标准GB/T 31121-2014")]
    [InlineData("货值1,380.00元，数量 138 件")]
    public void What_only_looks_personal_stays(string text)
        => Assert.Equal(text, TextMasker.Mask(text, nothingKnown).Text);

    [Theory]
    [InlineData("身份证号330106199003071234", "330106199003071234")]
    [InlineData("身份证３３０１０６ １９９００３０７ １２３４", "１２３４")]
    [InlineData("身份证号：330106\n19900307\n123x。", "123x")]
    [InlineData("手机138 1234 5678", "1234 5678")]
    [InlineData("手机（138）1234-5678", "1234-5678")]
    [InlineData("电话：一三八一二三四五六七八", "三八一二三四五六七八")]
    [InlineData("+8613812345678", "13812345678")]
    [InlineData("座机0571-8765 4321转801", "8765 4321")]
    [InlineData("账号：1202 0221 0990 0012 345", "0012 345")]
    [InlineData("车牌浙A·12345", "12345")]
    [InlineData("邮箱a_b@example\n.com", "example")]
    [InlineData("微信号：abc_12345", "abc_12345")]
    [InlineData("护照号码E12345678", "12345678")]
    public void A_form_in_which_people_write_it_is_hidden(string text, string gone)
    {
        var masked = TextMasker.Mask(text, nothingKnown);
        Assert.DoesNotContain(gone, masked.Text, StringComparison.Ordinal);
        Assert.True(PublicText.EqualsOutside(text, masked.Text, masked.Masks));
    }

    [Fact]
    public void Two_numbers_written_together_are_both_hidden()
    {
        var person = DemoCodes.PersonNumber("330106", new DateOnly(1990, 3, 7), 17);
        Assert.Equal(new string('*', 29), TextMasker.Mask(person + "13812345678", nothingKnown).Text);
    }

    [Fact]
    public void Names_are_shown_by_the_family_name_and_protected_ones_not_at_all()
    {
        var masked = TextMasker.Mask("张三丰、欧阳锋和李\n四到场，举报人王五未到。张三丰食品店开门。", new(
            [new("张三丰", KnownKind.Person), new("欧阳锋", KnownKind.Person), new("李四", KnownKind.Person), new("王五", KnownKind.ProtectedPerson)], ["张三丰食品店"]));
        Assert.Equal("张某某、欧阳某某和李某某到场，举报人某某未到。张三丰食品店开门。", masked.Text);
    }

    [Theory]
    [InlineData(false, "当事人张某某，住甲省乙市丙县***。")]
    [InlineData(true, "当事人张三，住甲省乙市丙县***。")]
    public void The_name_of_a_natural_party_follows_the_setting(bool shown, string expected)
        => Assert.Equal(expected, TextMasker.Mask("当事人张三，住甲省乙市丙县城关镇1号2幢。", new([new("张三", KnownKind.NaturalParty), new("甲省乙市丙县城关镇1号2幢", KnownKind.Address)], []) { ShowsNaturalParty = shown }).Text);

    [Fact, Row("9.2")]
    public void A_valid_identity_number_may_not_be_kept_whatever_is_said()
    {
        var number = DemoCodes.PersonNumber("330106", new DateOnly(1990, 3, 7), 12);
        var request = new MaskingRequest([], [number]);
        var masked = TextMasker.Mask($"编号{number}。", request);
        Assert.Contains(number, masked.Text, StringComparison.Ordinal);
        var left = TextMasker.Left(masked.Text, request);
        Assert.Equal([MaskReason.PersonNumber], left.Select(l => l.Reason));
        Assert.Equal("publicity.personal-data-left", PublicityRules.NothingPersonalIsLeft.Check(left)!.Code);
    }

    [Theory]
    [InlineData("罚款五万元", "罚款一万元")]
    [InlineData("罚款五万元", "罚款五万元。")]
    [InlineData("罚款五万元", "罚款***元")]
    public void A_changed_word_is_noticed(string served, string published)
        => Assert.False(PublicText.EqualsOutside(served, published, []));

    [Fact]
    public void A_mask_cannot_put_another_word_in_the_place_of_one()
    {
        Assert.False(PublicText.EqualsOutside("罚款五万元", "罚款一万元", [new(2, 1, "一", MaskReason.Other)]));
        Assert.False(PublicText.EqualsOutside("罚款五万元", "罚款一某元", [new(2, 2, "一某", MaskReason.Other)]));
        Assert.True(PublicText.EqualsOutside("罚款五万元", "罚款***元", [new(2, 2, "***", MaskReason.Other)]));
        Assert.False(PublicText.EqualsOutside("罚款五万元", "罚款***元", [new(3, 1, "***", MaskReason.Other), new(2, 1, "*", MaskReason.Other)]));
        Assert.False(PublicText.EqualsOutside("短", "***", [new(0, 9, "***", MaskReason.Other)]));
    }

    [Fact]
    public void Masking_once_leaves_nothing_for_a_second_time()
        => Gen.Int[1, 100_000].Sample(
            seed =>
            {
                var decision = new PlantedDecision(seed);
                var once = TextMasker.Mask(decision.Text, decision.Request);
                Assert.DoesNotContain(decision.Secrets, s => PlantedDecision.Folded(once.Text).Contains(s, StringComparison.Ordinal));
                Assert.Equal(once.Text, TextMasker.Mask(once.Text, decision.Request).Text);
            }, iter: 200);

    [Fact]
    public void An_identity_number_is_hidden_in_any_company()
        => Gen.Select(DemoCodes.PersonNumbers, Gen.String[Gen.Char["，。\n （人3-A："], 0, 12], Gen.Char[" \n\u200B　-"]).Sample((person, company, glue) =>
        {
            // A digit or a letter right beside it makes another number of it.
            var text = $"{company}，{person.Text[..6]}{glue}{person.Text[6..14]}{glue}{person.Text[14..]}，{company}";
            Assert.DoesNotContain(person.Text, PlantedDecision.Folded(TextMasker.Mask(text, nothingKnown).Text), StringComparison.Ordinal);
        });

    [Fact]
    public void Any_text_equals_itself_outside_its_masks()
        => Gen.String[Gen.Char["0123456789Xx@.-年月日号张三 \n（）|微信身份证电话账号浙A某*"], 0, 120].Sample(text =>
        {
            var masked = TextMasker.Mask(text, new([new("张三", KnownKind.Person)], []));
            Assert.True(PublicText.EqualsOutside(text, masked.Text, masked.Masks));
            Assert.Equal(masked.Text.Length, PublicText.Shown(masked.Masks).Sum(s => s.Length) + text.Length - masked.Masks.Sum(m => m.Length));
        });
}
