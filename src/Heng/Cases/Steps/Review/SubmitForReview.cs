using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;

namespace Heng.Cases.Steps.Review;

/// <summary>Submit the file for review (送审, form 36): the legal-review list decides who reviews, and the officer sees why.</summary>
[Act("cases.submit-review", "送审", ActKind.SubmitForReview, Basis = "PR 49", Help = "案卷和报告交审核人员；审核应当在收到案卷之日起十个工作日内完成。符合法制审核目录的，由法制审核人员审核。")]
public sealed record SubmitForReview : CaseAct
{
    /// <summary>Why the case is on the legal-review list: entries that it meets, and kinds that the officer adds; empty for a case review.</summary>
    [Field("列入法制审核目录的情形", Kind = FieldKind.Choices, Optional = true, Help = "符合本局目录的已经勾选，写明原因，不能取消；认为还有法定情形的，可以加选。一项也没有的，由案件审核人员审核。")]
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>The same in words, frozen.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>Whether the case is on the legal-review list.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool OnList => Listed.Count > 0;

    /// <inheritdoc/>
    public override string Says => OnList ? "送法制审核" : "送案件审核";

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. LegalReviewList.Met(file, context.Settings), .. LegalReviewList.OfTheLaw];
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Listed = [.. LegalReviewList.Met(file, context.Settings).Select(m => m.Value)] };
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string[] left = [.. LegalReviewList.Met(file, context.Settings).Where(m => !Listed.Contains(m.Value)).Select(m => m.Label)];
        return new[] { NoPenaltyRules.ListDecidesOnLegalReview.Check(left) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [NoPenaltyRules.ListDecidesOnLegalReview];

    /// <inheritdoc/>
    public override ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step with { OnReviewList = OnList };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
        => this with { Why = [.. ChoicesOf(nameof(Listed), file, context).Where(c => Listed.Contains(c.Value)).Select(c => c.Label)] };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        // A new review has its own limit; the breach of an earlier one excuses nothing.
        return before with { Submission = this, SubmittedOn = done.On, Opinion = null, OpinionBy = null, Breaches = before.Breaches.Remove("L35") };
    }
}
