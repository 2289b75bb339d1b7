using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Record that the party asks for a recusal (当事人申请回避); the investigation goes on until it is decided.</summary>
[Act("cases.request-recusal", "当事人申请回避", By = PersonRoles.Officer, Basis = "APL 43(2)", Help = "当事人认为执法人员与案件有利害关系的，有权申请回避。决定作出之前，不停止调查。")]
public sealed record RequestRecusal : CaseAct
{
    /// <summary>Whose recusal.</summary>
    [Field("申请回避的人员", Kind = FieldKind.Person)]
    public Guid Person { get; init; }

    /// <summary>Why.</summary>
    [Field("申请理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>The application.</summary>
    [Field("申请材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The person, frozen.</summary>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"当事人申请{Name}回避";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { FiledOn: not null, DecidedOn: null, OnPaper: null };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Stored = NamedFile.Of(Files, context), Name = context.People.GetValueOrDefault(Person)?.Name ?? "" };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { RecusalAsked = before.RecusalAsked.Add(Person) };
    }
}

/// <summary>Decide on a recusal (决定回避, form 08), at the level that the law asks for; an officer who steps back is replaced.</summary>
[Act("cases.decide-recusal", "决定回避", By = PersonRoles.Head | PersonRoles.Principal, Basis = "PR 4", Help = "主要负责人的回避由集体讨论决定，其他负责人的回避由主要负责人决定，其他人员的回避由负责人决定。决定回避的，同时指定接替的办案人员。")]
public sealed record DecideRecusal : CaseAct
{
    /// <summary>Whose recusal.</summary>
    [Field("人员", Kind = FieldKind.Choice, Help = "声明有利害关系或者被申请回避的人员。")]
    public string Person { get; init; } = "";

    /// <summary>Whether he steps back.</summary>
    [Field("决定回避")]
    public bool? Upheld { get; init; }

    /// <summary>Who takes his place.</summary>
    [Field("接替的办案人员", Kind = FieldKind.Person, Roles = PersonRoles.Officer, Optional = true, Help = "办案人员回避后不足两人的必填。")]
    public Guid? Replacement { get; init; }

    /// <summary>Why.</summary>
    [Field("理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <summary>The record of the sitting.</summary>
    [Field("集体讨论记录", Kind = FieldKind.Files, Optional = true, Help = "主要负责人的回避必须上传。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>The person, frozen.</summary>
    public string Name { get; init; } = "";

    /// <summary>The officers from now on, frozen; empty when they stay.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    private Guid PersonId => Guid.TryParse(Person, out var id) ? id : Guid.Empty;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<Handler>? HandlersFromNow => Named.Count == 0 ? null : [.. Named.Select(n => new Handler(n.Id.ToString("N"), n.Certificate is not null))];

    /// <inheritdoc/>
    public override string Says => Upheld == true ? $"决定{Name}回避" : $"决定{Name}不回避";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>() is { DecidedOn: null, OnPaper: null, OpenRecusals.IsEmpty: false };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var c = file.Part<CaseFile>();
        return c.OpenRecusals.Select(id => (id.ToString(), $"{context.People.GetValueOrDefault(id)?.Name}（{(c.RecusalAsked.Contains(id) ? "当事人申请" : "本人声明")}）"));
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Person = ChoicesOf(nameof(Person), file, context).FirstOrDefault().Value ?? "", Upheld = true };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Person.Length > 0 && !ChoicesOf(nameof(Person), file, context).Any(p => p.Value == Person))
        {
            yield return new("person", "请选择声明有利害关系或者被申请回避的人员。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var roles = context.People.GetValueOrDefault(PersonId)?.Roles ?? PersonRoles.None;
        var of = (roles & PersonRoles.Principal) != 0 ? "principal" : (roles & PersonRoles.Head) != 0 ? "head" : "other";
        var by = Files.Count > 0 ? "collective" : context.Me.Holds(PersonRoles.Principal) ? "principal" : "head";
        var officers = OfficersAfter(file);
        return new[]
        {
            OfficerRules.RecusalIsDecidedAtTheRightLevel.Check(new(of, by)),
            officers is null ? null : CaseOfficers.Check(officers, file, context),
            officers?.Contains(context.Me.PersonId) == true ? ProcedureRules.FilingApproverIsNotNamed.Refuse("决定回避的负责人不能同时作为本案办案人员；请另行指定。") : null,
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [OfficerRules.RecusalIsDecidedAtTheRightLevel, OfficerRules.TwoOfficersArePresent];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Stored = NamedFile.Of(Files, context), Name = context.People.GetValueOrDefault(PersonId)?.Name ?? "", Named = NamedPerson.Of(OfficersAfter(file) ?? [], context) };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with
        {
            RecusalAsked = before.RecusalAsked.Remove(PersonId),
            // Who steps back stays marked: nothing of this case is his any more.
            Interests = before.Interests.SetItem(PersonId, Upheld == true),
            Handlers = Named.Count > 0 ? Named : before.Handlers,
            Decided = before.Decided.Add(PersonId),
        };
    }

    /// <summary>The officers after the decision; null when it changes nothing in them.</summary>
    private List<Guid>? OfficersAfter(DossierFile file)
    {
        var c = file.Part<CaseFile>();
        return Upheld != true || !c.IsHandledBy(PersonId) ? null
            : [.. c.Handlers.Select(h => h.Id).Where(h => h != PersonId), .. Replacement is { } next && next != Guid.Empty && next != PersonId && !c.IsHandledBy(next) ? new[] { next } : []];
    }
}
