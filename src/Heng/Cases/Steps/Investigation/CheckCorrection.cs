using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Check a correction (核查改正情况): proof before and after, by a second person.</summary>
[Act("cases.check-correction", "核查改正情况", By = PersonRoles.Officer, Basis = "APL 33(1)", Help = "由另一名办案人员核查，上传改正后的照片、票据等证明。")]
public sealed record CheckCorrection : CaseAct, IBringsEvidence
{
    /// <summary>Which order.</summary>
    [Field("责令改正通知书", Kind = FieldKind.Choice)]
    public string Order { get; init; } = "";

    /// <summary>Whether it was corrected.</summary>
    [Field("已经改正")]
    public bool? Corrected { get; init; }

    /// <summary>The day on which it was corrected.</summary>
    [Field("改正完成日期", Optional = true, Help = "认定已经改正的填写；晚于责令改正期限的，不能按及时改正认定。核查已经晚于期限而没有填写的，是否及时改正按不明处理，也不能认定。")]
    public DateOnly? CorrectedOn { get; init; }

    /// <summary>Where it was checked.</summary>
    [Field("核查地点", Optional = true)]
    public string? Place { get; init; }

    /// <summary>What was found.</summary>
    [Field("核查情况", Kind = FieldKind.LongText)]
    public string Result { get; init; } = "";

    /// <summary>Refund and recall.</summary>
    [Field("退赔、召回情况", Optional = true, Help = "例如已经退还多收价款、召回几件；没有的留空。")]
    public string? Refund { get; init; }

    /// <summary>Proof afterwards.</summary>
    [Field("改正后的证明", Kind = FieldKind.Files, Optional = true, Help = "认定已经改正的必须上传。")]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <summary>Who checked, frozen.</summary>
    public string CheckedBy { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => Corrected == true ? "核查：已经改正" : "核查：尚未改正";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Corrections.Any(c => c.CheckedOn is null || c.Corrected == false);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().Corrections.Where(c => c.Corrected != true).Select(c => (c.Number, $"{c.Number}（期限 {c.DueOn:yyyy-MM-dd}）"));
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var order = file.Part<CaseFile>().Corrections.FirstOrDefault(c => c.Corrected != true);
        // A check after the order's day does not say when it was corrected; the officer must.
        return this with { Order = order?.Number ?? "", CorrectedOn = context.Today <= order?.DueOn ? context.Today : null, Place = file.Part<Affair>().Party?.Address };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (CorrectedOn > context.Today)
        {
            yield return new("correctedOn", "改正完成日期晚于今天，请核对。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var order = file.Part<CaseFile>().Corrections.FirstOrDefault(c => c.Number == Order);
        var check = new CorrectionCheck(Corrected == true, Files.Count > 0, order?.OrderedBy != context.Me.PersonId);
        return new[] { CorrectionRules.CorrectionIsProven.Check(check), CorrectionRules.CheckedBySomeoneElse.Check(check) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [CorrectionRules.CorrectionIsProven, CorrectionRules.CheckedBySomeoneElse];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Stored = NamedFile.Of(Files, context), CheckedBy = context.Me.Name };
    }

    /// <inheritdoc/>
    public Evidence? EvidenceAs(int number, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return new(number, EvidenceKind.SceneRecord, "改正情况核查记录及照片", $"执法人员{CheckedBy}核查制作", CheckedBy, done.On, Place ?? "", true, true, false, false, Corrected == true ? "证明当事人已经改正违法行为" : "证明当事人尚未改正违法行为", Stored, null, null, done.Number);
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        var index = before.Corrections.FindIndex(c => c.Number == Order);
        return index < 0 ? before : before with { Corrections = before.Corrections.SetItem(index, before.Corrections[index] with { CheckedOn = done.On, Corrected = Corrected, CorrectedOn = Corrected == true ? CorrectedOn : null, Evidence = before.Evidence.Count, Result = Result }) };
    }
}
