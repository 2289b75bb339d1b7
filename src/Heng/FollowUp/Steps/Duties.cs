using Heng.Dossiers;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;

namespace Heng.FollowUp.Steps;

/// <summary>Kind of duty (义务) that an exemption does not lift.</summary>
public enum DutyKind
{
    /// <summary>Refund (退款).</summary>
    [Label("退款")]
    Refund,

    /// <summary>Recall (召回).</summary>
    [Label("召回")]
    Recall,

    /// <summary>Correction (改正).</summary>
    [Label("改正")]
    Correction,

    /// <summary>Damage of third parties (赔偿第三人损失).</summary>
    [Label("赔偿第三人损失")]
    Damage,
}

/// <summary>Set a duty after an exemption (登记免罚后义务).</summary>
[Act("follow-up.set-duty", "登记免罚后义务", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "OP 7", Help = "免罚不免责：退款、召回、改正、赔偿逐项登记，逐项核查。")]
public sealed record SetDuty : FollowUpAct
{
    /// <summary>What kind.</summary>
    [Field("义务种类")]
    public DutyKind? Kind { get; init; }

    /// <summary>What is owed.</summary>
    [Field("内容", Kind = FieldKind.LongText)]
    public string What { get; init; } = "";

    /// <summary>The last day.</summary>
    [Field("完成期限")]
    public DateOnly DueOn { get; init; }

    /// <inheritdoc/>
    public override string Says => $"登记免罚后义务：{(Kind is { } k ? ActTypes.LabelOf(k) : "")}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && file.Part<Cases.CaseFile>().Ending is { IsExemption: true };

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { DueOn = context.Today.AddDays(DossierSettings.Number(context.Settings, DossierSettings.VisitAfterDays)) };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (DueOn < context.Today)
        {
            yield return new("dueOn", "完成期限早于今天。");
        }
    }

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Duties = before.Duties.Add(new(before.Duties.Count + 1, Kind ?? DutyKind.Correction, What, done.On, DueOn, done.PersonId)) };
    }
}

/// <summary>An act on one duty.</summary>
public abstract record DutyAct : FollowUpAct
{
    /// <summary>Number of the duty.</summary>
    [Field("义务", Kind = FieldKind.Choice)]
    public string Duty { get; init; } = "";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => base.IsOffered(file) && file.Part<FollowUpFile>().Duties.Any(d => d.Met != true);

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<FollowUpFile>().Duties.Where(d => d.Met != true).Select(d => (NameOf(d.Number), $"{ActTypes.LabelOf(d.Kind)}：{d.What}（{d.DueOn:yyyy-MM-dd} 前）"));
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { Duty = ChoicesOf(nameof(Duty), file, context).FirstOrDefault().Value ?? "" };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Find(file) is null)
        {
            yield return new("duty", "请选择一项没有完成的义务。");
        }
    }

    /// <summary>The duty named, while it is not met.</summary>
    /// <param name="file">The dossier.</param>
    protected Duty? Find(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<FollowUpFile>().Duties.FirstOrDefault(d => NameOf(d.Number) == Duty && d.Met != true);
    }

    /// <summary>The follow-up with the duty changed.</summary>
    /// <param name="before">The follow-up before.</param>
    /// <param name="change">The change.</param>
    protected FollowUpFile Changed(FollowUpFile before, Func<Duty, Duty> change)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(change);
        var index = before.Duties.FindIndex(d => NameOf(d.Number) == Duty);
        return index < 0 ? before : before with { Duties = before.Duties.SetItem(index, change(before.Duties[index])) };
    }

    private static string NameOf(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Check a duty (核查义务履行情况): with proof, by a second person.</summary>
[Act("follow-up.check-duty", "核查义务履行情况", By = PersonRoles.Officer | PersonRoles.UnitHead, Basis = "OP 7", Help = "由登记义务以外的另一人核查；已经履行的上传凭证，没有履行的可以依法重新审查。")]
public sealed record CheckDuty : DutyAct
{
    /// <summary>Whether it is met.</summary>
    [Field("已经履行")]
    public bool? Met { get; init; }

    /// <summary>What was found.</summary>
    [Field("核查情况", Kind = FieldKind.LongText)]
    public string Result { get; init; } = "";

    /// <summary>The proof.</summary>
    [Field("凭证", Kind = FieldKind.Files, Optional = true, Help = "认定已经履行的必须上传。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => Met == true ? "免罚后义务已经履行" : "免罚后义务没有履行";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var check = new DutyCheck(Met == true, Files.Count > 0, Find(file)?.SetBy != context.Me.PersonId);
        return new[] { DutyRules.DutyIsProven.Check(check), DutyRules.DutyIsCheckedBySomeoneElse.Check(check) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [DutyRules.DutyIsProven, DutyRules.DutyIsCheckedBySomeoneElse];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done) => Changed(before, d => d with { Met = Met == true, Result = Result });
}

/// <summary>Extend a duty (延长义务期限): by the head of the unit, with a reason.</summary>
[Act("follow-up.extend-duty", "延长义务期限", By = PersonRoles.UnitHead, Basis = "OP 7")]
public sealed record ExtendDuty : DutyAct
{
    /// <summary>The new last day.</summary>
    [Field("新的期限")]
    public DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    [Field("理由", Optional = true)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"免罚后义务延期至 {Until:yyyy-MM-dd}";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new[] { VisitRules.DeferralHasDayAndReason.Check(new(Find(file)?.DueOn is { } due && due > context.Today ? due : context.Today, Until, !string.IsNullOrWhiteSpace(Reason))) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.DeferralHasDayAndReason];

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done) => Changed(before, d => d with { DueOn = Until, Met = null });
}
