using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Codes;
using Heng.Law.Payment;
using Heng.Law.Rulings;
using Heng.Law.Time;
using Heng.Payment.Model;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Payment;

/// <summary>What payment adds to a dossier: its payment number as a word, the last days, who is next, and what holds the closing.</summary>
internal sealed class PaymentContributor : IDossierContributor
{
    public void Summarise(DossierFile file, DossierSummary summary) => summary.Words.AddRange(PaymentFile.Of(file).Accounts.Select(a => a.Number.ToString()));

    public IEnumerable<DossierClock> Clocks(DossierFile file)
        => file.Procedure.Main == "S76" ? [.. PaymentFile.Of(file).Current.Where(a => !a.IsOver).SelectMany(a => new[] { PayClock(a, file), CourtClock(a, file) }).OfType<DossierClock>()] : [];

    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        var payment = PaymentFile.Of(file);
        foreach (var excess in payment.WithExcess)
        {
            yield return new WorkNeed("退还多缴款项", $"{(payment.Accounts.Count > 1 ? excess.Who + "的" : "")}账户有待退还 {excess.Account.Excess} 元", file.Acts[^1].On) { Roles = PersonRoles.UnitHead, Act = "payment.return" };
        }

        if (payment.Current is not [{ Penalty.ServedOn: { } served }, ..] || file.Procedure.Main != "S76")
        {
            yield break;
        }

        Guid[] handlers = [.. file.Part<CaseFile>().Handlers.Select(h => h.Id)];
        if (payment.IsSettled)
        {
            if (!file.Procedure.Performed)
            {
                yield return payment.Current.All(a => a.Account.Receipts.IsEmpty)
                    ? new WorkNeed("登记履行情况", "处罚决定已经送达，没有款项应缴", served) { People = handlers, Act = "cases.record-performed" }
                    : new WorkNeed("确认履行完毕", "送达登记之前银行已经收齐", served) { Roles = PersonRoles.Head | PersonRoles.Principal, Act = "payment.confirm" };
            }

            yield break;
        }

        foreach (var account in payment.Current.Where(a => !a.IsOver))
        {
            if (NeedOf(account, file, handlers) is { } need)
            {
                yield return need with { Why = payment.Current.Count > 1 ? $"{account.Who}：{need.Why}" : need.Why };
            }
        }
    }

    public IEnumerable<Refusal> Holds(DossierFile file, string act)
        => act == "cases.close" && PaymentFile.Of(file) is { Current.Count: > 0 } payment && file.Procedure.Main == "S76"
            ? new[] { PaymentRules.ClosingFindsTheAccountSettled.Check(new(payment.IsSettled, payment.IsOver, payment.Owed)) }.OfType<Refusal>() : [];

    public async Task ProjectAsync(HengDb db, DossierFile before, DossierFile after, CancellationToken stop)
    {
        foreach (var account in PaymentFile.Of(after).Accounts)
        {
            var number = account.Number.ToString();
            var then = PaymentFile.Of(before).Accounts.FirstOrDefault(a => a.Number == account.Number)?.Account;
            if (then is not null && then.Owed == account.Account.Owed && then.Excess == account.Account.Excess)
            {
                continue;
            }

            var row = then is null ? null : await db.Set<PayableDecision>().FirstOrDefaultAsync(p => p.PaymentNumber == number, stop);
            if (row is null)
            {
                row = new PayableDecision(after.BureauId, Guid.CreateVersion7(), after.Id, number, account.Penalty.On);
                db.Add(row);
            }

            row.Stand(account.Account.Owed, account.Account.Excess);
        }
    }

    /// <summary>What the account of a debtor waits for.</summary>
    private static WorkNeed? NeedOf(DecisionAccount now, DossierFile file, IReadOnlyList<Guid> handlers)
        => now.Account.Owed == Money.Zero
            ? new WorkNeed("决定是否加处罚款", "逾期缴清，逾期部分还没有决定", now.Account.Receipts[^1].On) { Roles = PersonRoles.Head | PersonRoles.Principal, Act = "payment.impose-surcharge" }
            : file.Procedure.Remedy is not null || now.Account.LastDay is not { } last ? null
            : now.Demand is null
            ? new WorkNeed("送达催告书", "罚没款到期没有缴清；催告后须留足十个工作日才能申请强制执行", last.AddDays(1)) { People = handlers, Act = "payment.demand", Clock = CourtClock(now, file) }
            : now.Court is null
            ? new WorkNeed("申请人民法院强制执行", "已经催告，罚没款还没有缴清", now.Demand.On) { Roles = PersonRoles.Head | PersonRoles.Principal, Act = "payment.apply-to-court", Clock = CourtClock(now, file) }
            : null;

    /// <summary>The next day on which something must be paid.</summary>
    private static DossierClock? PayClock(DecisionAccount now, DossierFile file)
    {
        if (now.ServedOn is not { } served || now.Account.Owed == Money.Zero)
        {
            return null;
        }

        if (now.Account.Schedules is [.., var schedule])
        {
            var paid = Money.Sum(schedule.Instalments.Select(i => i.Sum)) - now.Account.Balance(AccountPart.Fine);
            var open = schedule.Instalments.FirstOrDefault(i => (paid -= i.Sum) < Money.Zero) ?? schedule.Instalments[^1];
            return new DossierClock($"缴纳分期罚款 {open.Sum} 元{Of(now)}", schedule.From, open.DueOn, Basis(file, "L70")) { IsPolicy = false };
        }

        return Clock(file, "缴纳罚没款" + Of(now), PaymentDays.PayBy(file.Law.Deadlines, served));
    }

    /// <summary>The last day for the court, with the alarms before it; it runs as soon as the decision is served, so that the demand goes out early.</summary>
    private static DossierClock? CourtClock(DecisionAccount now, DossierFile file)
        => now.Account.Owed == Money.Zero || now.Court is not null || file.Procedure.Performance is null || file.Procedure.Remedy is not null || PaymentFile.WindowOf(now, file) is not { } window ? null
            : Clock(file, "申请人民法院强制执行" + Of(now), window.Last) with { FirstAlarm = window.Alarms[0].On, LastAlarm = window.Alarms[^1].On };

    private static string Of(DecisionAccount account) => account.Person is null ? "" : $"（{account.Debtor}）";

    private static DossierClock Clock(DossierFile file, string name, LimitDay limit)
        => new(name, limit.Since, limit.Day, Basis(file, limit.Limit) + (limit.IsEstimate ? "（工作日历未载入，按周末推算）" : ""), limit.Deadline) { Limit = limit.IsEstimate ? null : limit.Limit, IsEstimate = limit.IsEstimate };

    private static string Basis(DossierFile file, string limit) => string.Join("、", file.Law.Deadlines.Limits.Find(limit)!.Basis.Take(2).Select(file.Law.Instruments.InChinese));
}
