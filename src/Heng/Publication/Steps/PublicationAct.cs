using System.Text.Json.Serialization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;

namespace Heng.Publication.Steps;

/// <summary>An act of publication: what is to be published was looked up for it.</summary>
public abstract record PublicationAct : DossierAct
{
    /// <summary>What was looked up.</summary>
    /// <param name="context">The context of the act.</param>
    protected static PublicDraft DraftIn(ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Found as PublicDraft ?? new PublicDraft(null, null, [], null, null);
    }
}

/// <summary>Answer of the secrecy check (保密审查).</summary>
public enum SecrecyAnswer
{
    /// <summary>Nothing secret.</summary>
    [Label("不涉及国家秘密，不危及国家安全、公共安全、经济安全和社会稳定")]
    Clear,

    /// <summary>Something is or may be.</summary>
    [Label("涉及或者可能危及，不予公示，报负责人处理")]
    Concerned,
}

/// <summary>An act that enters what is to be published: the answers for the class, and what is to be hidden.</summary>
public abstract record PublicationEntry : PublicationAct
{
    /// <summary>The secrecy check.</summary>
    [Field("保密审查", Group = "审查")]
    public SecrecyAnswer? Secrecy { get; init; }

    /// <summary>Whether it concerns a key industrial product.</summary>
    [Field("属于重要工业产品领域", Optional = true, Group = "公示类别", Help = "食品、药品、医疗器械、化妆品、特种设备由事项判断，不用填写；不填写的，按生产许可证目录产品的事项判断。")]
    public bool? IsKeyIndustrialProduct { get; init; }

    /// <summary>Whether the party is entered on the serious list.</summary>
    [Field("同时列入严重违法失信名单")]
    public bool? IsOnSeriousList { get; init; }

    /// <summary>Last day of the restriction.</summary>
    [Field("限制期届满日", Optional = true, Help = "责令停产停业、限制经营、限制从业的填写；没有确定的不填，公示不自动停止。")]
    public DateOnly? RestrictedUntil { get; init; }

    /// <summary>Which law wants a bare warning published.</summary>
    [Field("仅处警告也须公示的法律、行政法规规定", Optional = true)]
    public string? WarningLaw { get; init; }

    /// <summary>Names of other people in the text; kept in the vault.</summary>
    [Field("其他自然人姓名", Kind = FieldKind.LongText, Optional = true, Group = "隐去个人信息", Help = "一行一个，例如证人、员工、消费者；档案中已经登记的不用重复。单独加密保存。")]
    public string? People { get; init; }

    /// <summary>Names of minors, informants and witnesses to be protected; kept in the vault.</summary>
    [Field("未成年人、举报人、投诉人姓名", Kind = FieldKind.LongText, Optional = true, Help = "一行一个，连姓氏也隐去。单独加密保存。")]
    public string? ProtectedPeople { get; init; }

    /// <summary>What is to be hidden besides, such as trade secrets; kept in the vault.</summary>
    [Field("另行隐去的内容", Kind = FieldKind.LongText, Optional = true, Help = "一行一段，照决定书原文填写，例如商业秘密、系统没有识别的住址。单独加密保存。")]
    public string? AlsoHidden { get; init; }

    /// <summary>What is no personal information though it looks so.</summary>
    [Field("不是个人信息、予以保留的内容", Kind = FieldKind.LongText, Optional = true, Help = "一行一段，例如被误认的编号。有效的身份证号码、手机号码、电子邮箱不能保留。")]
    public string? NotPersonal { get; init; }

    /// <summary>Whether the masks were looked at.</summary>
    [Field("已经在预览中逐处核对隐去内容，其余文字与送达的决定书一致")]
    public bool? MasksConfirmed { get; init; }

    /// <summary>The text, frozen.</summary>
    public FrozenText? Text { get; init; }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Text = DraftIn(context).Frozen };

    /// <summary>The answers for the class.</summary>
    [JsonIgnore]
    public PublicationInputs Inputs => new(IsKeyIndustrialProduct, IsOnSeriousList == true, RestrictedUntil, string.IsNullOrWhiteSpace(WarningLaw) ? null : WarningLaw);

    /// <summary>What the officer named to be hidden.</summary>
    [JsonIgnore]
    public IReadOnlyList<KnownText> Known =>
    [
        .. Lines(People).Select(t => new KnownText(t, KnownKind.Person)),
        .. Lines(ProtectedPeople).Select(t => new KnownText(t, KnownKind.ProtectedPerson)),
        .. Lines(AlsoHidden).Select(t => new KnownText(t, KnownKind.Other)),
    ];

    /// <summary>What the officer named to stay.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Kept => Lines(NotPersonal);

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (MasksConfirmed == false)
        {
            yield return new("masksConfirmed", "请先在预览中逐处核对隐去的内容，核对后选择“是”。");
        }

        if (file?.Part<CaseFile>().Penalty is { } penalty && RestrictedUntil < penalty.On)
        {
            yield return new("restrictedUntil", "限制期届满日不能早于作出决定之日。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var draft = DraftIn(context);
        if (PublicationPlan.TermsOf(file, Inputs, file.Part<PublicationFile>().PublishedOn ?? context.Today) is Outcome<PublicityTerms>.Refused { Refusals: var outside })
        {
            return outside;
        }

        return new[]
        {
            PublicityRules.SecrecyIsChecked.Check(Secrecy == SecrecyAnswer.Clear),
            draft.Frozen is null ? PublicityRules.PartyIsTold.Refuse("没有已经签发的行政处罚决定书，或者其文件与签发时的校验值不一致；公示的文本必须与送达的一致，请先签发并送达。") : null,
            draft is { Served: { } served, Frozen: { } frozen } ? PublicityRules.TextIsTheOneServed.Check(new(served, frozen.Text, frozen.Masks)) : null,
            PublicityRules.NothingPersonalIsLeft.Check(draft.Left),
            draft.Summary is { } summary ? PublicityRules.SummaryIsComplete.Check(summary.Missing()) : null,
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn()
        => [PublicityRules.OrdinaryPenaltiesArePublished, PublicityRules.BareWarningsAreNot, PublicityRules.SecrecyIsChecked, PublicityRules.TextIsTheOneServed, PublicityRules.NothingPersonalIsLeft, PublicityRules.SummaryIsComplete];

    /// <inheritdoc/>
    public override IEnumerable<(string Kind, string Text)> Secrets()
        => new[] { ("publication-people", People), ("publication-protected", ProtectedPeople), ("publication-hidden", AlsoHidden) }.Where(s => !string.IsNullOrWhiteSpace(s.Item2)).Select(s => (s.Item1, s.Item2!));

    /// <inheritdoc/>
    public override DossierAct Sealed(IReadOnlyDictionary<string, string> commitments)
    {
        ArgumentNullException.ThrowIfNull(commitments);
        return this with { People = commitments.GetValueOrDefault("publication-people"), ProtectedPeople = commitments.GetValueOrDefault("publication-protected"), AlsoHidden = commitments.GetValueOrDefault("publication-hidden") };
    }

    private static string[] Lines(string? text)
        => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("sealed:", StringComparison.Ordinal)).ToArray();
}
