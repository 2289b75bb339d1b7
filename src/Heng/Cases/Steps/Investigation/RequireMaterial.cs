using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Require material within a time (限期提供材料, form 15).</summary>
[Act("cases.require-material", "限期提供材料", By = PersonRoles.Officer, Basis = "PR 30(1)", Help = "写明需要提供的材料和期限。")]
public sealed record RequireMaterial : CaseAct
{
    /// <summary>What.</summary>
    [Field("材料名称", Kind = FieldKind.LongText, Help = "一行一项。")]
    public string Items { get; init; } = "";

    /// <summary>Until when.</summary>
    [Field("提供期限（截止日期）")]
    public DateOnly DueOn { get; init; }

    /// <summary>Whether the material is to prove outlay that lessens the illegal income.</summary>
    [Field("用于证明申请从违法所得中扣除的支出", Optional = true, Help = "选“是”的，通知书告知：期限内不能证明的支出不予扣除。")]
    public bool? ForOutlay { get; init; }

    /// <summary>Document number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <inheritdoc/>
    public override string? Series => "F15";

    /// <inheritdoc/>
    public override string Says => $"限期提供材料（{DocumentNumber}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S20";
    }

    /// <inheritdoc/>
    public override DossierAct Numbered(int number, ActContext context) => this with { DocumentNumber = DocumentNumbers.Of(context, "限提", number) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;
}
