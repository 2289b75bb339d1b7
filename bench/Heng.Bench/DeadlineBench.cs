using System.Diagnostics;
using System.Globalization;
using Heng.Law;
using Heng.Law.Rulings;
using Heng.Law.Tests.Time;
using Heng.Law.Time;

namespace Heng.Bench;

/// <summary>Deadlines: how many per second on one core, and whether a slow independent counter agrees on every one.</summary>
internal static class DeadlineBench
{
    private const int Rounds = 15;
    private const int QuestionsPerRound = 200_000;
    private static readonly DateOnly first = new(2023, 12, 1);
    private static readonly DateOnly last = new(2027, 1, 15);

    /// <summary>Runs both parts.</summary>
    /// <param name="compared">How many random questions to compare.</param>
    /// <returns>0 when the counters agree.</returns>
    public static int Run(int compared)
    {
        var counter = LawSet.Embedded.Deadlines;
        var questions = Questions(counter, seed: 1).Take(QuestionsPerRound).ToArray();
        Measure("counted, random limits, exclusions and extensions", questions, q => Ask(counter, q) is Outcome<Deadline>.Allowed ? 1 : 0);
        var plain = questions.Select(q => q with { Exclusions = [], Extensions = [] }).ToArray();
        Measure("counted, random limits alone", plain, q => Ask(counter, q) is Outcome<Deadline>.Allowed ? 1 : 0);
        Measure("counted and explained step by step", questions, q => Ask(counter, q) is Outcome<Deadline>.Allowed a ? a.Value.Explain().Count : 0);
        return Compare(counter, compared);
    }

    private static void Measure(string what, Question[] questions, Func<Question, int> ask)
    {
        var rates = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0L;
            var watch = Stopwatch.StartNew();
            foreach (var question in questions)
            {
                sum += ask(question);
            }

            rates[round] = sum > 0 ? questions.Length / watch.Elapsed.TotalSeconds : throw new InvalidOperationException("Nothing was counted.");
        }

        // The first rounds warm up; the median of the rest is the figure.
        Array.Sort(rates, Rounds / 3, Rounds - Rounds / 3);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rates[Rounds / 3 + (Rounds - Rounds / 3) / 2]:N0} per second on one core"));
    }

    private static int Compare(DeadlineCounter counter, int compared)
    {
        var slow = new SlowCounter(LawSet.Embedded.Files.Select(f => (f.Path, f.Content)));
        int differing = 0, refused = 0;
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(Questions(counter, seed: 2).Take(compared), question =>
        {
            var expected = slow.Answer(
                question.Limit.Id, question.Start.ToString(),
                [.. question.Exclusions.Select(e => (Text(e.First), Text(e.Last)))],
                [.. question.Extensions.Select(e => (e.Length, e.Unit.Code()))]);
            var actual = Ask(counter, question) switch
            {
                Outcome<Deadline>.Allowed a => $"{a.Value.Due}/{a.Value.WarnOn}",
                Outcome<Deadline>.Refused { Refusals: [{ Code: "calendar" } r] } => $"calendar {r.Facts["year"]}",
                Outcome<Deadline>.Refused r => r.Refusals[0].Code,
                _ => "",
            };
            if (!actual.Contains('/', StringComparison.Ordinal))
            {
                Interlocked.Increment(ref refused);
            }

            if (expected != actual && Interlocked.Increment(ref differing) <= 10)
            {
                Console.WriteLine($"differs: {question.Limit.Id} {question.Start}: slow {expected}, Heng {actual}");
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compared with the slow counter: {compared:N0} questions ({refused:N0} refused by law), {differing:N0} differ, {watch.Elapsed.TotalSeconds:N1} s on {Environment.ProcessorCount} cores"));
        return differing == 0 ? 0 : 1;
    }

    private static Outcome<Deadline> Ask(DeadlineCounter counter, Question question)
        => counter.Count(question.Limit.Id, question.Start, question.Exclusions, question.Extensions);

    private static IEnumerable<Question> Questions(DeadlineCounter counter, int seed)
    {
        var random = new Random(seed);
        var limits = counter.Limits.All;
        while (true)
        {
            var limit = limits[random.Next(limits.Count)];
            var day = DateOnly.FromDayNumber(random.Next(first.DayNumber, last.DayNumber));
            var exclusions = new DayInterval[random.Next(4)];
            for (var i = 0; i < exclusions.Length; i++)
            {
                var from = day.AddDays(random.Next(-20, 90));
                exclusions[i] = new DayInterval(from, from.AddDays(random.Next(25)));
            }

            var extensions = new GrantedExtension[Math.Max(0, random.Next(-1, 3))];
            for (var i = 0; i < extensions.Length; i++)
            {
                // Hours come as whole days, so that the slow counter may leave the time of day alone.
                extensions[i] = random.Next(5) switch
                {
                    0 => new(random.Next(20), TimeUnit.WorkingDay),
                    1 => new(random.Next(40), TimeUnit.NaturalDay),
                    2 => new(random.Next(4) * 24, TimeUnit.Hour),
                    3 => new(random.Next(4), TimeUnit.Month),
                    _ => new(random.Next(2), TimeUnit.Year),
                };
            }

            yield return new Question(limit, limit.Period.Unit == TimeUnit.Hour ? new LegalMoment(day, new TimeOnly(14, 30)) : day, exclusions, extensions);
        }
    }

    private static string Text(DateOnly day) => new LegalMoment(day).ToString();

    private sealed record Question(TimeLimit Limit, LegalMoment Start, DayInterval[] Exclusions, GrantedExtension[] Extensions);
}
