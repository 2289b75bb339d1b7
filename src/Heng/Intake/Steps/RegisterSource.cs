using System.Text.Json.Serialization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Intake.Steps;

/// <summary>Kind of source (案件来源).</summary>
public enum SourceKind
{
    /// <summary>Inspection (监督检查).</summary>
    [Label("监督检查")]
    Inspection,

    /// <summary>Complaint or report (投诉、举报).</summary>
    [Label("投诉、举报")]
    Report,

    /// <summary>Transfer from another department (其他部门移送).</summary>
    [Label("其他部门移送")]
    Transfer,

    /// <summary>Handed down (上级交办).</summary>
    [Label("上级交办")]
    HandedDown,

    /// <summary>Other (其他).</summary>
    [Label("其他途径")]
    Other,
}

/// <summary>Register a source (案源登记): every clue gets a number, a day and a content (form 01).</summary>
[Act("intake.register-source", "案源登记", ActKind.RegisterSource, By = PersonRoles.Intake | PersonRoles.Officer | PersonRoles.UnitHead, Opens = true, Basis = "PR 18(1)", Help = "一条线索登记一次，以后各环节不再重复录入。核查期限从发现线索或者收到材料之日起算。")]
public sealed record RegisterSource : PartyAct, ITellsTheAffair, IStartsVerification
{
    /// <summary>Where it comes from.</summary>
    [Field("案件来源", Group = "案源")]
    public SourceKind? Source { get; init; }

    /// <inheritdoc/>
    [Field("发现线索或者收到材料的日期", Help = "早于今天的，须上传收文凭证。")]
    public DateOnly FoundOn { get; init; }

    /// <inheritdoc/>
    [Field("线索内容", Kind = FieldKind.LongText, Help = "何时、何地、何人、何事。不要填写举报人信息。")]
    public string Content { get; init; } = "";

    /// <inheritdoc/>
    [Field("涉嫌违法行为", Kind = FieldKind.Matter, Optional = true, Help = "尚不清楚的可以留空，立案时再定。")]
    public string? Matter { get; init; }

    /// <summary>The reporter, kept in the vault and not in the record.</summary>
    [Field("举报人、投诉人", Optional = true, Help = "单独加密保存，办案页面、文书和导出文件中都不出现。")]
    public string? Reporter { get; init; }

    /// <summary>What came with it.</summary>
    [Field("收件凭证和材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string? About => Content.Length > 40 ? Content[..40] + "…" : Content;

    /// <inheritdoc/>
    [JsonIgnore]
    public string SourceName => Source is { } s ? ActTypes.LabelOf(s) : "";

    /// <inheritdoc/>
    [JsonIgnore]
    public string HowFound => Source switch
    {
        SourceKind.Inspection => "本局在监督检查中发现",
        SourceKind.Report => "本局收到投诉、举报，反映",
        SourceKind.Transfer => "本局收到其他部门移送的材料，反映",
        SourceKind.HandedDown => "本局收到上级交办的材料，反映",
        _ => "本局发现",
    };

    /// <inheritdoc/>
    public override string Says => $"登记案源：{SourceName}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => file.Procedure.Main is null;

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var affair = file.Part<Affair>();
        return WithParty(this with { FoundOn = context.Today, Matter = affair.Matter }, affair.Party);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { IntakeRules.SourceIsNotBackdated.Check(new(FoundOn, context.Today, Files.Count > 0)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [IntakeRules.SourceIsNotBackdated];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override IEnumerable<(string Kind, string Text)> Secrets() => string.IsNullOrWhiteSpace(Reporter) ? [] : [("reporter", Reporter)];

    /// <inheritdoc/>
    public override DossierAct Sealed(IReadOnlyDictionary<string, string> commitments)
    {
        ArgumentNullException.ThrowIfNull(commitments);
        return this with { Reporter = commitments.GetValueOrDefault("reporter") };
    }
}
