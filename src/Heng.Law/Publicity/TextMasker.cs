using System.Text.RegularExpressions;
using Heng.Law.Codes;

namespace Heng.Law.Publicity;

/// <summary>Masker (脱敏): hides personal information in the text of a decision and leaves everything else as it was served.</summary>
/// <remarks>
/// Pure. It finds numbers by their form, however they are spaced, broken over lines, bracketed or written full-width, and names and
/// addresses by what the dossier knows. Unified credit codes, numbers of decisions and licences, sums and days are no personal information.
/// </remarks>
public static partial class TextMasker
{
    private const string SomeoneSomeone = "某某";
    private const int MostRounds = 8;
    private const int ShortestDetail = 4;
    private static readonly HashSet<string> doubleSurnames = [.. "欧阳 司马 上官 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 端木 轩辕 南宫 百里 呼延 闻人 澹台 万俟 申屠 公羊 赫连 淳于 单于 太史 濮阳 钟离".Split(' ')];

    /// <summary>Masks a text.</summary>
    /// <param name="text">The text as served.</param>
    /// <param name="request">What is known, and what stays.</param>
    public static MaskedText Mask(string text, MaskingRequest request)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        var masks = Find(text, request, (_, _) => true).ToList();
        masks.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new MaskedText(PublicText.Applied(text, masks), masks);
    }

    /// <summary>What is left in a text that is to be published.</summary>
    /// <param name="text">The text to be published.</param>
    /// <param name="request">What is known, and what stays; a valid identity number, a mobile number or an e-mail address may not stay whatever is said.</param>
    public static IReadOnlyList<Residue> Left(string text, MaskingRequest request)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(request);
        return [.. Find(text, request, (_, critical) => !critical).Select(m => new Residue(m.Start, m.Length, m.Reason))];
    }

    /// <summary>The name of a person as it is shown: family name and 某某.</summary>
    /// <param name="name">The name.</param>
    public static string Shown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = string.Concat(name.Where(c => !FoldedText.IsBlank(c)));
        return bare.Length == 0 ? SomeoneSomeone
            : bare[0] is < '㐀' ? "***"
            : bare.Length > 2 && doubleSurnames.Contains(bare[..2]) ? bare[..2] + SomeoneSomeone
            : bare[..1] + SomeoneSomeone;
    }

    private static List<Mask> Find(string text, MaskingRequest request, Func<MaskReason, bool, bool> mayStay)
    {
        var folded = new FoldedText(text);
        var search = new Search(folded);
        var kept = KeptPlaces(folded, request);
        foreach (var known in request.Known.OrderByDescending(k => k.Text.Length))
        {
            if (known.Kind == KnownKind.NaturalParty && request.ShowsNaturalParty || known.Kind == KnownKind.Representative && request.ShowsRepresentative)
            {
                continue;
            }

            var (value, shown, reason) = known.Kind switch
            {
                KnownKind.Address => (DetailOf(known.Text), "***", MaskReason.Address),
                KnownKind.Other => (known.Text, "***", MaskReason.Other),
                KnownKind.ProtectedPerson => (known.Text, SomeoneSomeone, MaskReason.Name),
                _ => (known.Text, Shown(known.Text), MaskReason.Name),
            };
            if (value.Length < 2)
            {
                continue;
            }

            foreach (var (start, length) in new FoldedText(text).PlacesOf(value))
            {
                if (known.Kind == KnownKind.Other || !kept.Any(k => k.Start <= start && start + length <= k.Start + k.Length))
                {
                    search.Take(start, length, shown, reason);
                }
            }
        }

        // What was hidden parts what stood beside it, so the rest is looked at again until nothing is found.
        for (var round = 0; round < MostRounds; round++)
        {
            var found = Patterns(folded)
                .Where(f => !kept.Any(k => k.Start <= f.Start && f.Start + f.Length <= k.Start + k.Length && (k.IsCode || mayStay(f.Reason, f.Critical))))
                .OrderByDescending(f => f.Length).ToList();
            if (!found.Where(f => search.IsFree(f.Start, f.Length)).Select(f => search.Take(f.Start, f.Length, null, f.Reason)).ToList().Contains(true))
            {
                break;
            }
        }

        return search.Masks;
    }

    /// <summary>What stays: credit codes, and what the request names.</summary>
    private static List<(int Start, int Length, bool IsCode)> KeptPlaces(FoldedText folded, MaskingRequest request)
    {
        var places = CreditCode().Matches(folded.Text)
            .Where(m => UnifiedSocialCreditCode.TryParse(m.Value, out _, out _) && (!PersonNumber.TryParse(m.Value, out _, out _) || folded.Text[Math.Max(0, m.Index - 12)..m.Index].Contains("信用代码", StringComparison.Ordinal)))
            .Select(m => (m.Index, m.Length, true)).ToList();
        places.AddRange(request.Kept.Where(k => k.Length > 1).SelectMany(folded.PlacesOf).Select(p => (p.Start, p.Length, false)));
        return places;
    }

    private static IEnumerable<(int Start, int Length, MaskReason Reason, bool Critical)> Patterns(FoldedText folded)
        =>
        [
            .. NumberRuns.Find(folded),
            .. Email().Matches(folded.Text).Select(m => (m.Index, m.Length, MaskReason.Email, true)),
            .. Messenger().Matches(folded.Text).Select(m => (m.Groups[1].Index, m.Groups[1].Length, MaskReason.Messenger, false)),
            .. MessengerId().Matches(folded.Text).Select(m => (m.Index, m.Length, MaskReason.Messenger, false)),
            .. Plate().Matches(folded.Text).Where(m => m.Value.Count(char.IsAsciiDigit) >= 3).Select(m => (m.Index, m.Length, MaskReason.Plate, false)),
            .. HomeAddress().Matches(folded.Text).Select(m => m.Groups[1]).Where(g => !IsHidden(g.Value)).Select(g => (Group: g, Detail: DetailOf(g.Value)))
                .Select(a => (a.Group.Index + a.Group.Value.TrimEnd().Length - a.Detail.Length, a.Detail.Length, MaskReason.Address, false)),
        ];

    /// <summary>The part of an address below the county: what leads to a door; the whole of it when that part is too short to be looked for.</summary>
    private static string DetailOf(string address)
    {
        var whole = address.TrimEnd();
        var detail = BelowCounty(whole);
        return detail.Count(c => !FoldedText.IsBlank(c)) >= ShortestDetail ? detail : whole;
    }

    private static bool IsHidden(string address) => BelowCounty(address.TrimEnd()).All(c => FoldedText.IsBlank(c) || PublicText.IsMaskCharacter(c) || c == '\uFFFC');

    private static string BelowCounty(string address)
    {
        var county = County().Match(address);
        return county.Success ? address[(county.Index + county.Length)..] : address;
    }

    private sealed class Search(FoldedText folded)
    {
        private readonly bool[] taken = new bool[folded.Length];

        public List<Mask> Masks { get; } = [];

        /// <summary>Whether nothing of a stretch is taken; what lies half under a mask is looked at anew in the next round.</summary>
        public bool IsFree(int start, int length) => Array.IndexOf(taken, true, start, length) < 0;

        /// <summary>Takes a stretch as far as it is still free; the parts that were free become masks.</summary>
        public bool Take(int start, int length, string? shown, MaskReason reason)
        {
            var any = false;
            for (var i = start; i < start + length; i++)
            {
                if (taken[i])
                {
                    continue;
                }

                var end = i;
                while (end < start + length && !taken[end])
                {
                    taken[end++] = true;
                }

                var visible = Math.Max(1, folded.Original.AsSpan(i, end - i).ToString().Count(c => !FoldedText.IsBlank(c)));
                var whole = i == start && end == start + length;
                Masks.Add(new Mask(i, end - i, whole && shown is not null ? shown : new string('*', visible), reason));
                folded.Cover(i, end - i);
                any = true;
                i = end - 1;
            }

            return any;
        }
    }

    [GeneratedRegex("(?<![A-Za-z0-9])[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{18}(?![A-Za-z0-9])")]
    private static partial Regex CreditCode();

    [GeneratedRegex(@"[A-Za-z0-9](?:[\r\n\u200B-\u200F\u2060\uFEFF]*[A-Za-z0-9._%+\-])*\s*@\s*[A-Za-z0-9](?:[\r\n\u200B-\u200F\u2060\uFEFF]*[A-Za-z0-9\-]|\s*\.\s*[A-Za-z0-9])*\s*\.\s*[A-Za-z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:微信|[Ww]e[Cc]hat|\b[Vv][Xx])(?:号码?|账号|帐号|[Ii][Dd]|昵称)?[\s:：|为是“""「（(]*([A-Za-z](?:[\r\n\u200B-\u200F\u2060\uFEFF]*[-_A-Za-z0-9]){4,24})")]
    private static partial Regex Messenger();

    [GeneratedRegex("wxid_[A-Za-z0-9]{6,}")]
    private static partial Regex MessengerId();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s\u200B]{0,2}[A-HJ-NP-Za-hj-np-z][\s\u200B·・•.\-]{0,2}(?:[A-HJ-NP-Za-hj-np-z0-9][\s\u200B]?){4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])")]
    private static partial Regex Plate();

    [GeneratedRegex(@"(?:家庭住址|现住址|住址|户籍所在地|户籍地址?|家住|居住地址?|居住于|居住在|通讯地址|通信地址|联系地址)[\s:：|为是]*((?:(?!\s+(?:联系)?(?:电话|人|邮编|邮政编码))[^，。；;,|（）()\r\n]){4,60})")]
    private static partial Regex HomeAddress();

    [GeneratedRegex(@"^.*?(?:自治县|自治旗|[^\s市省]{1,8}?[县旗区](?![路街巷道村])|[^\s省]{1,8}?市(?!.{0,8}[县区市](?![路街巷道村])))")]
    private static partial Regex County();
}
