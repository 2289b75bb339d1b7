using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Original or copy (原件或者复制件).</summary>
public enum CopyKind
{
    /// <summary>Original.</summary>
    [Label("原件、原物、原始载体")]
    Original,

    /// <summary>A copy checked by the provider.</summary>
    [Label("复制件，已经提供人核对并签名或者盖章")]
    ConfirmedCopy,

    /// <summary>A copy not checked.</summary>
    [Label("复制件，未经核对")]
    Copy,
}

/// <summary>How a copy of electronic data or of a recording was taken (提取方法), the ways of 程序规定第二十五条、第二十六条.</summary>
public enum ExtractionMethod
{
    /// <summary>Copied.</summary>
    [Label("拷贝复制")]
    Copied,

    /// <summary>Fixed on paper.</summary>
    [Label("书式固定（打印、截图）")]
    Printed,

    /// <summary>Photographed or filmed.</summary>
    [Label("拍照、录像")]
    Filmed,

    /// <summary>Analysed by someone commissioned.</summary>
    [Label("委托分析")]
    Analysed,

    /// <summary>Fixed over the internet.</summary>
    [Label("互联网信息系统或者设备固定")]
    Online,
}

/// <summary>Record a piece of evidence (登记证据, form 11; form 12 for electronic data).</summary>
[Act("cases.record-evidence", "登记证据", By = PersonRoles.Officer, Basis = "PR 23", Help = "写明来源、制作人、时间和证明什么；没有来源、未经核对或者没有注明提取方法的，可以入卷，但不能用来认定事实。")]
public sealed record RecordEvidence : CaseAct, IBringsEvidence
{
    /// <summary>Kind.</summary>
    [Field("证据种类")]
    public EvidenceKind? Kind { get; init; }

    /// <summary>Name.</summary>
    [Field("证据名称")]
    public string Name { get; init; } = "";

    /// <summary>Source.</summary>
    [Field("来源", Optional = true, Help = "由谁提供或者从哪里提取。")]
    public string? Source { get; init; }

    /// <summary>Maker.</summary>
    [Field("制作人、提取人", Optional = true)]
    public string? Maker { get; init; }

    /// <summary>Day.</summary>
    [Field("提取日期")]
    public DateOnly On { get; init; }

    /// <summary>Place.</summary>
    [Field("提取地点", Optional = true)]
    public string? Place { get; init; }

    /// <summary>Original or copy.</summary>
    [Field("原件或者复制件")]
    public CopyKind? Copy { get; init; }

    /// <summary>How it was taken.</summary>
    [Field("提取方法", Optional = true, Help = "电子数据、视听资料不是原始载体的，应当注明制作方法。")]
    public ExtractionMethod? Method { get; init; }

    /// <summary>Tools, steps and addresses.</summary>
    [Field("方法说明", Optional = true, Help = "所用设备、软件、账号或者网址，需要说明的才填写。")]
    public string? MethodNote { get; init; }

    /// <summary>What it proves.</summary>
    [Field("证明什么")]
    public string Proves { get; init; } = "";

    /// <summary>Foreign.</summary>
    [Field("境外形成", Optional = true)]
    public bool? IsForeign { get; init; }

    /// <summary>Proof of foreign evidence.</summary>
    [Field("境外证据的证明手续", Optional = true, Help = "公证、认证或者条约规定的手续；境外形成的必填。")]
    public string? ForeignProof { get; init; }

    /// <summary>Where the original is kept.</summary>
    [Field("原物保存地点", Optional = true, Help = "没有上传文件时填写。")]
    public string? KeptAt { get; init; }

    /// <summary>Files.</summary>
    [Field("文件", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>Method and note, as documents say them; empty when none is stated.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string MethodSaid => string.Join("：", new[] { Method is { } m ? ActTypes.LabelOf(m) : null, string.IsNullOrWhiteSpace(MethodNote) ? null : MethodNote.Trim() }.OfType<string>());

    /// <inheritdoc/>
    public override string Says => $"登记证据：{Name}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S20";
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var party = file.Part<Affair>().Party;
        return this with { On = context.Today, Source = party?.Name, Maker = string.Join("、", file.Part<CaseFile>().Handlers.Select(h => h.Name)), Place = party?.Address };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today)
        {
            yield return new("on", "提取日期晚于今天，请核对。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[]
        {
            CaseOfficers.CheckInterest([context.Me.PersonId], file),
            EvidenceRules.EvidenceIsThere.Check(new(true, Files.Count > 0 || !string.IsNullOrWhiteSpace(KeptAt), true, false, true)),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [OfficerRules.InterestIsDeclared, EvidenceRules.EvidenceIsThere];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public Evidence? EvidenceAs(int number, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return new(number, Kind!.Value, Name, Source?.Trim() ?? "", Maker?.Trim() ?? "", On, Place ?? "", Copy == CopyKind.Original, Copy == CopyKind.ConfirmedCopy, IsForeign == true, !string.IsNullOrWhiteSpace(ForeignProof), Proves, Stored, null, null, done.Number) { Method = MethodSaid };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}
