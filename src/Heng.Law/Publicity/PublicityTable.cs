using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Reasoning;
using Heng.Law.Rulings;

namespace Heng.Law.Publicity;

/// <summary>Penalty to be published (拟公示的处罚): what decides on its publication and its class.</summary>
/// <param name="Sanction">What was imposed.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="Party">What kind the party is.</param>
public sealed record PenaltyToPublish(Sanction Sanction, DateOnly DecidedOn, PartyKind Party)
{
    /// <summary>Whether the ordinary procedure was followed (普通程序).</summary>
    public bool IsOrdinary { get; init; } = true;

    /// <summary>Level of the fine; null where the sum is exact or none is imposed.</summary>
    public Level? Level { get; init; }

    /// <summary>Id of the matter.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Field of the matter, for example <c>food</c>.</summary>
    public string Field { get; init; } = "";

    /// <summary>Whether it concerns a key industrial product (重要工业产品), as answered; null where the matter decides.</summary>
    public bool? IsKeyIndustrialProduct { get; init; }

    /// <summary>Whether the decision enters the party on the serious list (列入严重违法失信名单).</summary>
    public bool IsOnSeriousList { get; init; }

    /// <summary>Whether a law or administrative regulation wants even a bare warning published (法律、行政法规另有规定).</summary>
    public bool LawWantsWarning { get; init; }
}

/// <summary>Reason for a class (类别理由) with where the law says it.</summary>
/// <param name="Says">In Chinese.</param>
/// <param name="Basis">The articles.</param>
public sealed record ClassReason(string Says, IReadOnlyList<Citation> Basis);

/// <summary>Publicity of a decision (公示安排): its class, the other classes it also falls into, and why.</summary>
/// <param name="Class">The class whose display is longest; with equal displays the one that allows repair latest or not at all.</param>
/// <param name="All">Every class the decision falls into, that one first.</param>
/// <param name="Reasons">Why, class by class.</param>
/// <param name="Under">The day whose rules were asked.</param>
public sealed record PublicityTerms(PublicityClass Class, IReadOnlyList<PublicityClass> All, IReadOnlyList<ClassReason> Reasons, DateOnly Under)
{
    /// <summary>The last day of the display, itself included: the longest of all classes; null while the end of a restriction is not known.</summary>
    /// <param name="publishedOn">The day of publication.</param>
    /// <param name="restriction">Last day of the restriction imposed.</param>
    public DateOnly? ShownUntil(DateOnly publishedOn, Restriction restriction)
    {
        var ends = All.Select(c => c.ShownUntil(publishedOn, restriction)).ToArray();
        return ends.Any(e => e is null) ? null : ends.Max();
    }

    /// <summary>The first day on which repair may be asked for: the latest of all classes; null where one of them allows none.</summary>
    /// <param name="publishedOn">The day of publication.</param>
    /// <param name="restriction">Last day of the restriction imposed.</param>
    public DateOnly? EarliestRepair(DateOnly publishedOn, Restriction restriction)
    {
        var days = All.Select(c => c.EarliestRepair(publishedOn, restriction)).ToArray();
        return days.Any(d => d is null) ? null : days.Max();
    }

    /// <summary>Whether repair is possible at all, sooner or later.</summary>
    public bool MayBeRepaired => All.All(c => c.EarliestRepairMonths is not null);
}

/// <summary>Table of publicity (公示规则表): which decisions are published, in which class, for how long.</summary>
public sealed class PublicityTable
{
    private const string Criticism = "publicCriticism";
    private readonly IReadOnlyList<(DateOnly From, DateOnly? Until, IReadOnlyList<PublicityClass> Classes)> periods;
    private readonly Money businessLine;
    private readonly Money personLine;
    private readonly DateOnly linesFrom;

    private PublicityTable(LawElement publicity, LawElement thresholds, PublicitySettings settings)
    {
        Settings = settings;
        periods = [.. publicity.Items("periods").Select(p => (p.Day("from"), p.OptionalDay("until"), (IReadOnlyList<PublicityClass>)[.. p.Items("classes").Select(ReadClass)]))];
        RepairConditions = publicity["repair"]["conditions"].Texts("items");
        var lines = thresholds.Items("thresholds").Where(t => t.Text("id") is "D01" or "D02").ToDictionary(t => t.Text("id"), StringComparer.Ordinal);
        businessLine = Money.FromYuan(lines["D01"].Number("value"), FenRounding.Exact);
        personLine = Money.FromYuan(lines["D02"].Number("value"), FenRounding.Exact);
        linesFrom = lines["D01"].Day("from");
    }

    /// <summary>The choices that the rules leave.</summary>
    public PublicitySettings Settings { get; }

    /// <summary>Conditions of repair, in Chinese.</summary>
    public IReadOnlyList<string> RepairConditions { get; }

    /// <summary>Reads <c>procedure/publicity.json</c>, <c>parameters/thresholds.json</c> and <c>parameters/settings.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is missing or malformed.</exception>
    public static PublicityTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var publicity = files.One("procedure/publicity.json").Open();
        using var thresholds = files.One("parameters/thresholds.json").Open();
        return new PublicityTable(publicity.Root, thresholds.Root, PublicitySettings.From(files));
    }

    /// <summary>The class with an id in the rules of a day; null when the rules of that day have none.</summary>
    /// <param name="id">For example <c>minor</c>.</param>
    /// <param name="day">The day.</param>
    public PublicityClass? Find(string id, DateOnly day) => ClassesOn(day).FirstOrDefault(c => c.Id == id);

    /// <summary>The classes of a day; empty before the first rules.</summary>
    /// <param name="day">The day.</param>
    public IReadOnlyList<PublicityClass> ClassesOn(DateOnly day) => periods.FirstOrDefault(p => p.From <= day && (p.Until is not { } until || day <= until)).Classes ?? [];

    /// <summary>Whether a decision is published and in which class.</summary>
    /// <param name="penalty">The penalty.</param>
    /// <param name="publishedOn">The day of publication, or the day on which it is asked.</param>
    public Outcome<PublicityTerms> Of(PenaltyToPublish penalty, DateOnly publishedOn)
    {
        ArgumentNullException.ThrowIfNull(penalty);
        var under = Settings.ClassByDecision ? penalty.DecidedOn : publishedOn;
        var classes = ClassesOn(under);
        Refusal[] refusals = [.. new[]
        {
            PublicityRules.OrdinaryPenaltiesArePublished.Check(penalty),
            PublicityRules.BareWarningsAreNot.Check(penalty),
            PublicityRules.ARuleForTheDayIsLoaded.Check(classes.Count > 0),
        }.OfType<Refusal>()];
        return refusals.Length > 0
            ? new Outcome<PublicityTerms>.Refused(refusals)
            : new Outcome<PublicityTerms>.Allowed(TermsOf(penalty, classes, under), [PublicityRules.OrdinaryPenaltiesArePublished.AsGround(), PublicityRules.BareWarningsAreNot.AsGround()]);
    }

    /// <summary>The limit for publishing: L60, or L61 when the party is registered in another province and the information is pushed there.</summary>
    /// <param name="bureau">The province of the bureau.</param>
    /// <param name="party">The province in which the party is registered; null where it is not known or the party is not registered.</param>
    public static string LimitOf(Province? bureau, Province? party) => bureau is not null && party is not null && bureau.Prefix != party.Prefix ? "L61" : "L60";

    /// <summary>The last day of display of what was published under older rules, when newer ones are in force.</summary>
    /// <param name="old">The day by the rules of its publication; null when open.</param>
    /// <param name="publishedOn">The day of publication.</param>
    /// <param name="penalty">The penalty.</param>
    /// <param name="restriction">Last day of the restriction imposed.</param>
    /// <param name="today">The day asked about.</param>
    public DateOnly? ShownUntilNow(DateOnly? old, DateOnly publishedOn, PenaltyToPublish penalty, Restriction restriction, DateOnly today)
        => Settings.KeepsOlderDisplay || today < linesFrom || publishedOn >= linesFrom || ClassesOn(linesFrom) is not { Count: > 0 } newer ? old
            : TermsOf(penalty, newer, linesFrom).ShownUntil(publishedOn, restriction) is { } now && (old is not { } end || now < end) ? now : old;

    private static PublicityClass ReadClass(LawElement c) => new(
        c.Text("id"), c.OptionalText("zh") ?? "", c.Text("what"), c.Whole("months"), c.OptionalWhole("earliestRepairMonths"), c.Find("autoStop") is { } stops ? stops.Flag() : c.Json.TryGetProperty("autoStop", out _) ? null : true,
        c.OptionalTexts("kinds"), c.OptionalTexts("fields"), c.OptionalTexts("matters"), c.AllCited("cite"), c.OptionalText("note"));

    private PublicityTerms TermsOf(PenaltyToPublish penalty, IReadOnlyList<PublicityClass> classes, DateOnly under)
    {
        var found = new List<(PublicityClass Class, string Says)>();
        var (isMinor, minorSays) = MinorOf(penalty, under);
        foreach (var c in classes)
        {
            var says = c.Id switch
            {
                "serious-list" => penalty.IsOnSeriousList ? "同时列入严重违法失信名单" : null,
                "serious-product" => isMinor ? null : ProductSays(c, penalty),
                _ => KindsSay(c, penalty),
            };
            if (says is not null)
            {
                found.Add((c, says));
            }
        }

        // CR 6(2): several penalties in one decision are shown for the longest of their periods.
        var ordered = found.OrderByDescending(f => f.Class.Months).ThenByDescending(f => f.Class.EarliestRepairMonths ?? int.MaxValue).ToList();
        if (ordered.Count == 0)
        {
            var rest = classes.First(c => c.Id == (isMinor ? classes.Any(x => x.Id == "minor") ? "minor" : "light" : classes.Any(x => x.Id == "general") ? "general" : "other"));
            ordered.Add((rest, isMinor ? minorSays : $"既不属于{(rest.Id == "general" ? "轻微" : "较轻")}（{minorSays}），也不属于{(rest.Id == "general" ? "严重" : "不得提前停止的")}情形"));
        }

        return new PublicityTerms(ordered[0].Class, [.. ordered.Select(o => o.Class)], [.. ordered.Select(o => new ClassReason(o.Says, o.Class.Basis))], under);
    }

    private static string? KindsSay(PublicityClass c, PenaltyToPublish penalty)
        => c.Kinds.Intersect(penalty.Sanction.OtherKinds, StringComparer.Ordinal).Any() ? $"处罚种类属于：{c.What}" : null;

    private static string? ProductSays(PublicityClass c, PenaltyToPublish penalty)
        => c.Fields.Contains(penalty.Field, StringComparer.Ordinal) ? "属于食品、药品、医疗器械、化妆品、特种设备领域，且不属于轻微"
            : penalty.IsKeyIndustrialProduct ?? c.Matters.Contains(penalty.Matter, StringComparer.Ordinal) ? "属于重要工业产品领域，且不属于轻微"
            : null;

    private (bool IsMinor, string Says) MinorOf(PenaltyToPublish penalty, DateOnly under)
    {
        var s = penalty.Sanction;
        string[] beside = [Criticism, .. Settings.MinorBeside];
        if (s.OtherKinds.Except(beside, StringComparer.Ordinal).Any() || s.ConfiscatedGain > Money.Zero || s.ConfiscatedGoods > Money.Zero)
        {
            return (false, "除通报批评、罚款以外还有其他处罚");
        }

        if (s.Fine == Money.Zero && s.Personal.Count == 0)
        {
            return (s.OtherKinds.Contains(Criticism, StringComparer.Ordinal), "仅处通报批评");
        }

        if (under < linesFrom)
        {
            return (false, "较低数额罚款的标准由省级以上部门规定，没有载入");
        }

        var line = penalty.Party == PartyKind.Individual && !Settings.IndividualByBusinessLine ? personLine : businessLine;
        return s.Fine > Money.Zero && penalty.Level is not (Level.Mitigated or Level.Lighter) ? (false, "罚款不在从轻、减轻阶次")
            : s.Fine > line ? (false, $"罚款超过 {line} 元")
            : s.Personal.Any(p => p.Fine > personLine) ? (false, $"对责任人员的罚款超过 {personLine} 元")
            : (true, $"仅处从轻或者减轻阶次的罚款，不超过 {line} 元");
    }
}
