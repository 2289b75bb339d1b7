using Heng.Dossiers;

namespace Heng.Cases;

/// <summary>Document numbers (文书文号): short name of the bureau, kind, year and number.</summary>
public static class DocumentNumbers
{
    /// <summary>A number as documents print it, for example <c>示市监责改〔2026〕1号</c>.</summary>
    /// <param name="context">Bureau and year.</param>
    /// <param name="kind">The middle part of the number.</param>
    /// <param name="number">The number in the series.</param>
    public static string Of(ActContext context, string kind, int number)
    {
        ArgumentNullException.ThrowIfNull(context);
        return $"{context.Bureau?.ShortName}市监{kind}〔{context.Today.Year}〕{number}号";
    }
}
