using Heng.Dossiers;
using Heng.Law.Penalties;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Checks;

/// <summary>What is answered to the question of a crime (涉嫌犯罪核对结论).</summary>
public enum CrimeAnswer
{
    /// <summary>No crime is suspected.</summary>
    [Label("不涉嫌犯罪")]
    NotSuspected,

    /// <summary>A crime is suspected.</summary>
    [Label("涉嫌犯罪，应当移送公安机关")]
    Suspected,

    /// <summary>Police or procuratorate decided already.</summary>
    [Label("公安机关或者检察机关已经决定不追究刑事责任")]
    Released,
}

/// <summary>Answer whether a crime is suspected (涉嫌犯罪核对): the facts are held against the lines, the officer answers.</summary>
[Act("cases.answer-crime-line", "涉嫌犯罪核对", By = PersonRoles.Officer, Basis = "APL 27(1)", Help = "系统按已认定的事实对照立案追诉标准。没有触及标准的，直接提交；接近的，写明理由；达到的，移送公安机关，认为不应移送的须由主要负责人决定。")]
public sealed record AnswerCrimeLine : CaseAct
{
    /// <summary>The answer.</summary>
    [Field("核对结论")]
    public CrimeAnswer? Answer { get; init; }

    /// <summary>Why.</summary>
    [Field("理由", Kind = FieldKind.LongText, Optional = true, Help = "接近或者达到追诉标准而认为不涉嫌犯罪的必填：写明数额、后果与标准的差距。")]
    public string? Reason { get; init; }

    /// <summary>The decision of police or procuratorate.</summary>
    [Field("公安、检察机关的决定", Optional = true, Help = "已经决定不追究刑事责任的必填：机关、文书名称、文号和日期。")]
    public string? Paper { get; init; }

    /// <summary>How near the facts were, frozen.</summary>
    public CrimeLevel Level { get; init; }

    /// <summary>The lines touched, frozen.</summary>
    public IReadOnlyList<CrimeTouched> Touched { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"涉嫌犯罪核对：{(Answer is { } a ? ActTypes.LabelOf(a) : "")}（{CrimeWords.Of(Level)}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => CaseChecks.AreOpen(file);

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Answer = CaseChecks.CrimeOf(file, context.Today)?.Level == CrimeLevel.Over ? CrimeAnswer.Suspected : CrimeAnswer.NotSuspected };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (CaseChecks.CrimeOf(file, context.Today) is not { } review)
        {
            yield break;
        }

        yield return ("对照结果", CrimeWords.Explain(review));
        foreach (var touch in review.Touched)
        {
            yield return ($"{touch.Line.Chinese}：{CrimeWords.Of(touch.Level)}", $"{touch.Line.Says}（{touch.Line.Crime}；{touch.Line.Standard}）");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        if (Answer == CrimeAnswer.Released && string.IsNullOrWhiteSpace(Paper))
        {
            yield return new("paper", "请写明公安机关或者检察机关的名称、决定文书、文号和日期。");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CaseChecks.CrimeOf(file, context.Today) is { } review
            ? new[] { CrimeRules.NearIsReasoned.Check(new(review.Level) { IsAnswered = true, IsSuspected = Answer == CrimeAnswer.Suspected, IsReleased = Answer == CrimeAnswer.Released, Reason = Reason?.Trim() ?? "" }) }.OfType<Refusal>()
            : [Law.Procedure.EvidenceRules.FindingRestsOnEvidence.Refuse("还没有认定违法事实（违法行为、日期和证据）；请先认定事实。")];
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [CrimeRules.NearIsReasoned];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return CaseChecks.CrimeOf(file, context.Today) is { } review
            ? this with { Level = review.Level, Touched = [.. review.Touched.Select(t => new CrimeTouched(t.Line.Id, t.Line.Chinese, t.Line.Says, t.Line.Standard, t.Level))] }
            : this;
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}

/// <summary>A line that was touched (触及的追诉标准), as an act keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Crime">Name of the crime.</param>
/// <param name="Says">The line.</param>
/// <param name="Standard">Where it is drawn.</param>
/// <param name="Level">Near or over.</param>
public sealed record CrimeTouched(string Id, string Crime, string Says, string Standard, CrimeLevel Level);

/// <summary>Decide not to refer (不予移送决定): only the principal head, with reasons that stay in the record.</summary>
[Act("cases.decline-referral", "不予移送决定", By = PersonRoles.Principal, Basis = "CT 5(2)", Help = "事实达到追诉标准而办案人员认为不涉嫌犯罪的，由主要负责人决定；不予移送的理由记录在案。")]
public sealed record DeclineReferral : CaseAct
{
    /// <summary>Why.</summary>
    [Field("不予移送的理由", Kind = FieldKind.LongText)]
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => "决定不予移送";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CaseChecks.AreOpen(file) && file.Part<CaseChecks>() is { Crime: { Answer: CrimeAnswer.NotSuspected, Level: CrimeLevel.Over }, Declined: null };
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Part<CaseChecks>().Crime is { } answer)
        {
            yield return ("办案人员的理由", answer.Reason ?? "");
            foreach (var touched in answer.Touched)
            {
                yield return ($"{touched.Crime}：{CrimeWords.Of(touched.Level)}", $"{touched.Says}（{touched.Standard}）");
            }
        }
    }

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}

/// <summary>Levels of a suspicion in words (涉嫌犯罪程度用语).</summary>
public static class CrimeWords
{
    /// <summary>A level in words.</summary>
    /// <param name="level">The level.</param>
    public static string Of(CrimeLevel level) => level switch
    {
        CrimeLevel.Over => "达到追诉标准",
        CrimeLevel.Near => "须说明理由",
        _ => "未触及追诉标准",
    };

    /// <summary>The result of holding the facts against the lines.</summary>
    /// <param name="review">The review.</param>
    public static string Explain(CrimeReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Level switch
        {
            CrimeLevel.Over => "已认定的事实达到立案追诉标准，应当移送公安机关，不得以罚代刑。",
            CrimeLevel.Near when review.Touched.Count == 0 => "本事项可能涉嫌犯罪，数据中没有对应的追诉标准；请查对现行标准并写明理由。",
            CrimeLevel.Near => "已认定的事实接近立案追诉标准，或者本事项须查明是否涉嫌犯罪；认为不涉嫌犯罪的，写明理由。",
            _ => "已认定的事实没有触及数据中的立案追诉标准。",
        };
    }
}
