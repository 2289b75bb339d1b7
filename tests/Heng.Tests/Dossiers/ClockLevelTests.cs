using System.Runtime.CompilerServices;
using Heng.Dossiers;
using Heng.Dossiers.Model;

namespace Heng.Tests.Dossiers;

public sealed class ClockLevelTests
{
    private static readonly DateOnly today = new(2026, 3, 2);

    /// <summary>Whatever shares a bureau chooses, also yellow after red: what is listed at a level is what is told to be at it, and at no other.</summary>
    [Fact]
    public void Everything_is_at_one_level_and_found_there()
    {
        var dossierAt = ClockLevels.All.Select(l => (Level: l, Is: ClockLevels.OfDossier(l, today).Compile())).ToArray();
        var workAt = ClockLevels.All.Select(l => (Level: l, Is: ClockLevels.OfWork(l, today).Compile())).ToArray();
        foreach (var (due, yellow, red) in Clocks())
        {
            var level = ClockLevels.On(due, yellow, red, today);
            var dossier = With<Dossier>(due, yellow, red);
            var work = With<WorkItem>(due, yellow, red);
            Assert.Equal([level], dossierAt.Where(l => l.Is(dossier)).Select(l => l.Level));
            Assert.Equal([level], workAt.Where(l => l.Is(work)).Select(l => l.Level));
        }
    }

    private static IEnumerable<(DateOnly? Due, DateOnly? Yellow, DateOnly? Red)> Clocks()
    {
        yield return (null, null, null);
        int[] days = [-1, 0, 1];
        foreach (var due in days)
        {
            foreach (var yellow in days)
            {
                foreach (var red in days)
                {
                    yield return (today.AddDays(due), today.AddDays(yellow), today.AddDays(red));
                }
            }
        }
    }

    /// <summary>A row of which nothing matters but its clock.</summary>
    private static T With<T>(DateOnly? due, DateOnly? yellow, DateOnly? red)
        where T : class
    {
        var row = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        typeof(T).GetProperty("DueOn")!.SetValue(row, due);
        typeof(T).GetProperty("YellowOn")!.SetValue(row, yellow);
        typeof(T).GetProperty("RedOn")!.SetValue(row, red);
        return row;
    }
}
