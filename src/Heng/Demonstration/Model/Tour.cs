namespace Heng.Demonstration.Model;

/// <summary>A guided tour (导览): the path that a newcomer goes, from the first to the last step.</summary>
/// <param name="Key">Its name in addresses and scenarios.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Lead">What one learns.</param>
/// <param name="Path">The path.</param>
/// <param name="End">The mark of its last step.</param>
/// <param name="FirstSerial">First serial of its parties; the leading digit tells the tours apart.</param>
internal sealed record Tour(string Key, string Title, string Lead, string Path, string End, int FirstSerial)
{
    /// <summary>An exemption.</summary>
    public static Tour Exemption { get; } = new("exemption", "免罚案件", "从案源到归档、回访，按真实的分工换着岗位办完一件轻微违法案件。", "exemption", "relooked", 90_001);

    /// <summary>A penalty.</summary>
    public static Tour Penalty { get; } = new("penalty", "处罚案件", "从案源、告知、陈述申辩到决定、公示、缴款和回访，按真实的分工换着岗位办完一件处罚案件。", "punished", "relooked", 80_001);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tour> All { get; } = [Exemption, Penalty];

    /// <summary>A tour by its name; the first one when there is no such tour.</summary>
    /// <param name="key">The name.</param>
    public static Tour Find(string? key) => All.FirstOrDefault(t => t.Key == key) ?? Exemption;
}
