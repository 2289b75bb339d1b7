using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heng.Documents.Engine;

/// <summary>Counts the pages of a PDF (PDF 页数) whose page tree stands in plain text, as our converter writes it.</summary>
internal static partial class PdfPages
{
    /// <summary>The number of pages; null when the page tree cannot be read.</summary>
    /// <param name="pdf">The PDF.</param>
    public static int? Count(byte[] pdf)
    {
        int? most = null;
        foreach (Match tree in Tree().Matches(Encoding.Latin1.GetString(pdf)))
        {
            // The root of the tree counts the pages of all its branches.
            if (int.TryParse(tree.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count >= (most ?? 0))
            {
                most = count;
            }
        }

        return most;
    }

    [GeneratedRegex(@"<<(?:(?!endobj|stream).){0,4000}?/Type\s*/Pages(?:(?!endobj|stream).){0,100000}?/Count\s+(?<count>\d{1,6})", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Tree();
}
