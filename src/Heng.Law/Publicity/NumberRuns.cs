using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Law.Codes;

namespace Heng.Law.Publicity;

/// <summary>Finds identity numbers, telephones and accounts among the digits of a text, however they are broken, spaced or bracketed.</summary>
internal static partial class NumberRuns
{
    private const int LongestGlue = 12;
    private const int MostGroups = 12;
    private const int LongestNumber = 30;
    private const int LabelReach = 24;

    /// <summary>A group of digits that stand together.</summary>
    private readonly record struct Group(int Start, int End, string Digits, bool Chinese);

    public static IEnumerable<(int Start, int Length, MaskReason Reason, bool Critical)> Find(FoldedText text)
    {
        var groups = GroupsOf(text);
        for (var first = 0; first < groups.Count; first++)
        {
            (int Start, int Length, MaskReason Reason, bool Critical)? best = null;
            var digits = "";
            for (var last = first; last < groups.Count && last - first < MostGroups; last++)
            {
                if (last > first && !IsGlued(text, groups[last - 1].End, groups[last].Start))
                {
                    break;
                }

                digits += groups[last].Digits;
                if (digits.Length > LongestNumber)
                {
                    break;
                }

                if (Classify(text, groups, first, last, digits) is { } found)
                {
                    // The longest reading that fits is the number; a shorter one would leave its tail.
                    best = found;
                }
            }

            if (best is { } number)
            {
                yield return number;
            }
        }

        foreach (var group in groups.Where(g => !g.Chinese && g.Digits.Length > 18))
        {
            // Numbers written together without anything between them.
            for (var i = 0; i + 18 <= group.Digits.Length; i++)
            {
                if (IsPersonNumber(group.Digits.Substring(i, 18), checkedToo: true))
                {
                    yield return (group.Start + i, 18, MaskReason.PersonNumber, true);
                }
            }
        }
    }

    private static (int Start, int Length, MaskReason Reason, bool Critical)? Classify(FoldedText text, List<Group> groups, int first, int last, string digits)
    {
        var (start, end) = (groups[first].Start, groups[last].End);
        var label = LabelBefore(text, start);
        var glue = Glue(text, groups, first, last);
        var whole = first == last;
        var afterLetter = start > 0 && char.IsAsciiLetter(text[start - 1]);
        if (digits.Length == 17 && EndOfX(text, end) is { } x && IsPersonNumber(digits + 'X', checkedToo: afterLetter || (!whole && !IdentityLabel().IsMatch(label))))
        {
            return (start, x - start, MaskReason.PersonNumber, true);
        }

        if (IdentityLabel().IsMatch(label) && digits.Length is >= 15 and <= 18)
        {
            var endOfX = digits.Length == 17 ? EndOfX(text, end) : null;
            return (start, (endOfX ?? end) - start, MaskReason.PersonNumber, true);
        }

        if (digits.Length == 18 && IsPersonNumber(digits, checkedToo: afterLetter || !whole) && !(UniformLabel().IsMatch(label) && !IsPersonNumber(digits, checkedToo: true)))
        {
            return (start, end - start, MaskReason.PersonNumber, IsPersonNumber(digits, checkedToo: true));
        }

        if (digits.Length == 15 && !afterLetter && IsOldPersonNumber(digits) && (whole || glue.All(FoldedText.IsBlank)) && !KeepLabel().IsMatch(label))
        {
            return (start, end - start, MaskReason.PersonNumber, false);
        }

        if (IsMobile(digits) && !KeepLabel().IsMatch(label) && !IsAmount(text, end) && (whole || !glue.Any(c => c is '.' or '/') || groups[first].Digits.Length == 3))
        {
            return (start, end - start, MaskReason.Telephone, true);
        }

        if (IsLandline(digits, whole, groups[first].Digits) && !KeepLabel().IsMatch(label) && !IsAmount(text, end))
        {
            return (start, end - start, MaskReason.Telephone, false);
        }

        if (digits.Length is 7 or 8 && TelephoneLabel().IsMatch(label) && !KeepLabel().IsMatch(label) && !IsDate(digits) && !IsAmount(text, end))
        {
            return (start, end - start, MaskReason.Telephone, false);
        }

        if (digits.Length is >= 8 and <= LongestNumber && AccountLabel().IsMatch(label) && !KeepLabel().IsMatch(label) && !IsAmount(text, end))
        {
            return (start, end - start, MaskReason.Account, false);
        }

        if (digits.Length is >= 16 and <= 19 && digits.StartsWith("62", StringComparison.Ordinal) && !afterLetter && !KeepLabel().IsMatch(label) && (whole || IsLuhn(digits)))
        {
            return (start, end - start, MaskReason.Account, false);
        }

        return digits.Length is >= 5 and <= 11 && MessengerLabel().IsMatch(label) ? (start, end - start, MaskReason.Messenger, false)
            : digits.Length is >= 6 and <= 18 && DocumentLabel().IsMatch(label) ? (start, end - start, MaskReason.OtherDocument, false)
            : null;
    }

    private static List<Group> GroupsOf(FoldedText text)
    {
        var groups = new List<Group>();
        for (var i = 0; i < text.Length; i++)
        {
            if (FoldedText.DigitOf(text[i]) is null)
            {
                continue;
            }

            var chinese = !char.IsAsciiDigit(text[i]);
            var end = i;
            while (end < text.Length && FoldedText.DigitOf(text[end]) is not null && char.IsAsciiDigit(text[end]) != chinese)
            {
                end++;
            }

            groups.Add(new Group(i, end, string.Concat(Enumerable.Range(i, end - i).Select(k => FoldedText.DigitOf(text[k])!.Value)), chinese));
            i = end - 1;
        }

        return groups;
    }

    private static bool IsGlued(FoldedText text, int from, int to)
    {
        if (to - from > LongestGlue)
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (!FoldedText.IsGlue(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Glue(FoldedText text, List<Group> groups, int first, int last)
        => string.Concat(Enumerable.Range(first, last - first).Select(i => text.Text[groups[i].End..groups[i + 1].Start]));

    /// <summary>What stands before a number on the same side of a comma: the words that say what it is.</summary>
    private static string LabelBefore(FoldedText text, int start)
    {
        var from = start;
        while (from > 0 && start - from < LabelReach && text[from - 1] is not ('，' or '。' or '；' or ';' or '、' or ',' or '*' or '\uFFFC') && !char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        return string.Concat(text.Text[from..start].Where(c => !FoldedText.IsBlank(c)));
    }

    private static int? EndOfX(FoldedText text, int end)
    {
        var at = end;
        while (at < text.Length && at - end <= LongestGlue && FoldedText.IsGlue(text[at]))
        {
            at++;
        }

        return at < text.Length && text[at] is 'X' or 'x' && (at + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[at + 1])) ? at + 1 : null;
    }

    private static bool IsPersonNumber(string number, bool checkedToo)
        => IsProvince(number[..2]) && IsBirthday(number[6..14]) && (!checkedToo || PersonNumber.CheckCharacter(number[..17]) == number[17]);

    private static bool IsOldPersonNumber(string digits) => IsProvince(digits[..2]) && IsBirthday("19" + digits[6..12]);

    private static bool IsProvince(string prefix) => CodeTables.Embedded.ProvinceByPrefix(prefix) is not null || prefix is "81" or "82" or "83";

    private static bool IsBirthday(string digits)
        => DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1880 and <= 2100;

    private static bool IsDate(string digits) => digits.Length == 8 && IsBirthday(digits);

    private static bool IsMobile(string digits) => MobileNumber().IsMatch(digits);

    private static bool IsLandline(string digits, bool whole, string area)
        => LandlineNumber().IsMatch(digits) && (whole ? digits.Length is 11 or 12 or 10 : area.Length is 3 or 4 || (area.Length == 2 && area == "86") || area.Length >= 10);

    private static bool IsAmount(FoldedText text, int end)
    {
        var at = end;
        while (at < text.Length && text[at] is ' ')
        {
            at++;
        }

        return at < text.Length && (text[at] is '元' or '万' or '亿' or '件' or '个' or '吨' or '瓶' or '盒' or '袋' or '支' or '克' or '升' or '%' or '年' or '月' || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && at + 3 < text.Length && text[at + 3] == '元'));
    }

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"^(?:(?:00|0)?86)?0?1[3-9][0-9]{9}$")]
    private static partial Regex MobileNumber();

    [GeneratedRegex(@"^(?:86)?0(?:10|2[0-9]|[3-9][0-9]{2})[0-9]{7,8}$")]
    private static partial Regex LandlineNumber();

    [GeneratedRegex("身份证|公民身份|身份号码|证件号码")]
    private static partial Regex IdentityLabel();

    [GeneratedRegex("信用代码")]
    private static partial Regex UniformLabel();

    [GeneratedRegex("批号|批次|编号|文号|单号|流水|凭证|注册号|备案号|许可证|执照|执法证|标准号|条码|条形码|货号|款号|序号|缴款|票据|收据|案号|登记证|准字|准号|代码[:：|]*$")]
    private static partial Regex KeepLabel();

    [GeneratedRegex("电话|联系方式|传真|座机|手机|[Tt][Ee][Ll]|致电|拨打", RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneLabel();

    [GeneratedRegex("账号|帐号|账户|帐户|卡号|银行卡|存折|开户|支付宝")]
    private static partial Regex AccountLabel();

    [GeneratedRegex("(?:微信|[Ww]e[Cc]hat|[Qq]{2}|[Vv][Xx])(?:号码?|账号|帐号|[Ii][Dd])?[:：|为是（(“\"]*$", RegexOptions.CultureInvariant)]
    private static partial Regex MessengerLabel();

    [GeneratedRegex("(?:护照|通行证|居留证|居住证|军官证|士兵证|驾驶证|台胞证|回乡证)(?:号码?|编号|证号)?[:：|为是（(]*[A-Za-z]{0,2}$")]
    private static partial Regex DocumentLabel();
}
