using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.FollowUp.Steps;

/// <summary>What a re-look found (回头看结果).</summary>
public enum RelookResult
{
    /// <summary>Nothing of the kind.</summary>
    [Label("没有再次发生，改正措施保持")]
    Clean,

    /// <summary>Not kept up, but no relapse.</summary>
    [Label("改正措施没有完全保持，当场指导")]
    Slipping,

    /// <summary>The same violation again.</summary>
    [Label("同类违法行为再次发生")]
    Relapse,
}

/// <summary>Record a second look at the matter (回头看): the same kind of violation, at the same place.</summary>
[Act("follow-up.record-relook", "登记回头看", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "OP 7", Help = "查看同类违法行为是否再次发生。到场查看不少于两名执法人员，计入涉企检查次数。再次违法的另立关联档案。")]
public sealed record RecordRelook : FollowUpAct
{
    /// <summary>Whether on the spot.</summary>
    [Field("到场查看")]
    public bool? OnTheSpot { get; init; }

    /// <summary>The officers.</summary>
    [Field("执法人员", Kind = FieldKind.People, Roles = PersonRoles.Officer)]
    public IReadOnlyList<Guid> Officers { get; init; } = [];

    /// <summary>The day.</summary>
    [Field("日期")]
    public DateOnly On { get; init; }

    /// <summary>What was found.</summary>
    [Field("结果")]
    public RelookResult? Result { get; init; }

    /// <summary>The details.</summary>
    [Field("查看情况", Kind = FieldKind.LongText)]
    public string Findings { get; init; } = "";

    /// <summary>Photographs and papers.</summary>
    [Field("照片和材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The officers, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"回头看：{(Result is { } r ? ActTypes.LabelOf(r) : "")}";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { OnTheSpot = true, On = context.Today, Officers = context.Me.Holds(PersonRoles.Officer) ? [context.Me.PersonId] : [] };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context) => DayFaults(On, file, context);

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => new[] { OnTheSpot == true ? CaseOfficers.Check(Officers, file, context) : null }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => OnTheSpot == true ? [Law.Procedure.OfficerRules.TwoOfficersArePresent] : [];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(Officers, context), Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Done = before.Done.Add(new(VisitKind.Relook, On, string.Join("、", Named.Select(n => n.Name)), $"{ActTypes.LabelOf(Result!)}：{Findings}", Result == RelookResult.Clean, Result == RelookResult.Relapse, done.Number)) };
    }
}

/// <summary>What a re-test found (复检结论).</summary>
public enum RetestResult
{
    /// <summary>Passed.</summary>
    [Label("合格")]
    Passed,

    /// <summary>Failed.</summary>
    [Label("不合格")]
    Failed,
}

/// <summary>Record a second test of the product (回头检), by its report.</summary>
[Act("follow-up.record-retest", "登记回头检", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "OP 7", Help = "上传检验报告。抽样、封存、送检环节不完整或者检验机构没有资质的，结果不能使用。不合格的另立关联档案并跟踪召回。")]
public sealed record RecordRetest : FollowUpAct
{
    /// <summary>The product.</summary>
    [Field("产品名称和规格")]
    public string Product { get; init; } = "";

    /// <summary>The batch.</summary>
    [Field("批次", Optional = true)]
    public string? Batch { get; init; }

    /// <summary>The laboratory.</summary>
    [Field("检验机构")]
    public string Laboratory { get; init; } = "";

    /// <summary>Whether it is qualified.</summary>
    [Field("检验机构具有相应资质")]
    public bool? LabIsQualified { get; init; }

    /// <summary>Whether the chain is whole.</summary>
    [Field("抽样、封存、送检环节完整")]
    public bool? ChainIsWhole { get; init; }

    /// <summary>The day of the report.</summary>
    [Field("报告日期")]
    public DateOnly On { get; init; }

    /// <summary>The result.</summary>
    [Field("结论")]
    public RetestResult? Result { get; init; }

    /// <summary>The report and the sampling papers.</summary>
    [Field("检验报告和抽样单", Kind = FieldKind.Files)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"回头检：{Product} {(Result is { } r ? ActTypes.LabelOf(r) : "")}";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context) => DayFaults(On, file, context);

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => new[] { VisitRules.TestIsUsable.Check(new(ChainIsWhole == true, LabIsQualified == true)) }.OfType<Refusal>();

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.TestIsUsable];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        var failed = Result == RetestResult.Failed;
        return before with { Done = before.Done.Add(new(VisitKind.Retest, On, Laboratory, $"{Product}{Batch}{ActTypes.LabelOf(Result!)}", !failed, failed, done.Number)) };
    }
}
