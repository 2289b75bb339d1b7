using System.Globalization;
using Heng.Cases;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Goods.Steps;
using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Goods.Forms;

/// <summary>Form 24, the list of goods (财物清单); form 52, the record of a disposal (涉案物品处理记录); form 08 for the order of a disposal.</summary>
internal sealed class GoodsForms : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
        => file.Acts.Select(done => done.Act switch
        {
            ListGoods list => List(file, context, done, list),
            OrderDisposal order => Order(file, context, done, order),
            DisposeGoods disposal => Disposal(file, context, done, disposal),
            _ => null,
        }).OfType<DocumentDraft>();

    private static DocumentDraft List(DossierFile file, ActContext context, RecordedAct done, ListGoods act)
    {
        var then = file.AsOf(done.Number);
        var goods = act.Read();
        var fields = new FormFields(then, context);
        fields.Add("number", act.DocumentNumber);
        fields.Add("date", FormText.Day(done.On));
        fields.Add("place", act.Place);
        fields.Add("keeper", act.KeptBy?.Name);
        fields.Add("handlers", FormText.Names(then.Part<CaseFile>().Handlers));
        fields.Add("photos", string.Join('\n', act.Stored.Select(s => s.Name)));
        fields.Add("total", $"{Money.Sum(goods.Select(g => g.Value))}元");
        return new DocumentDraft("24", done.Number, "财物清单", done.On)
        {
            Number = act.DocumentNumber,
            IsNumbered = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = then.Part<Affair>().Party,
            Rows = Rows(goods),
        };
    }

    private static DocumentDraft Order(DossierFile file, ActContext context, RecordedAct done, OrderDisposal act)
    {
        var goods = Chosen(file, done, act).ToArray();
        var value = Money.Sum(goods.Select(g => g.Value));
        return ApprovalSheet.Of(file, context, done, "处置没收财物",
            $"对行政处罚决定书（{act.Decision}）没收的{string.Join("、", goods.Select(g => $"{g.Name}{g.Amount.Replace(" ", "", StringComparison.Ordinal)}"))}（价值{value}元），{ActTypes.LabelOf(act.Way!)}", act.Reason, "APL 74(1)");
    }

    private static DocumentDraft Disposal(DossierFile file, ActContext context, RecordedAct done, DisposeGoods act)
    {
        var then = file.AsOf(done.Number);
        var goods = Chosen(file, done, act).ToArray();
        var order = file.Acts.LastOrDefault(a => a.Number < done.Number && a.Act is OrderDisposal o && o.Items.Intersect(act.Items).Any());
        var fields = new FormFields(then, context);
        fields.Add("date", FormText.Day(done.On));
        fields.Add("decision", (order?.Act as OrderDisposal)?.Decision);
        fields.Add("orderedOn", FormText.Day(order?.On));
        fields.Add("orderedBy", order?.PersonName);
        fields.Add("basis", FormText.Cite(context.Law, Citation.Parse("APL 74(1)")));
        fields.Add("way", ActTypes.LabelOf(act.Way!));
        fields.Add("on", FormText.Day(act.On));
        fields.Add("place", act.Place);
        fields.Add("how", FormText.Closed(act.How));
        fields.May("proceeds", act.Proceeds is { Fen: > 0 } sum ? $"{FormText.Sum(sum)}，依法全部上缴国库。" : "没有变价款。");
        fields.Add("files", string.Join('\n', act.Stored.Select(s => s.Name)));
        fields.Add("executors", FormText.Names(act.ExecutedBy));
        fields.Add("supervisor", act.SupervisedBy?.Name);
        fields.Add("total", $"{Money.Sum(goods.Select(g => g.Value))}元");
        return new DocumentDraft("52", done.Number, "涉案物品处理记录", done.On)
        {
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = then.Part<Affair>().Party,
            Rows = Rows(goods),
            Course = [.. order is null ? [] : new[] { ("批准日期", order.On) }, ("处置日期", act.On), ("登记日期", done.On)],
        };
    }

    private static IEnumerable<CaseGoods> Chosen(DossierFile file, RecordedAct done, ChosenGoodsAct act)
        => file.AsOf(done.Number).Part<CaseFile>().Goods.Where(g => act.Items.Contains(g.Number.ToString(CultureInfo.InvariantCulture)));

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(IEnumerable<CaseGoods> goods) => new(StringComparer.Ordinal)
    {
        ["goods"] = [.. goods.Select((g, n) => new Dictionary<string, string>(StringComparer.Ordinal) { ["no"] = (n + 1).ToString(CultureInfo.InvariantCulture), ["name"] = g.Name, ["quantity"] = g.Amount, ["value"] = $"{g.Value}元" })],
    };
}
