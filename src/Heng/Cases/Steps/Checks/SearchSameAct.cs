using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.Cases.Steps.Checks;

/// <summary>Search for the same act (一事不二罚查询): every unit and every bureau of the house, by party and days of the act.</summary>
[Act("cases.search-same-act", "一事不二罚查询", By = PersonRoles.Officer, Basis = "APL 29", Help = "系统按当事人、案由和违法行为的起止日期查询本局各单位和本系统其他局的案件，直接提交即可；其他局的案件只显示档案编号、办理单位、案由、日期、状态和罚款数额。")]
public sealed record SearchSameAct : CaseAct
{
    /// <summary>Another provision that the same act breaks.</summary>
    [Field("同一行为还违反的规定（案由）", Kind = FieldKind.Matter, Optional = true, Help = "一个行为违反几个规定的才选；系统比较罚款幅度，按数额高的规定处罚。")]
    public string? OtherMatter { get; init; }

    /// <summary>What was searched for, frozen.</summary>
    public ActFingerprint? Fingerprint { get; init; }

    /// <summary>What was found, frozen.</summary>
    public IReadOnlyList<SameActHit> Hits { get; init; } = [];

    /// <summary>Whether the party has no credit code, so that only the own bureau was searched, by name, frozen.</summary>
    public bool ByNameOnly { get; init; }

    /// <inheritdoc/>
    public override string Says => Hits.Count == 0 ? "一事不二罚查询：没有查到可能的同一行为" : $"一事不二罚查询：查到 {Hits.Count} 件";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => CaseChecks.AreOpen(file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return this with { OtherMatter = file.Part<CaseChecks>().Search?.OtherMatter };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (OtherMatter is { Length: > 0 } other && ActFingerprint.Of(file)?.Matter == other)
        {
            yield return new("otherMatter", "所选规定就是本案案由；请选择另一项，或者不选。");
        }
    }

    /// <inheritdoc/>
    public override async Task<object?> LookUpAsync(HengDb db, DossierFile file, ActContext context, CancellationToken stop) => await SameActs.OfAsync(db, file, stop);

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
        => ActFingerprint.Of(file) is null ? [Law.Procedure.EvidenceRules.FindingRestsOnEvidence.Refuse("还没有认定违法事实（当事人、违法行为和日期）；请先认定事实。")] : [];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return this with { Fingerprint = ActFingerprint.Of(file), Hits = context.Found as IReadOnlyList<SameActHit> ?? [], ByNameOnly = DossierSummary.CodeOrNull(file.Part<Affair>().Party?.Code) is null };
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}

/// <summary>Tell acts apart (说明不是同一行为): why the act is not the one that was fined before.</summary>
[Act("cases.tell-acts-apart", "说明不是同一行为", By = PersonRoles.Officer, Basis = "APL 29", Help = "查到的案件与本案确实不是同一个违法行为的，写明时间、地点、行为上的区别；写明以后才能拟处罚款。")]
public sealed record TellActsApart : CaseAct
{
    /// <summary>Which cases.</summary>
    [Field("查到的案件", Kind = FieldKind.Choices)]
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>What sets them apart.</summary>
    [Field("区别", Kind = FieldKind.LongText, Help = "两个行为在时间、地点、内容上有什么不同。")]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"说明与 {string.Join("、", Numbers)} 不是同一行为";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseChecks.AreOpen(file) && file.Part<CaseChecks>().OpenHits.Any();
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseChecks>().OpenHits.Select(h => (h.Number, h.Label));
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [SameActRules.NotFinedTwice];

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}
