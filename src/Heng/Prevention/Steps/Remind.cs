using System.Text.Json.Serialization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;
using Heng.Platform.People;

namespace Heng.Prevention.Steps;

/// <summary>Remind one enterprise on one point (提醒): opens the dossier before anything has gone wrong.</summary>
[Act("prevention.remind", "提醒企业", By = PersonRoles.Officer | PersonRoles.UnitHead, Opens = true, Basis = "OP 3", Help = "一封信提醒一家企业一个问题，附自查清单，不写处罚。以后登记线索时，企业和事项不再重复填写。")]
public sealed record Remind : PartyAct, ITellsTheAffair
{
    /// <inheritdoc/>
    [Field("提醒事项", Kind = FieldKind.Matter, Group = "提醒")]
    public string? Matter { get; init; }

    /// <summary>The one point.</summary>
    [Field("注意到的情况", Help = "一句话写明一个问题，语气平和，例如：部分食品临近保质期，没有单独陈列。")]
    public string Point { get; init; } = "";

    /// <summary>Advice besides the list.</summary>
    [Field("建议", Kind = FieldKind.LongText, Optional = true)]
    public string? Advice { get; init; }

    /// <summary>How it goes out.</summary>
    [Field("发送方式")]
    public LetterChannel? Channel { get; init; }

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The letter, frozen.</summary>
    public Letter? Letter { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public string? About => Point.Length > 40 ? Point[..40] + "…" : Point;

    /// <inheritdoc/>
    public override string? Series => "reminder";

    /// <inheritdoc/>
    public override string Says => $"发出提醒信（{DocumentNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Count == 0;
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context) => this with { PartySort = Dossiers.PartySort.Unit, Channel = LetterChannel.Handed };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Law.Matters.Find(Matter ?? "") is null && !string.IsNullOrEmpty(Matter) ? base.Faults(file, context).Append(new("matter", "没有这一事项，请从列表中选择。")) : base.Faults(file, context);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (file.Acts.Count > 0)
        {
            return [ProcedureRules.ActFitsTheStage.Refuse("本档案已经开立；提醒另一个问题请另开档案，再次提醒请用敦促函。")];
        }

        if (context.Law.Matters.Find(Matter ?? "") is null)
        {
            return [];
        }

        var table = context.Law.Reminders;
        var text = new LetterText(table.FoundIn(Point + "\n" + Advice), LetterOf(context).Characters, table.MostCharacters);
        return ReminderRules.OfText.Select(r => r.Check(text)).OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => ReminderRules.OfText;

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "提", number) };

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Letter = LetterOf(context) };

    private Letter LetterOf(ActContext context) => Prevention.Letter.Reminder(Point, Advice, PartyName, context.Law.Matters.Find(Matter!)!, DocumentNumber, context);
}
