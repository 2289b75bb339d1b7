using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.FollowUp.Steps;

/// <summary>Way of a visit (回访方式); the remote ones come first, a visit on the spot counts as an inspection.</summary>
public enum VisitWay
{
    /// <summary>Telephone.</summary>
    [Label("电话")]
    Telephone,

    /// <summary>In writing.</summary>
    [Label("书面、网上")]
    Written,

    /// <summary>On the spot.</summary>
    [Label("上门（计入涉企检查次数）")]
    OnTheSpot,
}

/// <summary>Help that a party asks for (帮扶需求).</summary>
public enum HelpKind
{
    /// <summary>None.</summary>
    [Label("没有")]
    None,

    /// <summary>Quality.</summary>
    [Label("质量提升")]
    Quality,

    /// <summary>Brand.</summary>
    [Label("品牌建设")]
    Brand,

    /// <summary>Upgrade.</summary>
    [Label("转型升级")]
    Upgrade,

    /// <summary>Market.</summary>
    [Label("市场开拓")]
    Market,

    /// <summary>Law.</summary>
    [Label("法律指导")]
    Law,
}

/// <summary>Record a visit to the party (回头访): stopped, corrected, conduct, rights, integrity, help.</summary>
[Act("follow-up.record-visit", "登记回头访", By = Roles, Basis = "OP 7", Help = "由办案人员以外的人员进行，优先电话、书面、网上。廉洁情况单独加密，只有执法监督人员可以看到。")]
public sealed record RecordVisit : FollowUpAct
{
    internal const PersonRoles Roles = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal | PersonRoles.Supervision;

    /// <summary>How.</summary>
    [Field("回访方式", Group = "回访")]
    public VisitWay? Way { get; init; }

    /// <summary>The day.</summary>
    [Field("回访日期")]
    public DateOnly On { get; init; }

    /// <summary>Who answered.</summary>
    [Field("受访人")]
    public string Respondent { get; init; } = "";

    /// <summary>Who else visited.</summary>
    [Field("同行人员", Kind = FieldKind.People, Optional = true, Help = "上门回访的，连同您在内不少于两人。")]
    public IReadOnlyList<Guid> Companions { get; init; } = [];

    /// <summary>Whether the violation has stopped.</summary>
    [Field("违法行为已经停止", Group = "回访情况")]
    public bool? Stopped { get; init; }

    /// <summary>Whether it is corrected.</summary>
    [Field("违法行为已经改正")]
    public bool? Corrected { get; init; }

    /// <summary>Whether the officers behaved properly.</summary>
    [Field("执法人员行为规范")]
    public bool? ConductProper { get; init; }

    /// <summary>Whether rights and remedies were told.</summary>
    [Field("权利和救济途径已经充分告知")]
    public bool? RightsTold { get; init; }

    /// <summary>Help wanted.</summary>
    [Field("帮扶需求")]
    public HelpKind? HelpNeeded { get; init; }

    /// <summary>What else was said.</summary>
    [Field("意见和建议", Kind = FieldKind.LongText, Optional = true)]
    public string? Remarks { get; init; }

    /// <summary>The next step when something is not well.</summary>
    [Field("后续处理意见", Kind = FieldKind.LongText, Optional = true, Help = "没有停止或者没有改正的必填。")]
    public string? NextStep { get; init; }

    /// <summary>Whether benefits were asked for; kept in the vault.</summary>
    [Field("廉洁情况", Kind = FieldKind.Choice, Group = "廉洁情况（只供执法监督）", Help = "有无索要、收受财物或者其他吃拿卡要情形。")]
    public string Integrity { get; init; } = "";

    /// <summary>What happened; kept in the vault.</summary>
    [Field("廉洁情况说明", Kind = FieldKind.LongText, Optional = true)]
    public string? IntegrityNote { get; init; }

    /// <summary>The sheet that the party filled in or signed.</summary>
    [Field("回访表", Kind = FieldKind.Files, Optional = true, Group = "材料")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The visitors, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    private static readonly (string Value, string Label)[] answers = [("none", "没有"), ("present", "有，见说明"), ("declined", "当事人不愿回答")];

    private bool AllIsWell => Stopped == true && Corrected == true;

    /// <inheritdoc/>
    public override string Says => $"回头访：{(AllIsWell ? "已经停止、改正" : "没有停止或者没有改正")}";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => answers;

    /// <inheritdoc/>
    public override bool Offers(string field, PersonCard person, DossierFile file) => Visitors.May(person, file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return this with { Way = VisitWay.Telephone, On = context.Today, Respondent = file.Part<Affair>().Party?.Representative ?? "", HelpNeeded = HelpKind.None };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        foreach (var fault in DayFaults(On, file, context))
        {
            yield return fault;
        }

        if (Integrity.Length > 0 && answers.All(a => a.Value != Integrity))
        {
            yield return new("integrity", "请选择一项。");
        }
        else if (Integrity == "present" && string.IsNullOrWhiteSpace(IntegrityNote))
        {
            yield return new("integrityNote", "请写明情况；只有执法监督人员可以看到。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Guid[] people = [context.Me.PersonId, .. Companions];
        return
        [
            .. Visitors.Check(people, file, context),
            .. new[]
            {
                Way == VisitWay.OnTheSpot ? CaseOfficers.Check(people, file, context) : null,
                VisitRules.UncorrectedHasNextStep.Check(new(false, AllIsWell, !string.IsNullOrWhiteSpace(NextStep))),
            }.OfType<Refusal>(),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [.. Visitors.Rules, VisitRules.UncorrectedHasNextStep];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Named = NamedPerson.Of([context.Me.PersonId, .. Companions], context), Stored = NamedFile.Of(Files, context) };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Kind, string Text)> Secrets()
        => Integrity.Length == 0 ? [] : [(IntegrityAnswers.Kind, $"{answers.FirstOrDefault(a => a.Value == Integrity).Label}{(string.IsNullOrWhiteSpace(IntegrityNote) ? "" : "：" + IntegrityNote.Trim())}")];

    /// <inheritdoc/>
    public override DossierAct Sealed(IReadOnlyDictionary<string, string> commitments)
    {
        ArgumentNullException.ThrowIfNull(commitments);
        return this with { Integrity = commitments.GetValueOrDefault(IntegrityAnswers.Kind, ""), IntegrityNote = null };
    }

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with
        {
            Done = before.Done.Add(new(VisitKind.Visit, On, string.Join("、", Named.Select(n => n.Name)), AllIsWell ? "已经停止、改正" : $"没有停止或者没有改正；{NextStep}", AllIsWell, false, done.Number)),
            Help = HelpNeeded is null or HelpKind.None ? before.Help : before.Help.Add(ActTypes.LabelOf(HelpNeeded)),
        };
    }
}
