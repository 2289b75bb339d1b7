using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Publicity;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Publication.Steps;

/// <summary>Enter what is to be published (录入公示信息): the officer of the case answers for it.</summary>
[Act("publication.enter", "录入公示信息", By = PersonRoles.Officer, Basis = "DR 19", Help = "谁办案、谁录入、谁负责。文本取自已经签发的行政处罚决定书，系统隐去个人信息；请先打开“公示”栏的预览逐处核对。")]
public sealed record EnterPublication : PublicationEntry
{
    /// <inheritdoc/>
    public override string Says => $"录入公示信息：隐去 {Text?.Masks.Count ?? 0} 处";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PublicationPlan.IsOpen(file);
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { IsOnSeriousList = false };

    /// <inheritdoc/>
    public override IEnumerable<Refusal> CheckPerson(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return new[] { PublicityRules.HandlerEnters.Check(new(file.Part<CaseFile>().WasHandledBy(context.Me.PersonId), true)) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [PublicityRules.HandlerEnters, .. base.RestsOn()];
}
