using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Heng.Dossiers;

/// <summary>Order of the dossier list (排序); each has its index.</summary>
public enum DossierOrder
{
    /// <summary>The last opened first (登记时间).</summary>
    [Label("最近登记")]
    Opened,

    /// <summary>The last act first (办理时间).</summary>
    [Label("最近办理")]
    Changed,

    /// <summary>The nearest last day first (期限).</summary>
    [Label("期限最近")]
    Due,
}

/// <summary>Filter of the dossier list (筛选条件): everything that the address of the list says. What an address says wrongly is left out.</summary>
public sealed record DossierFilter
{
    private static readonly string[] orderCodes = ["opened", "changed", "due"];
    private static readonly string[] stateCodes = ["open", "due", "applied", "skipped"];

    /// <summary>Number, party, credit code or words.</summary>
    public string? Words { get; init; }

    /// <summary>A group of stages.</summary>
    public StageGroup? Stage { get; init; }

    /// <summary>Id of a field of matters.</summary>
    public string? Field { get; init; }

    /// <summary>Id of a matter.</summary>
    public string? Matter { get; init; }

    /// <summary>Id of a unit.</summary>
    public Guid? Unit { get; init; }

    /// <summary>Id of an officer.</summary>
    public Guid? Handler { get; init; }

    /// <summary>Whether only the person's own dossiers are looked for.</summary>
    public bool Mine { get; init; }

    /// <summary>Code of an outcome; <c>none</c> for those without one.</summary>
    public string? Outcome { get; init; }

    /// <summary>A part of the five-part mode that stands as <see cref="State"/> says.</summary>
    public FivePart? Part { get; init; }

    /// <summary>How that part stands.</summary>
    public FiveState? State { get; init; }

    /// <summary>Level of the nearest time limit.</summary>
    public ClockLevel? Level { get; init; }

    /// <summary>Opened on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Opened on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether closed ones are looked for, open ones, or both.</summary>
    public bool? Closed { get; init; }

    /// <summary>The order.</summary>
    public DossierOrder Order { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrow => this with { Order = DossierOrder.Opened } != new DossierFilter();

    /// <summary>The order that holds: words are found newest first.</summary>
    public DossierOrder EffectiveOrder => Words is null ? Order : DossierOrder.Opened;

    /// <summary>Reads the query of an address.</summary>
    /// <param name="query">The query.</param>
    public static DossierFilter Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new DossierFilter
        {
            Words = Text(query, "q"),
            Stage = StageGroup.Find(Text(query, "stage")),
            Field = Text(query, "field"),
            Matter = Text(query, "matter"),
            Unit = Id(query, "unit"),
            Handler = Id(query, "handler"),
            Mine = Text(query, "mine") == "1",
            Outcome = Text(query, "outcome"),
            Part = Text(query, "part") is { } part && Enum.TryParse<FivePart>(part, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            State = Array.IndexOf(stateCodes, Text(query, "state")) is var state and >= 0 ? (FiveState)state : null,
            Level = ClockLevels.Parse(Text(query, "clock")),
            From = Day(query, "from"),
            To = Day(query, "to"),
            Closed = Text(query, "closed") switch { "1" => true, "0" => false, _ => null },
            Order = Array.IndexOf(orderCodes, Text(query, "sort")) is var order and > 0 ? (DossierOrder)order : DossierOrder.Opened,
        };
    }

    /// <summary>Reads a query as text, for example one that was saved.</summary>
    /// <param name="query">The query, with or without a question mark.</param>
    public static DossierFilter Parse(string? query) => Of(new QueryCollection(QueryHelpers.ParseQuery(query)));

    /// <summary>The code of an order in addresses.</summary>
    /// <param name="order">The order.</param>
    public static string CodeOf(DossierOrder order) => orderCodes[(int)order];

    /// <summary>The code of a state in addresses.</summary>
    /// <param name="state">The state.</param>
    public static string CodeOf(FiveState state) => stateCodes[(int)state];

    /// <summary>The filter as the query of an address, in a fixed order; empty for none.</summary>
    public string ToQuery()
    {
        (string Name, string? Value)[] all =
        [
            ("q", Words), ("stage", Stage?.Code), ("field", Field), ("matter", Matter), ("unit", Unit?.ToString()), ("handler", Handler?.ToString()), ("mine", Mine ? "1" : null),
            ("outcome", Outcome), ("part", Part?.ToString().ToLowerInvariant()), ("state", State is { } s ? CodeOf(s) : null), ("clock", Level is { } l ? ClockLevels.CodeOf(l) : null),
            ("from", Day(From)), ("to", Day(To)), ("closed", Closed switch { true => "1", false => "0", _ => null }), ("sort", Order == DossierOrder.Opened ? null : CodeOf(Order)),
        ];
        return QueryString.Create(all.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).Value ?? "";
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 and <= 200 } text ? text : null;

    private static Guid? Id(IQueryCollection query, string name) => Guid.TryParse(Text(query, name), out var id) ? id : null;

    private static DateOnly? Day(IQueryCollection query, string name) => DateOnly.TryParseExact(Text(query, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
