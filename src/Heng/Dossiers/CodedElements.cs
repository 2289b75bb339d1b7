using Heng.Platform.Settings;

namespace Heng.Dossiers;

/// <summary>Counts how the fields of the acts are entered. A field that several acts inherit counts once.</summary>
internal sealed class CodedElements : ICodedElements
{
    private static readonly IReadOnlyList<CodedElement> elements =
    [
        new("主体", "机关和机构编号，区划代码（GB/T 2260）", ["Bureau.AreaCode", "Dossier.UnitId", "MatterGrant.Covers"]),
        new("人员", "人员编号和执法证件号", ["RecordAct.Officers", "NamedPerson.Certificate"]),
        new("事项", "事项代码（法规集）", ["RegisterSource.Matter", "EnterFacts.Matter"]),
        new("当事人", "当事人类型，统一社会信用代码（GB 32100），公民身份号码（GB 11643）", ["PartyAct.PartySort", "PartyAct.PartyCode", "PartyAct.PartyNumber"]),
        new("场所", "区划代码；详细地址为文字", ["Bureau.AreaCode", "RecordAct.Place"]),
        new("证据", "证据种类、原件或者复制件，编号", ["RecordEvidence.Kind", "RecordEvidence.Copy", "EnterFacts.StoryEvidence"]),
        new("文书", "文书种类（法规集），文号", ["OrderCorrection.DocumentNumber", "ServeDocument.Document"]),
        new("期限", "期限编号（法规集），日期", ["Limit.Id", "OrderCorrection.DueOn"]),
        new("金额", "事实代码（法规集），以分计数", ["FactEntry.Fact", "FactEntry.Value"]),
    ];

    /// <inheritdoc/>
    public ElementCoverage Coverage { get; } = Count();

    private static ElementCoverage Count()
    {
        var kinds = ActTypes.All.SelectMany(t => t.Fields).DistinctBy(f => (f.Property.DeclaringType, f.Property.Name)).CountBy(KindOf).ToDictionary();
        return new(kinds.GetValueOrDefault(Entry.Coded), kinds.GetValueOrDefault(Entry.Measured), kinds.GetValueOrDefault(Entry.Files), kinds.GetValueOrDefault(Entry.Text), elements);
    }

    private static Entry KindOf(ActField field)
    {
        var type = Nullable.GetUnderlyingType(field.Property.PropertyType) ?? field.Property.PropertyType;
        return field.About.Kind switch
        {
            FieldKind.Files => Entry.Files,
            FieldKind.LongText => Entry.Text,
            FieldKind.Money or FieldKind.Moment or FieldKind.Counts => Entry.Measured,
            FieldKind.Auto when type == typeof(string) => Entry.Text,
            FieldKind.Auto when type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(int) || type == typeof(long) || type == typeof(decimal) => Entry.Measured,
            _ => Entry.Coded,
        };
    }

    private enum Entry
    {
        Coded,
        Measured,
        Files,
        Text,
    }
}
