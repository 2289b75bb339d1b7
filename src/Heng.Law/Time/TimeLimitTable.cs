using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Table of time limits (期限表), by id.</summary>
public sealed class TimeLimitTable
{
    private readonly Dictionary<string, TimeLimit> byId;

    private TimeLimitTable(IReadOnlyList<TimeLimit> all)
    {
        All = all;
        byId = all.ToDictionary(l => l.Id, StringComparer.Ordinal);
    }

    /// <summary>Every limit, in the order of the ids: L01, L01o, L02, …, L99, L100.</summary>
    public IReadOnlyList<TimeLimit> All { get; }

    /// <summary>The limit with an id, or null.</summary>
    /// <param name="id">For example <c>L50</c>.</param>
    public TimeLimit? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads <c>parameters/limits/*.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static TimeLimitTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var roles = files.One("procedure/roles.json").Open();
        var roleNames = roles.Root["general"]["roles"].Members().ToDictionary(r => r.Name, r => r.Value.Text(), StringComparer.Ordinal);
        var all = new List<TimeLimit>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Under("parameters/limits/"))
        {
            using var document = file.Open();
            var groups = (Chinese: document.Root.Text("zhGroup"), English: document.Root.Text("group"));
            foreach (var item in document.Root.Items("limits"))
            {
                var limit = Read(item, groups, roleNames);
                if (!ids.Add(limit.Id))
                {
                    throw item.Fault("id", $"期限 {limit.Id} 列了两次");
                }

                all.Add(limit);
            }
        }

        return new TimeLimitTable([.. all.OrderBy(l => l.Id.Length - (char.IsAsciiDigit(l.Id[^1]) ? 0 : 1)).ThenBy(l => l.Id, StringComparer.Ordinal)]);
    }

    private static TimeLimit Read(LawElement item, (string Chinese, string English) groups, Dictionary<string, string> roleNames)
    {
        var direction = item.Text("direction") switch
        {
            "forward" => CountDirection.Forward,
            "backward" => CountDirection.Backward,
            _ => throw item.Fault("direction", "应为 forward 或者 backward"),
        };
        var period = new Period(item.Whole("length"), Unit(item, "unit"), direction, item.Flag("rolls"));
        if (period.Length < 1)
        {
            throw item.Fault("length", "应为正整数");
        }

        if (direction == CountDirection.Backward && period.Unit is not (TimeUnit.WorkingDay or TimeUnit.NaturalDay))
        {
            throw item.Fault("unit", "倒算的期限只能以日计算");
        }

        var basis = item.AllCited("cite");
        if (basis.Count == 0)
        {
            throw item.Fault("cite", "期限没有依据");
        }

        return new TimeLimit(
            item.Text("id"), item.Text("zh"), item.Text("en"),
            new LimitTerms(groups.Chinese, item.Text("zhTrigger"), item.Text("zhExtension"), item.Text("zhSuspendedBy"), item.Text("zhConsequence"), item.Text("zhBinds")),
            new LimitTerms(groups.English, item.Text("trigger"), item.Text("extension"), item.Text("suspendedBy"), item.Text("consequence"), item.Text("binds")),
            period, item.OptionalFlag("perDay", otherwise: false), item.Flag("warnUnrolled"), item.Flag("foreseesExclusions"),
            [.. item.Items("extensions").Select(e => Slot(e, roleNames))], basis, item.OptionalDay("from"), item.OptionalDay("until"),
            item.OptionalText("note"), item.Confidence("confidence"), item.Day("checkedOn"));
    }

    private static ExtensionSlot Slot(LawElement item, Dictionary<string, string> roleNames)
    {
        var approver = item.Text("approver");
        return new ExtensionSlot(
            approver, item.OptionalText("zhApprover") ?? roleNames.GetValueOrDefault(approver, approver), item.OptionalWhole("length"),
            item.Find("unit") is null ? null : Unit(item, "unit"), item.OptionalWhole("times"));
    }

    private static TimeUnit Unit(LawElement item, string name)
        => TimeUnits.TryParse(item.Text(name), out var unit) ? unit : throw item.Fault(name, "不是期限单位（WD、ND、H、M、Y）");
}
