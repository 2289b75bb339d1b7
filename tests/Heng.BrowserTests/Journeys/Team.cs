namespace Heng.BrowserTests.Journeys;

/// <summary>A team of practice people; journeys that run side by side have teams of their own, since nobody is in two places at once.</summary>
/// <param name="Unit">Prefix of the accounts of the unit.</param>
/// <param name="House">Prefix of the accounts of the bureau.</param>
/// <param name="Words">How the names of its officers begin.</param>
internal sealed record Team(string Unit, string House, string Words)
{
    public static Team County { get; } = new("jia-suo", "jia-ju", "城关所办案员");

    public static Team CountyBrigade { get; } = new("jia-dadui", "jia-ju", "甲县大队办案员");

    public static Team OtherCounty { get; } = new("yi-suo", "yi-ju", "东关所办案员");

    public static Team OtherBrigade { get; } = new("yi-dadui", "yi-ju", "乙县大队办案员");

    public static Team City { get; } = new("shi-zhidui", "shi-ju", "支队办案员");

    /// <summary>An officer whose certificate has run out.</summary>
    public const string Expired = "jia-suo-expired";

    /// <summary>A team by its name here.</summary>
    public static Team Named(string name) => (Team)typeof(Team).GetProperty(name)!.GetValue(null)!;

    public string Officer => Unit + "-officer1";

    /// <summary>Whether the second officer is one who also reviews.</summary>
    public bool SecondReviews { get; init; }

    public string Second => Unit + (SecondReviews ? "-both" : "-officer2");

    public string Visitor => Unit + "-officer3";

    public string UnitHead => Unit + "-unithead";

    /// <summary>How forms name the reviewer.</summary>
    public string Reviewing => House switch { "jia-ju" => "甲县审核员", "yi-ju" => "乙县审核员", _ => "市局审核员" };

    public string Reviewer => House + "-reviewer";

    public string LegalReviewer => House + "-legalreviewer";

    public string Head => House + "-head";

    public string Principal => House + "-principal";

    public string Publicity => House + "-publicity";

    public string Finance => House + "-finance";

    /// <summary>The two officers of a case, as forms offer them.</summary>
    public People Pair => new(Words + "甲", Words + (SecondReviews ? "戊" : "乙"));
}
