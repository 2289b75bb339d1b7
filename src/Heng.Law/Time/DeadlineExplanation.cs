using System.Globalization;
using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Makes the steps of a deadline; apart from the count, which needs no words.</summary>
internal sealed class DeadlineExplanation
{
    private static readonly string[] WeekDays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
    private readonly List<DeadlineStep> steps = [];
    private readonly Deadline deadline;
    private readonly DeadlineCounter counter;
    private readonly IReadOnlyList<Citation> basis;
    private readonly bool backward;

    private DeadlineExplanation(Deadline deadline, DeadlineCounter counter)
    {
        this.deadline = deadline;
        this.counter = counter;
        basis = deadline.Limit?.Basis ?? [];
        backward = deadline.Period.Direction == CountDirection.Backward;
    }

    public static IReadOnlyList<DeadlineStep> Of(Deadline deadline, DeadlineCounter counter, DayInterval[] exclusions, GrantedExtension[] extensions)
    {
        var merged = DeadlineCounter.Merge(exclusions, new DayWalk.Interval[exclusions.Length], counter.Policy.ExcludedEnds);
        var stretches = new List<DeadlineCounter.Stretch>();
        _ = counter.Reach(new DayWalk(counter.Calendar, merged), deadline.Period, deadline.Start, extensions, stretches);
        var explanation = new DeadlineExplanation(deadline, counter);
        explanation.SayLimit();
        explanation.SayStart();
        explanation.SayExclusions(exclusions.Length, merged);
        foreach (var stretch in stretches)
        {
            explanation.SayStretch(stretch, merged);
        }

        explanation.SayEnd();
        return explanation.steps;
    }

    private void SayLimit()
    {
        var name = deadline.Limit is { } limit ? $"{limit.Id} {limit.Chinese}" : "所定期间";
        var rule = counter.UnitRule(deadline.Period, basis);
        var unit = rule is null ? "" : $"；{rule.Chinese}";
        var reading = deadline.Period.Unit switch
        {
            TimeUnit.Hour => "D6",
            TimeUnit.Month or TimeUnit.Year => "D7",
            _ => null,
        };
        Add("期限", $"{name}为{deadline.Period.InChinese}{unit}。", deadline.Start, deadline.Start, rule, reading, [.. basis, .. (rule?.Basis ?? []).Where(b => !basis.Contains(b))]);
    }

    private void SayStart()
    {
        var rule = counter.Rules[CountingRules.StartNotCounted];
        if (deadline.Period.Unit == TimeUnit.Hour)
        {
            Add("起算", $"自 {deadline.Start} 起按小时计算，至分钟为止。", deadline.Start, deadline.Start, rule, "D6", rule.Basis);
        }
        else if (backward)
        {
            Add("起算", $"以 {Said(deadline.Start.Day)}为所指之日，该日不计算在内，向前倒算。", deadline.Start, deadline.Start, rule, null, rule.Basis);
        }
        else if (deadline.Start.Day < DateOnly.MaxValue)
        {
            var first = deadline.Start.Day.AddDays(1);
            var trigger = deadline.Limit is { } limit ? $"（{limit.Terms.Trigger}）" : "";
            Add("起算", $"{Said(deadline.Start.Day)}为开始之日{trigger}，不计算在内，自 {new LegalMoment(first)} 起计算。", deadline.Start, first, rule, null, rule.Basis);
        }
    }

    private void SayExclusions(int given, ReadOnlySpan<DayWalk.Interval> merged)
    {
        if (given == 0)
        {
            return;
        }

        var rule = counter.Rules[CountingRules.ExclusionsMerged];
        if (merged.Length < given)
        {
            Add("合并", $"所给 {Number(given)} 段扣除期间合并为 {Number(merged.Length)} 段，重叠部分只扣除一次。", deadline.Start, deadline.Unrolled, rule, "D1", basis);
        }

        // The running period: after the start for a limit that runs forward, before the event for one that runs back.
        var (first, last) = backward
            ? (deadline.Unrolled.Day.DayNumber, deadline.Start.Day.DayNumber - 1)
            : (deadline.Start.Day.DayNumber + 1, deadline.Unrolled.Day.DayNumber);
        foreach (var interval in merged)
        {
            var (from, to) = (Math.Max(interval.First, first), Math.Min(interval.Last, last));
            var (given1, given2) = (Day(interval.First), Day(interval.Last));
            if (from > to)
            {
                Add("扣除", $"{new LegalMoment(given1)} 至 {new LegalMoment(given2)} 不在期限运行期间内，不影响计算。", given1, given2, rule, "D1", basis);
                continue;
            }

            var worked = deadline.Period.Unit == TimeUnit.WorkingDay ? counter.Calendar.CountWorkingDays(Day(from), Day(to)) : null;
            var days = worked is { } w ? $"其中 {Number(w)} 个工作日不计入" : $"共 {Number(to - from + 1)} 日不计入";
            var cut = from != interval.First || to != interval.Last ? $"（所给期间为 {new LegalMoment(given1)} 至 {new LegalMoment(given2)}，只计运行期间内的部分）" : "";
            Add("扣除", $"{new LegalMoment(Day(from))} 至 {new LegalMoment(Day(to))} 不计入期限，首尾两日均在内，{days}{cut}。", Day(from), Day(to), rule, "D1", basis);
        }
    }

    private void SayStretch(DeadlineCounter.Stretch stretch, ReadOnlySpan<DayWalk.Interval> merged)
    {
        var (from, to) = (stretch.From.ToMoment(), stretch.To.ToMoment());
        var length = new Period(stretch.Length, stretch.Unit).InChinese;
        if (stretch.Unit == TimeUnit.WorkingDay && stretch.Length > 0)
        {
            SayHolidays(backward ? to.Day : from.Day.AddDays(1), backward ? from.Day.AddDays(-1) : to.Day, merged);
        }

        if (stretch.Extension is { } extension)
        {
            var by = Approver(extension) is { } approver ? $"经{approver}批准，" : "";
            var where = backward ? "再向前倒算" : counter.Policy.ExtensionStart == ExtensionStart.UnrolledEnd ? "自未顺延的届满日起延长" : "自届满日起延长";
            Add("延长", $"{by}{where}{length}，由 {from} 至 {to}。", from, to, null, "D2", basis);
            return;
        }

        var rule = backward ? counter.Rules[CountingRules.Backward] : counter.UnitRule(deadline.Period, basis);
        if (backward)
        {
            Add("计数", $"自 {new LegalMoment(from.Day.AddDays(-1))} 起向前数满{length}，最前一日为 {to}。", from, to, rule, "D4", Basis(rule));
        }
        else if (stretch.Unit is TimeUnit.Month or TimeUnit.Year)
        {
            SayMonths(from.Day, to.Day, stretch, length, rule);
        }
        else
        {
            Add("计数", $"自 {from} 后数满{length}，至 {to}。", from, to, rule, stretch.Unit == TimeUnit.Hour ? "D6" : null, Basis(rule));
        }
    }

    private void SayMonths(DateOnly from, DateOnly to, DeadlineCounter.Stretch stretch, string length, CountingRule? rule)
    {
        var end = from.AddMonths(stretch.Unit == TimeUnit.Year ? stretch.Length * 12 : stretch.Length);
        var same = end.Day == from.Day ? "对应日" : $"到期月没有 {Number(from.Day)} 日，以该月末日";
        Add("计数", $"自 {new LegalMoment(from)} 起满{length}，{same}为 {new LegalMoment(end)}。", from, end, rule, "D7", Basis(rule));
        if (to != end)
        {
            Add("扣除顺加", $"运行期间内扣除的日数逐日加在末尾，至 {new LegalMoment(to)}。", end, to, counter.Rules[CountingRules.ExclusionsMerged], "D7", basis);
        }
    }

    /// <summary>Festivals and make-up workdays on the way, each run of days of one festival as one step.</summary>
    private void SayHolidays(DateOnly first, DateOnly last, ReadOnlySpan<DayWalk.Interval> merged)
    {
        var weekends = new List<DateOnly>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var basisOfDay = BasisOf(day);
            switch (counter.Calendar.KindOf(day))
            {
                case DayKind.DayOff:
                    var name = counter.Calendar.NameOf(day);
                    var end = day;
                    while (end < last && counter.Calendar.KindOf(end.AddDays(1)) == DayKind.DayOff && counter.Calendar.NameOf(end.AddDays(1)) == name)
                    {
                        end = end.AddDays(1);
                    }

                    var span = end == day ? new LegalMoment(day).ToString() : $"{new LegalMoment(day)} 至 {new LegalMoment(end)}";
                    Add("节假日", $"{span} {name}放假，{Number(end.DayNumber - day.DayNumber + 1)} 日不计入。", day, end, null, null, basisOfDay);
                    day = end;
                    break;
                case DayKind.MakeUpWorkday when !IsExcluded(day, merged):
                    Add("调休上班", $"{Said(day)}调休上班，计入工作日。", day, day, null, null, basisOfDay);
                    break;
                case DayKind.Weekend:
                    weekends.Add(day);
                    break;
                default:
                    break;
            }

            if (day == DateOnly.MaxValue)
            {
                break;
            }
        }

        if (weekends.Count > 0)
        {
            Add("周末", $"{new LegalMoment(first)} 至 {new LegalMoment(last)} 间另有周末 {Number(weekends.Count)} 日不计入。", first, last, null, null, BasisOf(weekends[0]));
        }
    }

    private void SayEnd()
    {
        var (unrolled, due) = (deadline.Unrolled, deadline.Due);
        if (backward)
        {
            var rule = counter.Rules[CountingRules.Backward];
            if (counter.Policy.Backward == BackwardLimit.FullDaysBetween)
            {
                Add("留足", $"中间须留足完整的日数，所得之日为其前一日 {Said(unrolled.Day)}。", unrolled, unrolled, rule, "D4", rule.Basis);
            }

            if (unrolled != due)
            {
                Add("提前", $"{Said(unrolled.Day)}为{Rest(unrolled.Day)}，提前至其前一个工作日 {Said(due.Day)}。", unrolled, due, rule, "D4", rule.Basis);
            }
        }
        else if (unrolled != due)
        {
            var rule = counter.Rules[CountingRules.EndRolls];
            Add("顺延", $"{Said(unrolled.Day)}为{Rest(unrolled.Day)}，顺延至 {Said(due.Day)}。", unrolled, due, rule, "D3", rule.Basis);
        }

        if (deadline.WarnOn != due)
        {
            Add("预警", $"该期限涉及当事人的财物，不以顺延为由多占用：以未顺延的 {deadline.WarnOn} 预警。", deadline.WarnOn, deadline.WarnOn, counter.Rules[CountingRules.EndRolls], "D3", basis);
        }

        var end = backward ? $"最迟应于 {due} 完成。" : $"期限于 {due} 届满。";
        Add("届满", end, due, due, null, null, basis);
    }

    private void Add(string what, string says, LegalMoment from, LegalMoment to, CountingRule? rule, string? reading, IReadOnlyList<Citation> cited)
        => steps.Add(new DeadlineStep(what, says, from, to, rule?.Id, reading, cited));

    private string? Approver(GrantedExtension extension)
    {
        foreach (var slot in deadline.Limit?.Extensions ?? [])
        {
            if (extension.Approver == slot.Approver)
            {
                return slot.ApproverChinese;
            }
        }

        return extension.Approver;
    }

    private string Rest(DateOnly day) => counter.Calendar.NameOf(day) is { } name ? $"{name}假期" : "周末";

    private IReadOnlyList<Citation> Basis(CountingRule? rule) => rule?.Basis ?? basis;

    private IReadOnlyList<Citation> BasisOf(DateOnly day) => counter.Calendar.Years.FirstOrDefault(y => y.Year == day.Year) is { } year ? [year.Basis] : [];

    private static bool IsExcluded(DateOnly day, ReadOnlySpan<DayWalk.Interval> merged)
    {
        foreach (var interval in merged)
        {
            if (interval.First <= day.DayNumber && day.DayNumber <= interval.Last)
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly Day(int number) => DateOnly.FromDayNumber(number);

    private static string Said(DateOnly day) => $"{new LegalMoment(day)}（{WeekDays[(int)day.DayOfWeek]}）";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
