using System.Text;

namespace Heng.Law.Publicity;

/// <summary>Public text (公示文本): the served text with masks, and the check that nothing else differs.</summary>
public static class PublicText
{
    private const int LongestPrefix = 2;

    /// <summary>The served text with its masks.</summary>
    /// <param name="served">The text as served.</param>
    /// <param name="masks">The masks, in order, none over another.</param>
    /// <exception cref="ArgumentException">A mask lies over another or outside the text.</exception>
    public static string Applied(string served, IReadOnlyList<Mask> masks)
    {
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(masks);
        if (!AreInOrder(served, masks))
        {
            throw new ArgumentException("Masks are in order, inside the text, none over another.", nameof(masks));
        }

        var text = new StringBuilder(served.Length);
        var at = 0;
        foreach (var mask in masks)
        {
            text.Append(served, at, mask.Start - at).Append(mask.Shown);
            at = mask.Start + mask.Length;
        }

        return text.Append(served, at, served.Length - at).ToString();
    }

    /// <summary>Whether a published text equals the served one everywhere outside the masks, and each mask shows nothing but a mask.</summary>
    /// <param name="served">The text as served.</param>
    /// <param name="published">The text as published.</param>
    /// <param name="masks">The masks.</param>
    /// <remarks>A mask shows asterisks or 某, after at most the first two characters of what it covers (a family name); so no word can be put in the place of another.</remarks>
    public static bool EqualsOutside(string served, string published, IReadOnlyList<Mask> masks)
    {
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(masks);
        return AreInOrder(served, masks) && masks.All(m => IsMask(m.Shown, string.Concat(served.Substring(m.Start, m.Length).Where(c => !FoldedText.IsBlank(c))))) && string.Equals(Applied(served, masks), published, StringComparison.Ordinal);
    }

    /// <summary>Where the masks stand in the published text: start and length of what is shown.</summary>
    /// <param name="masks">The masks, in order.</param>
    public static IEnumerable<(int Start, int Length, MaskReason Reason)> Shown(IReadOnlyList<Mask> masks)
    {
        ArgumentNullException.ThrowIfNull(masks);
        var shift = 0;
        foreach (var mask in masks)
        {
            yield return (mask.Start + shift, mask.Shown.Length, mask.Reason);
            shift += mask.Shown.Length - mask.Length;
        }
    }

    internal static bool IsMaskCharacter(char c) => c is '*' or '某';

    private static bool IsMask(string shown, string covered)
    {
        var prefix = 0;
        while (prefix < LongestPrefix && prefix < shown.Length && prefix < covered.Length && shown[prefix] == covered[prefix] && !IsMaskCharacter(shown[prefix]) && !char.IsAsciiDigit(shown[prefix]))
        {
            prefix++;
        }

        return shown.Length > prefix && shown.AsSpan(prefix).IndexOfAnyExcept('*', '某') < 0;
    }

    private static bool AreInOrder(string served, IReadOnlyList<Mask> masks)
    {
        var at = 0;
        foreach (var mask in masks)
        {
            if (mask.Start < at || mask.Length <= 0 || mask.Length > served.Length - mask.Start)
            {
                return false;
            }

            at = mask.Start + mask.Length;
        }

        return true;
    }
}
