using CsCheck;
using Heng.Law.Rulings;
using Heng.Law.Time;
using static Heng.Law.Tests.Time.Counting;

namespace Heng.Law.Tests.Time;

public sealed class CountingPropertyTests
{
    private static readonly int first = On("2024-01-01").DayNumber;
    private static readonly int last = On("2026-12-31").DayNumber;

    /// <summary>Days from shortly before to shortly after the loaded years.</summary>
    private static readonly Gen<DateOnly> day = Gen.Int[first - 40, last + 10].Select(DateOnly.FromDayNumber);
    private static readonly Gen<DayInterval> interval = Gen.Select(day, Gen.Int[0, 25], (d, n) => new DayInterval(d, d.AddDays(n)));
    private static readonly Gen<TimeUnit> unit = Gen.OneOf(TimeUnit.WorkingDay, TimeUnit.NaturalDay, TimeUnit.Hour, TimeUnit.Month, TimeUnit.Year);
    private static readonly Gen<GrantedExtension> extension = Gen.Select(Gen.Int[0, 20], unit, (n, u) => new GrantedExtension(u is TimeUnit.Month or TimeUnit.Year ? n / 7 : n, u));
    private static readonly Gen<TimeLimit> limit = Gen.OneOf([.. Counter.Limits.All]);

    private static readonly Gen<(TimeLimit Limit, DateOnly Start, DayInterval[] Exclusions, GrantedExtension[] Extensions)> question =
        Gen.Select(limit, day, Gen.Frequency((2, Gen.Const(Array.Empty<DayInterval>())), (3, interval.Array[1, 5])), Gen.Frequency((3, Gen.Const(Array.Empty<GrantedExtension>())), (2, extension.Array[1, 2])));

    [Fact, Row("8.21", "8.29")]
    public void The_slow_counter_gives_the_same_answers()
    {
        var slow = new SlowCounter(LawSet.Embedded.Files.Select(f => (f.Path, f.Content)));
        var counted = 0;
        question.Sample(
            q =>
            {
                var start = StartOf(q.Limit, q.Start).ToString();
                var expected = slow.Answer(
                    q.Limit.Id, start, [.. q.Exclusions.Select(e => (Text(e.First), Text(e.Last)))], [.. q.Extensions.Select(e => (e.Unit == TimeUnit.Hour ? e.Length * 24 : e.Length, e.Unit.Code()))]);
                var answer = Counter.Count(q.Limit.Id, StartOf(q.Limit, q.Start), q.Exclusions, [.. q.Extensions.Select(e => e.Unit == TimeUnit.Hour ? e with { Length = e.Length * 24 } : e)]);
                var actual = answer switch
                {
                    Outcome<Deadline>.Allowed a => $"{a.Value.Due}/{a.Value.WarnOn}",
                    Outcome<Deadline>.Refused { Refusals: [{ Code: "calendar" } r] } => $"calendar {r.Facts["year"]}",
                    Outcome<Deadline>.Refused r => r.Refusals[0].Code,
                    _ => "",
                };
                Assert.Equal(expected, actual);
                Interlocked.Increment(ref counted);
            },
            iter: 20_000,
            print: q => $"{q.Limit.Id} {q.Start:yyyy-MM-dd} [{string.Join(", ", q.Exclusions.Select(e => $"{Text(e.First)}..{Text(e.Last)}"))}] [{string.Join(", ", q.Extensions)}]");
        Assert.True(counted >= 20_000);
    }

    [Fact]
    public void So_many_working_days_after_a_day_count_back_to_it()
        => Gen.Select(Gen.Int[first, last].Select(DateOnly.FromDayNumber), Gen.Int[1, 200]).Sample((start, length) =>
        {
            if (Counter.CountPeriod(new Period(length, TimeUnit.WorkingDay), start) is not Outcome<Deadline>.Allowed { Value: var counted })
            {
                return;
            }

            Assert.Equal(length, Calendar.CountWorkingDays(start.AddDays(1), counted.Due.Day));
            Assert.True(Calendar.IsWorkingDay(counted.Due.Day));
            var other = Counter.With(Counter.Policy with { Backward = BackwardLimit.CountedDay });
            if (other.CountPeriod(new Period(length, TimeUnit.WorkingDay, CountDirection.Backward), counted.Due.Day.AddDays(1)) is Outcome<Deadline>.Allowed { Value: var back })
            {
                Assert.Equal(length, Calendar.CountWorkingDays(back.Due.Day, counted.Due.Day));
                Assert.True(start < back.Due.Day);
                Assert.Equal(0, Calendar.CountWorkingDays(start.AddDays(1), back.Due.Day.AddDays(-1)));
            }
        }, iter: 5_000);

    [Fact]
    public void A_backward_limit_leaves_its_full_working_days_between()
        => Gen.Select(Gen.OneOf("L44", "L45"), day).Sample((limit, hearing) =>
        {
            if (Counter.Count(limit, hearing) is Outcome<Deadline>.Allowed { Value: var counted })
            {
                Assert.True(Calendar.IsWorkingDay(counted.Due.Day));
                Assert.Equal(counted.Period.Length, Calendar.CountWorkingDays(counted.Due.Day.AddDays(1), hearing.AddDays(-1)));
            }
        }, iter: 2_000);

    [Fact]
    public void A_later_start_never_gives_an_earlier_deadline()
        => Gen.Select(question, Gen.Int[1, 30]).Sample((q, later) =>
        {
            // Months and years differ in length, so days added one for one (D7) can outrun a later start by a leap day:
            // with exclusions the property holds for days and hours only.
            var exclusions = q.Limit.Period.Unit is TimeUnit.Month or TimeUnit.Year ? [] : q.Exclusions;
            if (Ask(q.Limit, q.Start, exclusions, []) is { } early && Ask(q.Limit, q.Start.AddDays(later), exclusions, []) is { } late)
            {
                Assert.True(Moment(early.Due) <= Moment(late.Due));
            }
        }, iter: 10_000);

    [Fact]
    public void Exclusions_and_extensions_never_shorten_a_limit()
        => Gen.Select(question, interval, extension).Sample((q, further, more) =>
        {
            if (Ask(q.Limit, q.Start, q.Exclusions, q.Extensions) is not { } counted)
            {
                return;
            }

            var sign = q.Limit.Period.Direction == CountDirection.Backward ? -1 : 1;
            if (q.Extensions.All(e => e.Unit is not (TimeUnit.Month or TimeUnit.Year)) && Ask(q.Limit, q.Start, [.. q.Exclusions, further], q.Extensions) is { } excluded)
            {
                Assert.True(sign * Moment(excluded.Unrolled).CompareTo(Moment(counted.Unrolled)) >= 0);
            }

            if (Ask(q.Limit, q.Start, q.Exclusions, [.. q.Extensions, more]) is { } extended)
            {
                Assert.True(sign * Moment(extended.Unrolled).CompareTo(Moment(counted.Unrolled)) >= 0);
            }
        }, iter: 10_000);

    [Fact]
    public void Merged_intervals_give_what_their_single_days_give()
        => question.Sample(q =>
        {
            DayInterval[] days = [.. q.Exclusions.SelectMany(e => Enumerable.Range(0, e.Last.DayNumber - e.First.DayNumber + 1).Select(n => new DayInterval(e.First.AddDays(n), e.First.AddDays(n)))).Reverse()];
            Assert.Equal(Ask(q.Limit, q.Start, q.Exclusions, q.Extensions)?.Due, Ask(q.Limit, q.Start, days, q.Extensions)?.Due);
        }, iter: 5_000);

    [Fact]
    public void The_end_of_a_limit_that_rolls_is_a_working_day()
        => question.Sample(q =>
        {
            if (q.Limit.Period is { Rolls: true, Unit: not TimeUnit.Hour } && Ask(q.Limit, q.Start, q.Exclusions, []) is { } counted)
            {
                Assert.True(Calendar.IsWorkingDay(counted.Due.Day));
            }
        }, iter: 5_000);

    [Fact]
    public void Every_deadline_explains_itself_from_its_limit_to_its_end()
        => question.Sample(q =>
        {
            if (Ask(q.Limit, q.Start, q.Exclusions, q.Extensions) is not { } counted)
            {
                return;
            }

            var steps = counted.Explain();
            Assert.Equal("期限", steps[0].What);
            Assert.Equal("届满", steps[^1].What);
            Assert.Contains(counted.Due.ToString(), steps[^1].Says, StringComparison.Ordinal);
            Assert.Equal(q.Extensions.Length, steps.Count(s => s.What == "延长"));
            Assert.Equal(counted.Unrolled != counted.Due, steps.Any(s => s.What is "顺延" or "提前"));
            Assert.Equal(counted.WarnOn != counted.Due, steps.Any(s => s.What == "预警"));
            Assert.All(steps, s => Assert.NotEmpty(s.Basis));
            Assert.All(steps, s => Assert.True(s.Rule is null || Counter.Rules[s.Rule].Id == s.Rule));
        }, iter: 5_000);

    private static Deadline? Ask(TimeLimit limit, DateOnly start, DayInterval[] exclusions, GrantedExtension[] extensions)
        => (Counter.Count(limit.Id, StartOf(limit, start), exclusions, extensions) as Outcome<Deadline>.Allowed)?.Value;

    private static LegalMoment StartOf(TimeLimit limit, DateOnly start) => limit.Period.Unit == TimeUnit.Hour ? new LegalMoment(start, new TimeOnly(14, 30)) : start;

    private static DateTime Moment(LegalMoment moment) => moment.Day.ToDateTime(moment.Time ?? TimeOnly.MinValue);

    private static string Text(DateOnly day) => new LegalMoment(day).ToString();
}
