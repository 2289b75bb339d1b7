namespace Heng.Tests.Architecture;

public sealed class RoomTests
{
    private const string Law = "Heng.Law";

    /// <summary>The rooms of the library and what each may use; what a used room uses may be used too.</summary>
    private static readonly Dictionary<string, string[]> lawRooms = new()
    {
        ["Citations"] = [],
        ["Parameters"] = ["Citations"],
        ["Rulings"] = ["Citations"],
        ["Time"] = ["Parameters", "Rulings"],
        // Provinces, departments and industry sections are data, read as all law data is.
        ["Codes"] = ["Citations"],
        ["Matters"] = ["Parameters", "Codes"],
        ["Discretion"] = ["Matters", "Rulings", "Time"],
        ["Procedure"] = ["Time", "Discretion"],
        ["Reasoning"] = ["Procedure", "Discretion"],
        ["Penalties"] = ["Reasoning"],
        ["Payment"] = ["Time", "Codes"],
        ["Goods"] = ["Rulings", "Codes"],
        ["Publicity"] = ["Reasoning"],
        ["Visits"] = ["Time"],
    };

    /// <summary>The capabilities of the program and whose front each may call.</summary>
    private static readonly Dictionary<string, string[]> capabilities = new()
    {
        ["Prevention"] = ["Intake", "Cases", "Documents", "Dossiers"],
        ["Intake"] = ["Cases", "Documents", "Dossiers"],
        ["Dossiers"] = [],
        ["Cases"] = ["Discretion", "Documents", "Dossiers"],
        ["Guidance"] = ["Discretion", "Dossiers"],
        ["Discretion"] = ["Dossiers"],
        ["Documents"] = ["Dossiers"],
        ["Compliance"] = ["Cases", "Documents", "Dossiers"],
        ["FollowUp"] = ["Cases", "Documents", "Dossiers"],
        ["Oversight"] = ["Cases", "Discretion", "Documents", "FollowUp", "Dossiers"],
        ["Publication"] = ["Cases", "Documents", "Dossiers"],
        ["Payment"] = ["Cases", "Documents", "Dossiers"],
        ["Goods"] = ["Cases", "Documents", "Dossiers"],
        ["Training"] = ["Oversight", "Dossiers"],
        ["PublicOpinion"] = ["Cases", "Publication", "Dossiers"],
        ["Coordination"] = ["Cases", "Documents", "Dossiers"],
        ["Demonstration"] = ["Payment", "Dossiers"],
        ["Platform"] = [],
    };

    [Fact]
    public void The_code_graph_is_seen_even_through_pages_and_lambdas()
    {
        Assert.Contains(Code.Uses, u => u.FromNamespace == "Heng.Platform.Shell" && u.To == "Heng.Platform.Shell.Kit.IconTagHelper");
        Assert.Contains(Code.Uses, u => u.From == "Heng.Platform.Commands.ServeCommand" && u.To == "Heng.Platform.Shell.LawFolder");
    }

    [Fact]
    public void Every_room_of_the_library_is_in_the_table()
        => Assert.Empty(Code.TypesOf(Code.LawAssembly).Select(t => t.Namespace!).Where(n => n != Law).Select(LawRoom).Distinct().Where(r => !lawRooms.ContainsKey(r)));

    [Fact]
    public void Every_capability_of_the_program_is_in_the_table()
        => Assert.Empty(Code.TypesOf(Code.ProgramAssembly).Select(t => t.Namespace!).Where(n => n != "Heng").Select(Room).Distinct().Where(r => !capabilities.ContainsKey(r)));

    [Fact]
    public void A_room_of_the_library_uses_only_the_rooms_it_may()
    {
        var wrong = Code.Uses
            .Where(u => IsLaw(u.FromNamespace) && u.FromNamespace != Law && IsLaw(u.ToNamespace))
            .Where(u => u.ToNamespace == Law || !MayUse(LawRoom(u.FromNamespace), LawRoom(u.ToNamespace)));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_rooms_of_the_library_form_no_cycle()
        => Assert.Null(CycleIn(Code.Uses.Where(u => IsLaw(u.FromNamespace) && IsLaw(u.ToNamespace)).Select(u => (u.FromNamespace, u.ToNamespace))));

    [Fact]
    public void The_library_does_not_know_the_program()
        => Assert.Empty(Code.Uses.Where(u => IsLaw(u.FromNamespace) && !IsLaw(u.ToNamespace)));

    [Fact]
    public void A_capability_uses_only_the_fronts_it_may()
    {
        var wrong = Code.Uses
            .Where(u => IsCapability(u.FromNamespace) && IsCapability(u.ToNamespace) && Room(u.FromNamespace) != Room(u.ToNamespace))
            .Where(u => u.ToNamespace != $"Heng.{Room(u.ToNamespace)}" || !capabilities[Room(u.FromNamespace)].Contains(Room(u.ToNamespace)));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_platform_knows_no_capability_but_commands_may_call_fronts()
    {
        var wrong = Code.Uses
            .Where(u => IsPlatform(u.FromNamespace) && (IsCapability(u.ToNamespace) || u.ToNamespace == "Heng"))
            .Where(u => !(u.FromNamespace == "Heng.Platform.Commands" && u.ToNamespace == $"Heng.{Room(u.ToNamespace)}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_capabilities_and_the_rooms_of_the_platform_form_no_cycle()
        => Assert.Null(CycleIn(Code.Uses
            .Where(u => !IsLaw(u.FromNamespace) && !IsLaw(u.ToNamespace) && u.FromNamespace != "Heng" && u.ToNamespace != "Heng")
            .Select(u => (PlatformRoom(u.FromNamespace), PlatformRoom(u.ToNamespace)))));

    [Fact]
    public void A_cycle_would_be_found()
        => Assert.NotNull(CycleIn([("A", "B"), ("B", "C"), ("C", "A"), ("C", "D")]));

    private static bool IsLaw(string space) => space == Law || space.StartsWith(Law + ".", StringComparison.Ordinal);

    private static bool IsPlatform(string space) => space.StartsWith("Heng.Platform", StringComparison.Ordinal);

    private static bool IsCapability(string space) => !IsLaw(space) && !IsPlatform(space) && space != "Heng";

    private static string LawRoom(string space) => space == Law ? "" : space.Split('.')[2];

    private static string Room(string space) => space.Split('.') is [_, var room, ..] ? room : "";

    private static string PlatformRoom(string space) => string.Join('.', space.Split('.').Take(IsPlatform(space) ? 3 : 2));

    private static bool MayUse(string from, string to)
        => from == to || (lawRooms.TryGetValue(from, out var may) && may.Any(m => MayUse(m, to)));

    private static string? CycleIn(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Where(a => a.From != a.To).Distinct().ToLookup(a => a.From, a => a.To);
        var done = new HashSet<string>();
        var path = new List<string>();
        return next.Select(n => n.Key).Select(Visit).FirstOrDefault(c => c is not null);

        string? Visit(string room)
        {
            if (path.IndexOf(room) is var start and >= 0)
            {
                return string.Join(" -> ", path[start..].Append(room));
            }

            if (!done.Add(room))
            {
                return null;
            }

            path.Add(room);
            var cycle = next[room].Select(Visit).FirstOrDefault(c => c is not null);
            path.RemoveAt(path.Count - 1);
            return cycle;
        }
    }
}
