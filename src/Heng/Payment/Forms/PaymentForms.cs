using System.Globalization;
using Heng.Cases;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Procedure;
using Heng.Payment.Steps;

namespace Heng.Payment.Forms;

/// <summary>The payment notice that goes with a decision (缴款通知书), and form 47, deferral and instalments (延期、分期缴纳罚款通知书).</summary>
internal sealed class PaymentForms : IFormProvider
{
    private const string PayPeriod = "L70";

    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
        => file.Acts.SelectMany(done => done.Transition?.Act == ActKind.DecidePenalty ? [Notice(file, context, done)]
            : done.Act is DeferPayment deferral ? [Deferral(file, context, done, deferral), Approval(file, context, done, deferral)] : Array.Empty<DocumentDraft?>()).OfType<DocumentDraft>();

    /// <summary>What the payer takes to the bank; it is handed over with the decision. Null where nothing is to be paid.</summary>
    private static DocumentDraft? Notice(DossierFile file, ActContext context, RecordedAct done)
    {
        var then = file.AsOf(done.Number);
        if (then.Part<CaseFile>().Penalty is not { } penalty || penalty.Sanction.Fine + penalty.Sanction.ConfiscatedGain is not { Fen: > 0 } total)
        {
            return null;
        }

        var fields = Fields(then, context, done, penalty);
        fields.Add("period", FormText.Period(context.Law, PayPeriod));
        fields.Add("basis", FormText.Cite(context.Law, Citation.Parse("APL 67(3)")));
        fields.Add("surcharge", FormText.Cite(context.Law, Citation.Parse("APL 72(1)#1")));
        fields.Add("total", $"{total}元");
        fields.Add("words", AmountInWords.Write(total));
        fields.May("fine", penalty.Sanction.Fine > Money.Zero ? FormText.Sum(penalty.Sanction.Fine) : "");
        fields.Open("bank", "");
        return new DocumentDraft("payment", done.Number, "罚没款缴款通知书", done.On)
        {
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = then.Part<Affair>().Party,
            Rows = Rows("sums", new[] { ("没收违法所得", penalty.Sanction.ConfiscatedGain), ("罚款", penalty.Sanction.Fine) }.Where(s => s.Item2 > Money.Zero)
                .Select(s => new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = s.Item1, ["amount"] = $"{s.Item2}元" })),
        };
    }

    /// <summary>Form 08: the head's approval, before the party is told (程序规定第七十四条).</summary>
    private static DocumentDraft? Approval(DossierFile file, ActContext context, RecordedAct done, DeferPayment act)
        => act.Instalments() is { Count: > 0 } plan
            ? ApprovalSheet.Of(file, context, done, "延期、分期缴纳罚款",
                $"批准当事人{(plan.Count == 1 ? $"延期至{FormText.Day(plan[0].DueOn)}缴纳罚款{plan[0].Sum}元" : $"分{ChineseNumber.Write(plan.Count)}期缴纳罚款{Money.Sum(plan.Select(p => p.Sum))}元，最后一期至{FormText.Day(plan[^1].DueOn)}")}，制发延期、分期缴纳罚款通知书（{act.DocumentNumber}）", act.Hardship, "APL 66(2)")
            : null;

    private static DocumentDraft? Deferral(DossierFile file, ActContext context, RecordedAct done, DeferPayment act)
    {
        var then = file.AsOf(done.Number);
        if (PaymentFile.Of(then).Now is not { Penalty: var penalty } || act.Instalments() is not { Count: > 0 } plan)
        {
            return null;
        }

        var total = Money.Sum(plan.Select(p => p.Sum));
        var fields = Fields(then, context, done, penalty);
        fields.Add("number", act.DocumentNumber);
        fields.Add("kind", plan.Count == 1 ? "延期" : "分期");
        fields.Add("appliedOn", FormText.Day(act.AppliedOn));
        fields.Add("basis", FormText.Cite(context.Law, Citation.Parse("APL 66(2)")));
        fields.Add("surcharge", FormText.Cite(context.Law, Citation.Parse("APL 72(1)#1")));
        fields.Add("fine", FormText.Sum(penalty.Sanction.Fine));
        fields.Add("owed", FormText.Sum(total));
        fields.Add("total", $"{total}元");
        fields.Add("words", AmountInWords.Write(total));
        fields.May("gain", penalty.Sanction.ConfiscatedGain > Money.Zero ? FormText.Sum(penalty.Sanction.ConfiscatedGain) : "");
        return new DocumentDraft("47", done.Number, $"{(plan.Count == 1 ? "延期" : "分期")}缴纳罚款通知书", done.On)
        {
            Number = act.DocumentNumber,
            IsNumbered = true,
            IsOutward = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = then.Part<Affair>().Party,
            Rows = Rows("plan", plan.Select((p, n) => new Dictionary<string, string>(StringComparer.Ordinal) { ["no"] = $"第{ChineseNumber.Write(n + 1)}期", ["on"] = FormText.Day(p.DueOn), ["amount"] = $"{p.Sum}元" })),
            Course = [("决定日期", penalty.On), ("申请日期", act.AppliedOn), ("通知日期", done.On), .. plan.Select((p, n) => ($"第{(n + 1).ToString(CultureInfo.InvariantCulture)}期", p.DueOn))],
        };
    }

    private static FormFields Fields(DossierFile then, ActContext context, RecordedAct done, DecidedPenalty penalty)
    {
        var fields = new FormFields(then, context);
        fields.Add("date", FormText.Day(done.On));
        fields.Add("you", then.Part<Affair>().Party?.Sort == PartySort.Individual ? "你" : "你单位");
        fields.Add("decision", penalty.Number);
        fields.Add("decidedOn", FormText.Day(penalty.On));
        fields.Add("paymentNumber", FormText.Spaced(penalty.PaymentNumberIn(then.Number)));
        fields.Add("contact", FormText.Names(then.Part<CaseFile>().Handlers));
        return fields;
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(string tag, IEnumerable<Dictionary<string, string>> rows) => new(StringComparer.Ordinal) { [tag] = [.. rows] };
}
