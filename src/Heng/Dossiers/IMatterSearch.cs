using Heng.Law.Matters;

namespace Heng.Dossiers;

/// <summary>Finds matters by words; given by the capability that shows the law.</summary>
public interface IMatterSearch
{
    /// <summary>The matters in force on a day that fit the words, best first.</summary>
    /// <param name="words">The words.</param>
    /// <param name="day">The day.</param>
    IReadOnlyList<Matter> Find(string words, DateOnly day);
}
