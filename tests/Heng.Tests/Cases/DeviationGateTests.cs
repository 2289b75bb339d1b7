using Heng.Cases;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Law;
using Heng.Law.Penalties;
using Heng.Platform.People;
using Heng.Platform.Tenancy;

namespace Heng.Tests.Cases;

/// <summary>Leaving a benchmark with tiers, asking its issuer, and the sums that a higher level decides: each at its edge, both ways.</summary>
/// <remarks>No database: a dossier is its acts.</remarks>
public sealed class DeviationGateTests
{
    private const string Jiayuguan = "CN-GS-JYG";
    private static readonly Guid bureauId = Guid.CreateVersion7();

    // The benchmark of Jiayuguan (嘉峪关) gives a fair-trading case with some income and no grave harm 2,000 to 4,000 yuan; the rule itself up to 10,000.
    [Theory, Row("4.6", "5.4")]
    [InlineData(Jiayuguan, 1_999.99, "penalty.deviation penalty.issuer-asked")]
    [InlineData(Jiayuguan, 2_000, "")]
    [InlineData(Jiayuguan, 4_000, "")]
    [InlineData(Jiayuguan, 4_000.01, "penalty.deviation penalty.issuer-asked")]
    [InlineData(Jiayuguan, 10_000, "penalty.deviation penalty.issuer-asked")]
    [InlineData(Jiayuguan, 10_000.01, "above-ceiling")]
    // The province has no such table: the middle of the rule applies, 3,000 to 7,000, and nobody is above it to be asked.
    [InlineData("CN-GS", 2_999.99, "penalty.deviation")]
    [InlineData("CN-GS", 4_000.01, "")]
    [InlineData("CN-GS", 7_000.01, "penalty.deviation")]
    public void A_tier_of_the_region_sets_the_range_inside_the_statute(string region, double fine, string refused)
    {
        var context = Context(BureauLevel.County, region);
        Assert.Equal(refused.Split(' ', StringSplitOptions.RemoveEmptyEntries), Refused(new ProposePenalty { Fine = PenaltyPath.Yuan((decimal)fine) }, FairTrading(context), context));
    }

    [Theory, Row("4.6", "5.4")]
    [InlineData(BureauLevel.County, "yes", null, true)]
    [InlineData(BureauLevel.County, "yes", "嘉商务复〔2026〕3号同意调整适用（2026-03-02）。", false)]
    [InlineData(BureauLevel.County, "no", null, false)]
    // The bureau of the city stands beside the issuer, not below it: its own approval is enough.
    [InlineData(BureauLevel.City, "yes", null, false)]
    public void The_issuer_above_is_asked_where_the_bureau_asks(BureauLevel level, string asks, string? answer, bool refused)
    {
        var context = Context(level, Jiayuguan, asks);
        var proposal = new ProposePenalty { Fine = PenaltyPath.Yuan(4_000.01m), Category = DeviationCategory.PlainlyUnfair, Deviation = "按基准处罚将明显重于同类案件。", IssuerAnswer = answer };
        Assert.Equal(refused ? ["penalty.issuer-asked"] : [], Refused(proposal, FairTrading(context), context));
    }

    [Fact, Row("5.4")]
    public void An_answer_of_the_issuer_does_not_stand_for_the_approval_of_the_own_heads()
    {
        var context = Context(BureauLevel.County, Jiayuguan);
        var decision = new DecidePenalty { Fine = PenaltyPath.Yuan(4_000.01m), Category = DeviationCategory.PlainlyUnfair, Deviation = "按基准处罚将明显重于同类案件。", IssuerAnswer = "同意调整适用。" };
        var held = Penalties.Of(decision, FairTrading(context), context)!;
        Assert.True(held.Deviates);
        Assert.Equal("penalty.deviation-approved", PenaltyRules.DeviationIsApproved.Check(new(held, IsPrincipal: false, IsDiscussed: false, true, true))!.Code);
        Assert.Null(PenaltyRules.DeviationIsApproved.Check(new(held, IsPrincipal: true, IsDiscussed: false, true, true)));
        Assert.Null(PenaltyRules.DeviationIsApproved.Check(new(held, IsPrincipal: false, IsDiscussed: true, true, true)));
    }

    [Theory, Row("4.6")]
    [InlineData(BureauLevel.County, 299_999.99, null, false)]
    [InlineData(BureauLevel.County, 300_000, null, true)]
    [InlineData(BureauLevel.City, 300_000, null, false)]
    // The article speaks of a unit or an individual: the fine of a person counts as well, and is not added to that of the unit.
    [InlineData(BureauLevel.County, 260_000, "张三，法定代表人，299999.99", false)]
    [InlineData(BureauLevel.County, 260_000, "张三，法定代表人，300000", true)]
    [InlineData(BureauLevel.City, 260_000, "张三，法定代表人，300000", false)]
    public void Food_fines_from_300000_on_are_decided_by_a_city_or_above(BureauLevel level, double fine, string? persons, bool refused)
    {
        var context = Context(level, "CN-GD");
        var file = File(context, "FOOD-008", new("goodsValue", "19999", [1]), new("hasIllegalIncome", "false", [1]), new("seriousCircumstances", "false", [1]), new("intentional", "true", [1]), new("personalPriorYearIncome", "200000", [1]));
        var refusals = new DecidePenalty { Fine = PenaltyPath.Yuan((decimal)fine), Persons = persons }.Check(file, context).Where(r => r.Code == "decision-level");
        Assert.Equal(refused ? ["FSLR 81"] : [], refusals.Select(r => r.Basis.ToString()));
    }

    private static DossierFile FairTrading(ActContext context)
        => File(context, "CONT-004", new("hasIllegalIncome", "false", [1]), new("someIncomeNoGraveHarm", "true", [1]), new("firstViolation", "false", [1]), new("minorViolation", "false", [1]), new("provesNoFault", "false", [1]));

    private static DossierFile File(ActContext context, string matter, params FactEntry[] facts)
        => DossierFile.New(Guid.CreateVersion7(), bureauId, context.Me.UnitId, context.Law)
            .Foreseen(new RegisterSource { PartySort = PartySort.Unit, PartyName = "示例市示例商贸有限公司", NoCodeReason = "示例数据", Source = SourceKind.Inspection, FoundOn = context.Today, Content = "检查发现。", Matter = matter }, context)
            .Foreseen(new RecordEvidence { Kind = EvidenceKind.Documentary, Name = "台账", Copy = CopyKind.ConfirmedCopy, Source = "当事人", Maker = "当事人", On = context.Today, Proves = "违法事实" }, context)
            .Foreseen(new EnterFacts { Matter = matter, ActFrom = context.Today.AddDays(-10), Story = "经过。", StoryEvidence = [1], Entries = facts }, context);

    private static ActContext Context(BureauLevel level, string region, string asks = "yes") => new()
    {
        Law = LawSet.Embedded,
        Me = new CurrentPerson(Guid.CreateVersion7(), Guid.CreateVersion7(), bureauId, Guid.CreateVersion7(), "办案甲", PersonRoles.Officer, true),
        Today = new DateOnly(2026, 3, 2),
        Now = new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc),
        Bureau = new Bureau(bureauId, null, level, "示例市场监督管理局", "示", "990101", region),
        Settings = new Asks(asks),
    };

    private static IEnumerable<string> Refused(SanctionAct act, DossierFile file, ActContext context) => PenaltyRules.Check(Penalties.Of(act, file, context)!).Select(r => r.Code);

    private sealed class Asks(string issuer) : IDossierSettings
    {
        public string this[string name] => name == DossierSettings.AskIssuer ? issuer : DossierSettings.Defaults[name];
    }
}
