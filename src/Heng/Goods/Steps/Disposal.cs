using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Goods;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Goods.Steps;

/// <summary>How goods are disposed of (处置方式).</summary>
public enum DisposalWay
{
    /// <summary>By public auction.</summary>
    [Label("公开拍卖")]
    Auction,

    /// <summary>Sold otherwise, as the rules of the state allow.</summary>
    [Label("按照国家规定变卖")]
    Sale,

    /// <summary>Destroyed, as the law asks.</summary>
    [Label("销毁")]
    Destruction,

    /// <summary>Handed to the authority that the rules name.</summary>
    [Label("移交有关主管部门")]
    HandOver,
}

/// <summary>Approve how confiscated goods are disposed of (批准处置方案).</summary>
[Act("goods.order-disposal", "批准处置没收财物", By = PersonRoles.Head | PersonRoles.Principal, Basis = "APL 74(1)", Help = "没收决定送达以后批准。依法应当销毁的销毁；其他的公开拍卖，或者按照国家有关规定处理。")]
public sealed record OrderDisposal : ChosenGoodsAct, IFiledInVolume
{
    /// <summary>How.</summary>
    [Field("处置方式")]
    public DisposalWay? Way { get; init; }

    /// <summary>Why so.</summary>
    [Field("理由", Kind = FieldKind.LongText, Help = "例如：超过保质期的食品依法应当销毁。")]
    public string Reason { get; init; } = "";

    /// <summary>Number of the decision, frozen.</summary>
    public string Decision { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"批准处置没收财物：{Names}，{(Way is { } way ? ActTypes.LabelOf(way) : "")}";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers => [("side", 6, "有关事项审批表（处置没收财物）", "08")];

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && AreConfiscated(file);

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Procedure.Remedy is not null)
        {
            yield return ("复议、诉讼", "正在进行；行政处罚不停止执行，但处置以后不能恢复，请慎重决定。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new[] { GoodsRules.OrderFollowsTheDecision.Check(new(AreConfiscated(file), file.Part<CaseFile>().Penalty?.ServedOn is not null)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [GoodsRules.OrderFollowsTheDecision];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ((OrderDisposal)base.Frozen(file, context)) with { Decision = file.Part<CaseFile>().Penalty?.Number ?? "" };
    }

    /// <inheritdoc/>
    protected override IEnumerable<CaseGoods> Offered(DossierFile file) => base.Offered(file).Where(g => GoodsFile.Of(file).WayOf(g.Number) is null);

    /// <inheritdoc/>
    protected override IEnumerable<CaseGoods> After(IReadOnlyList<CaseGoods> goods, RecordedAct done) => goods;
}

/// <summary>Dispose of confiscated goods (处置没收财物, form 52): two execute it and a third supervises.</summary>
[Act("goods.dispose", "登记处置没收财物", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "APL 74(1)", Help = "按照批准的方案处置后登记，形成涉案物品处理记录。两名以上处置人、一名监督人，都不能是本案办案人员或者保管人。", Irreversible = "财物处置后不能恢复。")]
public sealed record DisposeGoods : ChosenGoodsAct, IFiledInVolume
{
    /// <summary>The day.</summary>
    [Field("处置日期")]
    public DateOnly On { get; init; }

    /// <summary>Where.</summary>
    [Field("处置地点")]
    public string Place { get; init; } = "";

    /// <summary>Who.</summary>
    [Field("处置人", Kind = FieldKind.People, Help = "两名以上。")]
    public IReadOnlyList<Guid> Executors { get; init; } = [];

    /// <summary>Who watched.</summary>
    [Field("监督人", Kind = FieldKind.Person)]
    public Guid Supervisor { get; init; }

    /// <summary>How it went.</summary>
    [Field("处置情况", Kind = FieldKind.LongText)]
    public string How { get; init; } = "";

    /// <summary>What came in.</summary>
    [Field("变价款", Kind = FieldKind.Money, Optional = true, Help = "拍卖、变卖的必填；随后上缴国库。")]
    public Money? Proceeds { get; init; }

    /// <summary>Photographs, receipts.</summary>
    [Field("照片、录像和凭据", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The way of the order, frozen.</summary>
    public DisposalWay? Way { get; init; }

    /// <summary>Those who executed it, frozen.</summary>
    public IReadOnlyList<NamedPerson> ExecutedBy { get; init; } = [];

    /// <summary>Who supervised it, frozen.</summary>
    public NamedPerson? SupervisedBy { get; init; }

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"处置没收财物：{Names}，{(Way is { } way ? ActTypes.LabelOf(way) : "")}{(Proceeds > Money.Zero ? $"，变价款 {Proceeds} 元" : "")}";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers => [("main", 6, "涉案物品处理记录", "52")];

    /// <inheritdoc/>
    protected override bool IsForAnyOfficer => true;

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && AreConfiscated(file);

    /// <inheritdoc/>
    public override bool Offers(string field, PersonCard person, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !Handles(file, person.Id) && GoodsOf(file).All(g => g.Keeper?.Id != person.Id);
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var goods = GoodsFile.Of(file);
        var first = goods.WayOf(Offered(file).Select(g => g.Number).FirstOrDefault(n => goods.WayOf(n) is not null));
        return this with { Items = [.. Offered(file).Where(g => first is not null && goods.WayOf(g.Number) == first).Select(g => g.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))], On = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var goods = GoodsFile.Of(file);
        var ways = Chosen(file).Select(g => goods.WayOf(g.Number)).OfType<DisposalWay>().Distinct().ToArray();
        if (On > context.Today || goods.Orders.Any(o => Chosen(file).Any(g => o.Items.Contains(g.Number)) && On < o.On))
        {
            yield return new("on", "处置日期应当在批准处置之日和今天之间。");
        }

        if (ways.Length > 1)
        {
            yield return new("items", "所选财物批准的处置方式不同，请分别登记。");
        }
        else if (ways is [var way] && way is DisposalWay.Auction or DisposalWay.Sale != Proceeds > Money.Zero)
        {
            yield return new("proceeds", way is DisposalWay.Auction or DisposalWay.Sale ? "拍卖、变卖的应当填写变价款。" : "销毁、移交的没有变价款，请不填。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        var goods = GoodsFile.Of(file);
        var chosen = Chosen(file).ToArray();
        Guid[] people = [.. Executors, Supervisor];
        var team = new DisposalTeam(Executors.Distinct().Count(), !Executors.Contains(Supervisor), !people.Any(p => Handles(file, p) || chosen.Any(g => g.Keeper?.Id == p)));
        return new[]
        {
            GoodsRules.DisposalHasAnOrder.Check(AreConfiscated(file) && chosen.Length > 0 && chosen.All(g => goods.WayOf(g.Number) is not null)),
            GoodsRules.DisposalHasTwoAndASupervisor.Check(team),
            GoodsRules.DisposalIsApart.Check(team),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [GoodsRules.DisposalHasAnOrder, GoodsRules.DisposalHasTwoAndASupervisor, GoodsRules.DisposalIsApart];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((DisposeGoods)base.Frozen(file, context)) with
    {
        Way = Chosen(file).Select(g => GoodsFile.Of(file).WayOf(g.Number)).FirstOrDefault(),
        ExecutedBy = NamedPerson.Of(Executors, context),
        SupervisedBy = NamedPerson.Of([Supervisor], context)[0],
        Stored = NamedFile.Of(Files, context),
    };

    /// <inheritdoc/>
    protected override IEnumerable<CaseGoods> After(IReadOnlyList<CaseGoods> goods, RecordedAct done)
        => goods.Select(g => Concerns(g) ? g with { State = GoodsState.Disposed, Since = On, Files = [.. g.Files, .. Stored] } : g);
}

/// <summary>Pay proceeds over to the treasury (变价款上缴国库).</summary>
[Act("goods.pay-proceeds", "登记变价款上缴国库", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "APL 74(2)", Help = "拍卖、变卖的款项必须全部上缴国库，凭缴款凭证登记。")]
public sealed record PayProceeds : CaseAct, IFiledInVolume
{
    /// <summary>The day.</summary>
    [Field("上缴日期")]
    public DateOnly On { get; init; }

    /// <summary>The sum, in fen.</summary>
    [Field("上缴金额", Kind = FieldKind.Money, Unit = "元")]
    public long Sum { get; init; }

    /// <summary>Number of the voucher.</summary>
    [Field("缴款凭证号")]
    public string Voucher { get; init; } = "";

    /// <summary>The voucher.</summary>
    [Field("缴款凭证", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"变价款 {new Money(Sum)} 元上缴国库（{Voucher}）";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers => [("main", 6, "变价款上缴国库凭证", null)];

    /// <inheritdoc/>
    protected override bool IsForAnyOfficer => true;

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => GoodsFile.Of(file).Held > Money.Zero;

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today, Sum = GoodsFile.Of(file).Held.Fen };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return On > context.Today || On < GoodsFile.Of(file).Disposals.Select(d => d.On).DefaultIfEmpty().Min() ? [new("on", "日期应当在处置之日和今天之间。")] : [];
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { GoodsRules.ProceedsGoToTheTreasury.Check(new(new(Sum), GoodsFile.Of(file).Held)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [GoodsRules.ProceedsGoToTheTreasury];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}
