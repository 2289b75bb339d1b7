namespace Heng.Demonstration;

/// <summary>Addresses of the pages of the demonstration.</summary>
public static class DemonstrationLinks
{
    /// <summary>Choice of a post, and the practice clock.</summary>
    public const string Practice = "/practice";

    /// <summary>The guided tour.</summary>
    public const string Tour = "/tour";

    /// <summary>A guided tour by its name.</summary>
    /// <param name="tour">The name.</param>
    public static string TourOf(string tour) => $"{Tour}?case={tour}";
}
