using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Goods;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Goods.Steps;

/// <summary>Move goods to another place or keeper (变更保管).</summary>
[Act("goods.move", "变更财物保管", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "CF 4", Help = "财物移交其他保管人或者转移地点时登记；交接双方签名的交接单作为附件。")]
public sealed record MoveGoods : ChosenGoodsAct, IFiledInVolume
{
    /// <summary>Where to.</summary>
    [Field("新的保管地点")]
    public string Place { get; init; } = "";

    /// <summary>To whom.</summary>
    [Field("新的保管人", Kind = FieldKind.Person)]
    public Guid Keeper { get; init; }

    /// <summary>Why.</summary>
    [Field("变更原因")]
    public string Reason { get; init; } = "";

    /// <summary>The receipt.</summary>
    [Field("交接单", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The keeper, frozen.</summary>
    public NamedPerson? KeptBy { get; init; }

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"{Names}移至{Place}，由{KeptBy?.Name}保管：{Reason}";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers => [("main", 6, "财物交接单", null)];

    /// <inheritdoc/>
    protected override bool IsForAnyOfficer => true;

    /// <inheritdoc/>
    public override bool Offers(string field, PersonCard person, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !Handles(file, person.Id);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { GoodsRules.KeeperHandlesNoCase.Check(!Handles(file, Keeper)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [GoodsRules.KeeperHandlesNoCase];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((MoveGoods)base.Frozen(file, context)) with { KeptBy = NamedPerson.Of([Keeper], context)[0], Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    protected override IEnumerable<CaseGoods> After(IReadOnlyList<CaseGoods> goods, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return goods.Select(g => Concerns(g) ? g with { Place = Place, Keeper = KeptBy, Since = done.On, Files = [.. g.Files, .. Stored] } : g);
    }
}

/// <summary>Why goods leave the list.</summary>
public enum ReleaseGround
{
    /// <summary>They are not confiscated.</summary>
    [Label("不予没收，发还当事人")]
    GivenBack,

    /// <summary>They were entered wrongly.</summary>
    [Label("登记有误，予以更正")]
    EnteredWrongly,
}

/// <summary>Take goods off the list (发还、更正): they are not confiscated, or were entered wrongly.</summary>
[Act("goods.release", "发还、更正财物", By = PersonRoles.Officer, Basis = "APL 74(1)", Help = "不没收的财物发还当事人，附当事人签收的凭据；登记有误的更正后重新登记。已经决定没收的不能发还。")]
public sealed record ReleaseGoods : ChosenGoodsAct
{
    /// <summary>Which of both.</summary>
    [Field("情形")]
    public ReleaseGround? Ground { get; init; }

    /// <summary>Why.</summary>
    [Field("理由")]
    public string Reason { get; init; } = "";

    /// <summary>The receipt.</summary>
    [Field("签收凭据", Kind = FieldKind.Files, Optional = true, Help = "发还当事人的必填。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"{(Ground == ReleaseGround.GivenBack ? "发还" : "更正登记")}：{Names}（{Reason}）";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => ((ReleaseGoods)base.Prefilled(file, context)) with { Ground = ReleaseGround.GivenBack };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
        => Ground == ReleaseGround.GivenBack && Files.Count == 0 ? [new("files", "发还当事人的，应当附当事人签收的凭据。")] : [];

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context) => new[] { GoodsRules.ConfiscatedGoodsStay.Check(!AreConfiscated(file)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [GoodsRules.ConfiscatedGoodsStay];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => ((ReleaseGoods)base.Frozen(file, context)) with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    protected override IEnumerable<CaseGoods> After(IReadOnlyList<CaseGoods> goods, RecordedAct done)
        => goods.Select(g => Concerns(g) ? g with { State = Ground == ReleaseGround.GivenBack ? GoodsState.Released : GoodsState.Withdrawn, Files = [.. g.Files, .. Stored] } : g);
}
