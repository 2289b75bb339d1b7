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
        => file.Acts.SelectMany(done => done.Transition?.Act == ActKind.DecidePenalty ? [.. Notices(file, context, done)]
            : done.Act is DeferPayment deferral ? [Deferral(file, context, done, deferral), Approval(file, context, done, deferral)] : Array.Empty<DocumentDraft?>()).OfType<DocumentDraft>();

    /// <summary>What a payer takes to the bank; it is handed over with the decision, to everyone who pays his own. None where nothing is to be paid.</summary>
    private static IEnumerable<DocumentDraft> Notices(DossierFile file, ActContext context, RecordedAct done)
    {
        var then = file.AsOf(done.Number);
        return PaymentFile.Of(then).Current.Select((account, n) => (account, n)).Where(a => a.account.Account.Fine + a.account.Account.Gain > Money.Zero).Select(a => Notice(then, context, done, a.account, a.n));
    }

    private static DocumentDraft Notice(DossierFile then, ActContext context, RecordedAct done, DecisionAccount account, int n)
    {
        var (fine, gain) = (account.Account.Fine, account.Account.Gain);
        var total = fine + gain;
        var fields = Fields(then, context, done, account);
        fields.Add("period", FormText.Period(context.Law, PayPeriod));
        fields.Add("basis", FormText.Cite(context.Law, Citation.Parse("APL 67(3)")));
        fields.Add("surcharge", FormText.Cite(context.Law, Citation.Parse("APL 72(1)#1")));
        fields.Add("total", $"{total}元");
        fields.Add("words", AmountInWords.Write(total));
        fields.May("fine", fine > Money.Zero ? FormText.Sum(fine) : "");
        fields.Open("bank", PaymentSettings.InWords(context.Settings));
        return new DocumentDraft("payment", done.Number, account.Person is null ? "罚没款缴款通知书" : $"罚没款缴款通知书（{account.Debtor}）", done.On)
        {
            Item = n,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = PartyOf(then, account),
            Rows = Rows("sums", new[] { ("没收违法所得", gain), ("罚款", fine) }.Where(s => s.Item2 > Money.Zero)
                .Select(s => new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = s.Item1, ["amount"] = $"{s.Item2}元" })),
        };
    }

    /// <summary>Form 08: the head's approval, before the party is told (程序规定第七十四条).</summary>
    private static DocumentDraft? Approval(DossierFile file, ActContext context, RecordedAct done, DeferPayment act)
        => act.Instalments() is { Count: > 0 } plan
            ? ApprovalSheet.Of(file, context, done, "延期、分期缴纳罚款",
                $"批准{(PaymentFile.Of(file).Find(act.Concerns) is { Person: not null } person ? person.Who : "当事人")}{(plan.Count == 1 ? $"延期至{FormText.Day(plan[0].DueOn)}缴纳罚款{plan[0].Sum}元" : $"分{ChineseNumber.Write(plan.Count)}期缴纳罚款{Money.Sum(plan.Select(p => p.Sum))}元，最后一期至{FormText.Day(plan[^1].DueOn)}")}，制发延期、分期缴纳罚款通知书（{act.DocumentNumber}）", act.Hardship, "APL 66(2)")
            : null;

    private static DocumentDraft? Deferral(DossierFile file, ActContext context, RecordedAct done, DeferPayment act)
    {
        var then = file.AsOf(done.Number);
        if (PaymentFile.Of(then).Find(act.Concerns) is not { } account || act.Instalments() is not { Count: > 0 } plan)
        {
            return null;
        }

        var total = Money.Sum(plan.Select(p => p.Sum));
        var fields = Fields(then, context, done, account);
        fields.Add("number", act.DocumentNumber);
        fields.Add("kind", plan.Count == 1 ? "延期" : "分期");
        fields.Add("appliedOn", FormText.Day(act.AppliedOn));
        fields.Add("basis", FormText.Cite(context.Law, Citation.Parse("APL 66(2)")));
        fields.Add("surcharge", FormText.Cite(context.Law, Citation.Parse("APL 72(1)#1")));
        fields.Add("fine", FormText.Sum(account.Account.Fine));
        fields.Add("owed", FormText.Sum(total));
        fields.Add("total", $"{total}元");
        fields.Add("words", AmountInWords.Write(total));
        fields.May("gain", account.Account.Gain > Money.Zero ? FormText.Sum(account.Account.Gain) : "");
        return new DocumentDraft("47", done.Number, $"{(plan.Count == 1 ? "延期" : "分期")}缴纳罚款通知书", done.On)
        {
            Number = act.DocumentNumber,
            IsNumbered = true,
            IsOutward = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = PartyOf(then, account),
            Rows = Rows("plan", plan.Select((p, n) => new Dictionary<string, string>(StringComparer.Ordinal) { ["no"] = $"第{ChineseNumber.Write(n + 1)}期", ["on"] = FormText.Day(p.DueOn), ["amount"] = $"{p.Sum}元" })),
            Course = [("决定日期", account.Penalty.On), ("申请日期", act.AppliedOn), ("通知日期", done.On), .. plan.Select((p, n) => ($"第{(n + 1).ToString(CultureInfo.InvariantCulture)}期", p.DueOn))],
        };
    }

    private static FormFields Fields(DossierFile then, ActContext context, RecordedAct done, DecisionAccount account)
    {
        var fields = new FormFields(then, context);
        fields.Add("date", FormText.Day(done.On));
        fields.Add("you", FormText.You(PartyOf(then, account)));
        fields.Add("debtorTitle", account.Person is null ? "当事人" : "被处罚款的责任人员");
        if (account.Person is { } person)
        {
            fields.Add("party", person.Name);
            fields.Add("identityTitle", "职务");
            fields.Add("partyIdentity", $"{then.Part<Affair>().Party?.Name}{person.Post}");
        }

        fields.Add("decision", account.Penalty.Number);
        fields.Add("decidedOn", FormText.Day(account.Penalty.On));
        fields.Add("paymentNumber", FormText.Spaced(account.Number));
        fields.Add("contact", FormText.Names(then.Part<CaseFile>().Handlers));
        return fields;
    }

    /// <summary>To whom the paper is written.</summary>
    private static PartyCard? PartyOf(DossierFile then, DecisionAccount account)
        => account.Person is { } person ? new PartyCard(PartySort.Individual, person.Name, null, null, null, null, null) : then.Part<Affair>().Party;

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(string tag, IEnumerable<Dictionary<string, string>> rows) => new(StringComparer.Ordinal) { [tag] = [.. rows] };
}
