using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Cases.Steps.Facts;

/// <summary>What a query for earlier violations found (初次违法查询结果).</summary>
public enum FirstAnswer
{
    /// <summary>First.</summary>
    [Label("没有查到以前的违法记录")]
    First,

    /// <summary>Not the first.</summary>
    [Label("查到以前的违法记录")]
    NotFirst,

    /// <summary>Not known.</summary>
    [Label("无法查询，结果不明")]
    Unknown,
}

/// <summary>Query earlier violations of the party (查询既往违法): own dossiers by the program, other registers recorded.</summary>
[Act("cases.query-first", "查询既往违法记录", By = PersonRoles.Officer, Basis = "APL 33(1)", Help = "系统自动查询本局档案，按本局设置的年限和“同类”范围判断是否计入；公示系统等外部查询由办案人员按同一范围查询后登记。查询范围之外的，如实写明。")]
public sealed record QueryFirstViolation : CaseAct, IBringsEvidence
{
    /// <summary>Where else was asked.</summary>
    [Field("外部查询的系统", Help = "例如国家企业信用信息公示系统。")]
    public string Register { get; init; } = "";

    /// <summary>What it answered.</summary>
    [Field("外部查询结果")]
    public FirstAnswer? Answer { get; init; }

    /// <summary>What was not covered.</summary>
    [Field("查询没有覆盖的范围", Optional = true)]
    public string? NotCovered { get; init; }

    /// <summary>Screenshots.</summary>
    [Field("查询截图", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>Earlier dossiers of the party in the own bureau with a finding, frozen: those that count and those that do not.</summary>
    public IReadOnlyList<EarlierHit> Earlier { get; init; } = [];

    /// <summary>The first day that counts, frozen.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What counted as the same kind, frozen: <c>matter</c>, <c>field</c> or <c>any</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>How many there are in the other bureaus of this house, frozen; a number only.</summary>
    public int Elsewhere { get; init; }

    /// <summary>Whether the own dossiers were looked for by name only, because the party has no credit code, frozen.</summary>
    public bool ByNameOnly { get; init; }

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>Who asked, frozen.</summary>
    public string By { get; init; } = "";

    /// <summary>Both answers together.</summary>
    public FirstAnswer Result => Earlier.Any(e => e.Counts) || Elsewhere > 0 || Answer == FirstAnswer.NotFirst ? FirstAnswer.NotFirst : Answer ?? FirstAnswer.Unknown;

    /// <inheritdoc/>
    public override string Says => $"查询既往违法记录：{ActTypes.LabelOf(Result)}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20";
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Register = "国家企业信用信息公示系统" };

    /// <inheritdoc/>
    public override async Task<object?> LookUpAsync(HengDb db, DossierFile file, ActContext context, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var affair = file.Part<Affair>();
        var code = DossierSummary.CodeOrNull(affair.Party?.Code);
        var (since, kind, matters) = ScopeOf(file, context);
        var own = affair.Party is { } party ? await EarlierDossiers.OfAsync(db, code, party.Name, file.Id, stop) : [];
        return new Found(
            [.. own.Select(e => new EarlierHit(e.Number, e.Matter, e.OpenedOn, e.Outcome, e.OpenedOn >= since && (matters is null || e.Matter is null || matters.Contains(e.Matter))))],
            code is null ? 0 : await EarlierDossiers.ElsewhereAsync(db, code, file.BureauId, since, matters, stop),
            code is null, since, kind);
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = context.Found as Found ?? new Found([], 0, true, null, "");
        return this with { Stored = NamedFile.Of(Files, context), Earlier = found.Own, Elsewhere = found.Elsewhere, ByNameOnly = found.ByNameOnly, Since = found.Since, Kind = found.Kind, By = context.Me.Name };
    }

    /// <summary>The scope in words: since when, and what counts as the same kind.</summary>
    [JsonIgnore]
    public string Scope => Since is not { } since ? "" : $"{since:yyyy-MM-dd} 以后、{DossierSettings.All.Single(d => d.Name == DossierSettings.FirstKind).Shown(Kind)}";

    /// <summary>Since when an earlier violation counts, and which matters are of the same kind; all while the own matter is not known.</summary>
    private static (DateOnly Since, string Kind, IReadOnlyList<string>? Matters) ScopeOf(DossierFile file, ActContext context)
    {
        var c = file.Part<CaseFile>();
        var from = c.Facts?.ActFrom ?? c.FoundOn ?? context.Today;
        var kind = context.Settings[DossierSettings.FirstKind];
        var own = file.Part<Affair>().Matter is { } id ? context.Law.Matters.Find(id) : null;
        IReadOnlyList<string>? matters = own is null || kind == "any" ? null : kind == "matter" ? [own.Id] : [.. context.Law.Matters.All.Where(m => m.Field == own.Field).Select(m => m.Id)];
        return (from.AddYears(-DossierSettings.Number(context.Settings, DossierSettings.FirstYears)), kind, matters);
    }

    /// <inheritdoc/>
    public Evidence? EvidenceAs(int number, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return new(number, EvidenceKind.Documentary, "既往违法记录查询结果", $"本局案件档案{(ByNameOnly ? "（按名称查询）" : "、本系统其他局的案件档案")}、{Register}", By, done.On, "", true, true, false, false, ActTypes.LabelOf(Result), Stored, null, null, done.Number);
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        // A new answer needs a new approval.
        return before with { FirstQuery = this, FirstApproved = false };
    }

    private sealed record Found(IReadOnlyList<EarlierHit> Own, int Elsewhere, bool ByNameOnly, DateOnly? Since, string Kind);
}

/// <summary>An earlier dossier that a query found (既往案件).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Matter">Id of its matter.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="Outcome">Code of its outcome.</param>
/// <param name="Counts">Whether it is of the same kind and within the years.</param>
public sealed record EarlierHit(string Number, string? Matter, DateOnly OpenedOn, string Outcome, bool Counts);

/// <summary>Approve treating an unknown as first (批准按初次违法认定).</summary>
[Act("cases.approve-first", "批准按初次违法认定", By = PersonRoles.Head | PersonRoles.Principal, Basis = "APL 33(1)", Help = "查询结果不明的，不能直接当作初次违法；负责人根据现有材料批准后才能认定。")]
public sealed record ApproveUnknownFirst : CaseAct
{
    /// <summary>Why.</summary>
    [Field("理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "批准按初次违法认定";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        return c.FirstQuery?.Result == FirstAnswer.Unknown && !c.FirstApproved;
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { FirstApproved = true };
    }
}
