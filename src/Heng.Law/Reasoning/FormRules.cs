using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Rulings;

namespace Heng.Law.Reasoning;

/// <summary>Rules of form (文书规范): what is wrong with the text of a filled form before it is issued.</summary>
/// <remarks>Each rule names the first fault that it finds; after mending, the next one shows.</remarks>
public static partial class FormRules
{
    private static readonly Lazy<FormSheet> good = new(() => new(
        "示例县市场监督管理局\n不予行政处罚决定书\n当事人：示例商店\n统一社会信用代码：91110000000000003P\n2026年3月2日，违反《中华人民共和国食品安全法》第三十四条的规定，货值金额12.00元（大写：壹拾贰元整）。",
        new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2), InstrumentTable.From(LawFiles.Embedded), CitedPlaces.From(LawFiles.Embedded), CodeTables.From(LawFiles.Embedded))
    {
        Number = "示市监不罚〔2026〕1号",
        IsNumbered = true,
        PartyName = "示例商店",
        Bureau = "示例县市场监督管理局",
        Signers = [new("甲", true), new("乙", true)],
        LeastSigners = 2,
        Course = [new("立案日期", new DateOnly(2026, 3, 1)), new("决定日期", new DateOnly(2026, 3, 2))],
    });

    private static FormSheet Good => good.Value;

    /// <summary>No mandatory field is empty.</summary>
    public static Rule<FormSheet> FieldsAreFilled { get; } = new(
        "form.field.empty", "PR 78(1)", "文书的必填栏目应当填写完整。",
        s => s.EmptyFields.Count == 0,
        s => $"必填栏目没有内容：{string.Join("、", s.EmptyFields)}；请在相应环节补填。",
        () => Good with { EmptyFields = ["住所"] }, () => Good, isPolicy: true);

    /// <summary>Every sentence still stands on its evidence, facts and articles.</summary>
    public static Rule<FormSheet> SentencesStand { get; } = new(
        "form.sentence.broken", "APL 40", "文书中的每一句认定都应当有仍然有效的事实、证据和条文。",
        s => s.BrokenSentences.Count == 0,
        s => $"有 {Number(s.BrokenSentences.Count)} 句失去依据，例如“{Short(s.BrokenSentences[0])}”；请补充证据或者重新认定。",
        () => Good with { BrokenSentences = ["违法行为轻微"] }, () => Good);

    /// <summary>No sentence has lost part of its evidence.</summary>
    public static Rule<FormSheet> SentencesAreWhole { get; } = new(
        "form.sentence.weakened", "APL 46(3)", "已排除的证据不得作为认定事实的根据。",
        s => s.WeakenedSentences.Count == 0,
        s => $"有 {Number(s.WeakenedSentences.Count)} 句引用过已排除的证据，其余证据仍可支持，例如“{Short(s.WeakenedSentences[0])}”；请核对认定是否仍然充分。",
        () => Good with { WeakenedSentences = ["货值金额"] }, () => Good);

    /// <summary>No placeholder is left.</summary>
    public static Rule<FormSheet> NoPlaceholderIsLeft { get; } = new(
        "form.text.placeholder", "PR 78(1)", "文书中不得留有占位符。",
        s => Placeholder().Match(s.Text) is { Success: false },
        s => $"文书中留有占位内容“{Placeholder().Match(s.Text).Value}”，请改成实际内容。",
        () => Good with { Text = Good.Text + "共×××袋。" }, () => Good, isPolicy: true);

    /// <summary>The party is named as registered.</summary>
    public static Rule<FormSheet> PartyIsNamed { get; } = new(
        "form.party.name", "PR 62", "文书中的当事人名称应当前后一致，与登记证照相同。",
        s => PartyFault(s) is null,
        s => PartyFault(s)!,
        () => Good with { Text = Good.Text + "示例商占应当改正。" }, () => Good);

    /// <summary>Codes in the text are well formed.</summary>
    public static Rule<FormSheet> CodesAreWellFormed { get; } = new(
        "form.party.code", "PR 62", "统一社会信用代码、公民身份号码应当正确。",
        s => CodeFault(s) is null,
        s => CodeFault(s)!,
        () => Good with { Text = Good.Text.Replace("91110000000000003P", "91110000000000003Q", StringComparison.Ordinal) }, () => Good);

    /// <summary>Digits and words of a sum agree.</summary>
    public static Rule<FormSheet> SumsAgree { get; } = new(
        "form.amount.words", "PR 62", "金额的数字和大写应当一致。",
        s => SumFault(s) is null,
        s => SumFault(s)!,
        () => Good with { Text = Good.Text.Replace("壹拾贰", "壹拾叁", StringComparison.Ordinal) }, () => Good);

    /// <summary>A sum has its unit and well-formed digits.</summary>
    public static Rule<FormSheet> SumsHaveTheirUnit { get; } = new(
        "form.amount.unit", "PR 62", "金额应当书写规范并带有单位。",
        s => UnitFault(s) is null,
        s => UnitFault(s)!,
        () => Good with { Text = Good.Text + "货值金额300，" }, () => Good);

    /// <summary>Every day in the text exists.</summary>
    public static Rule<FormSheet> DaysExist { get; } = new(
        "form.date.impossible", "PR 62", "文书中的日期应当真实存在。",
        s => DayFault(s) is null,
        s => DayFault(s)!,
        () => Good with { Text = Good.Text + "2026年2月30日" }, () => Good);

    /// <summary>The days follow each other as the procedure asks.</summary>
    public static Rule<FormSheet> DaysAreInOrder { get; } = new(
        "form.date.order", "PR 62", "各环节的日期应当符合办案先后，文书日期不晚于签发日。",
        s => OrderFault(s) is null,
        s => OrderFault(s)!,
        () => Good with { On = new DateOnly(2026, 3, 3) }, () => Good);

    /// <summary>Laws are named as they are called, in title marks.</summary>
    public static Rule<FormSheet> LawsAreKnown { get; } = new(
        "form.law.unknown", "APL 38(1)", "引用法律、法规、规章应当写全称并加书名号，不得自造名称。",
        s => LawFault(s) is null,
        s => LawFault(s)!,
        () => Good with { Text = Good.Text + "依照《食品安全管理法》第三条" }, () => Good);

    /// <summary>Article numbers are well formed.</summary>
    public static Rule<FormSheet> ArticlesAreWellFormed { get; } = new(
        "form.article.malformed", "APL 38(1)", "条、款、项的序号应当用规范的汉字数字。",
        s => ArticleFault(s) is null,
        s => ArticleFault(s)!,
        () => Good with { Text = Good.Text + "《行政处罚法》第33条" }, () => Good);

    /// <summary>Articles cited are known.</summary>
    public static Rule<FormSheet> ArticlesAreKnown { get; } = new(
        "form.article.unknown", "APL 38(1)", "引用的条文应当核对原文。",
        s => UnknownArticle(s) is null,
        s => $"{UnknownArticle(s)}没有收录在法规数据中，请核对原文后再签发。",
        () => Good with { Text = Good.Text + "《中华人民共和国食品安全法》第九百条" }, () => Good);

    /// <summary>The number has its form and its year.</summary>
    public static Rule<FormSheet> NumberIsWellFormed { get; } = new(
        "form.number", "PR 62", "文号应当完整，年份与文书日期一致。",
        s => !s.IsNumbered || (DocumentNumber().Match(s.Number) is { Success: true } m && m.Groups[1].Value == s.On.Year.ToString(CultureInfo.InvariantCulture)),
        s => s.Number.Length == 0 ? "没有文号，编号后才能签发。" : $"文号“{s.Number}”不规范或者年份与文书日期不一致，请核对。",
        () => Good with { Number = "示市监不罚〔2025〕1号" }, () => Good);

    /// <summary>Enough people with certificates sign, each once.</summary>
    public static Rule<FormSheet> SignersSuffice { get; } = new(
        "form.signers", "PR 21(1)", "笔录等文书应当由两名以上有执法证件的人员签名。",
        s => s.Signers.Where(p => p.IsCertified && !string.IsNullOrWhiteSpace(p.Name)).Select(p => p.Name).Distinct(StringComparer.Ordinal).Count() >= s.LeastSigners,
        s => $"有执法证件的签名人不足 {Number(s.LeastSigners)} 人，请核对执法人员。",
        () => Good with { Signers = [new("甲", true), new("甲", true)] }, () => Good);

    /// <summary>The bureau is named, and no other in its place.</summary>
    public static Rule<FormSheet> BureauIsNamed { get; } = new(
        "form.bureau", "PR 62", "文书应当写明作出文书的机关，全文一致。",
        s => s.Bureau.Length == 0 || (s.Text.Contains(s.Bureau, StringComparison.Ordinal) && OtherBureau(s) is null),
        s => OtherBureau(s) is { } other ? $"文书中出现另一机关“{other}”，请核对是否写错。" : $"文书中没有写明机关名称“{s.Bureau}”。",
        () => Good with { Text = Good.Text + "示范县市场监督管理局" }, () => Good);

    /// <summary>Marks are paired and not doubled.</summary>
    public static Rule<FormSheet> MarksArePaired { get; } = new(
        "form.text.marks", "PR 78(1)", "标点、括号、书名号应当成对、不重复。",
        s => MarkFault(s) is null,
        s => MarkFault(s)!,
        () => Good with { Text = Good.Text + "。。" }, () => Good, isPolicy: true);

    /// <summary>The rules whose breach bars the issue.</summary>
    public static IReadOnlyList<Rule<FormSheet>> Fatal { get; } =
    [
        FieldsAreFilled, SentencesStand, NoPlaceholderIsLeft, PartyIsNamed, CodesAreWellFormed, SumsAgree, SumsHaveTheirUnit, DaysExist, DaysAreInOrder, LawsAreKnown, ArticlesAreWellFormed, NumberIsWellFormed, SignersSuffice,
    ];

    /// <summary>The rules whose breach is pointed out.</summary>
    public static IReadOnlyList<Rule<FormSheet>> Warnings { get; } = [SentencesAreWhole, ArticlesAreKnown, BureauIsNamed, MarksArePaired];

    /// <summary>Every rule, in order.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Fatal, .. Warnings];

    /// <summary>What is wrong with a sheet: errors first.</summary>
    /// <param name="sheet">The sheet.</param>
    public static IReadOnlyList<Diagnostic> Review(FormSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return [.. Of(Fatal, Severity.Error), .. Of(Warnings, Severity.Warning)];

        IEnumerable<Diagnostic> Of(IEnumerable<Rule<FormSheet>> rules, Severity severity)
            => rules.Select(r => r.Check(sheet)).OfType<Refusal>().Select(r => new Diagnostic(r.Code, severity, "text", r.Basis, r.Says));
    }

    private static string? PartyFault(FormSheet s)
    {
        var name = s.PartyName;
        if (name.Length == 0)
        {
            return null;
        }

        if (!s.Text.Contains(name, StringComparison.Ordinal))
        {
            return "文书中没有写明当事人的名称。";
        }

        if (name.Length < 4)
        {
            return null;
        }

        for (var i = s.Text.IndexOf(name[..3], StringComparison.Ordinal); i >= 0; i = s.Text.IndexOf(name[..3], i + 1, StringComparison.Ordinal))
        {
            if (string.CompareOrdinal(s.Text, i, name, 0, name.Length) == 0)
            {
                continue;
            }

            // One letter wrong, missing or doubled: near enough to be a slip of the pen.
            for (var length = Math.Max(4, name.Length - 1); length <= name.Length + 1 && i + length <= s.Text.Length; length++)
            {
                var near = s.Text.Substring(i, length);
                if (!near.Contains('\n', StringComparison.Ordinal) && near[^1] == name[^1] | near[..^1] == name[..^1] && IsOneSlipFrom(near, name))
                {
                    return $"“{near}”与当事人名称“{name}”相近但不相同，请核对。";
                }
            }
        }

        return null;
    }

    private static bool IsOneSlipFrom(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
        {
            start++;
        }

        var end = 0;
        while (end < one.Length - start && end < other.Length - start && one[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        return one != other && Math.Max(one.Length, other.Length) - start - end <= 1;
    }

    private static string? CodeFault(FormSheet s)
    {
        foreach (var token in CodeLike().Matches(s.Text).Select(m => m.Value))
        {
            if (UnifiedSocialCreditCode.TryParse(token, s.Codes, out _, out var fault) || PersonNumber.TryParse(token, s.Codes, out _, out _))
            {
                continue;
            }

            return token.Length == 18 ? $"代码“{token}”不正确：{fault.Says}" : $"代码“{token}”应为 18 位，请核对。";
        }

        return s.PartyCode is { Length: > 0 } code && !s.Text.Contains(code, StringComparison.Ordinal) && CodeLike().IsMatch(s.Text) && !CodeLike().Matches(s.Text).Any(m => m.Value == code)
            ? $"文书中的代码与当事人的统一社会信用代码“{code}”不一致。" : null;
    }

    private static string? SumFault(FormSheet s)
    {
        foreach (Match m in SumWithWords().Matches(s.Text))
        {
            var digits = m.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
            if (!AmountInWords.TryRead(m.Groups["words"].Value, out var words, out _))
            {
                return $"大写金额“{m.Groups["words"].Value}”书写不规范，请改正。";
            }

            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum))
            {
                return $"金额“{m.Groups["digits"].Value}”书写不规范，请改正。";
            }

            if (m.Groups["ten"].Value == "万")
            {
                sum *= 10_000m;
            }

            if (words.Yuan != sum)
            {
                return $"金额“{m.Groups["digits"].Value}{m.Groups["ten"].Value}元”与大写“{m.Groups["words"].Value}”不一致，请核对。";
            }
        }

        return null;
    }

    private static string? UnitFault(FormSheet s)
    {
        if (SumWithoutUnit().Match(s.Text) is { Success: true } bare)
        {
            return $"“{bare.Value}”没有写明单位，请补上“元”或者“万元”。";
        }

        foreach (Match m in Yuan().Matches(s.Text))
        {
            var digits = m.Groups[1].Value;
            if (digits.Contains(',', StringComparison.Ordinal) && !Grouped().IsMatch(digits))
            {
                return $"金额“{digits}元”的分节有误，请核对是否多写或者少写数字。";
            }

            if (digits.Split('.') is [_, { Length: > 2 }] or { Length: > 2 })
            {
                return $"金额“{digits}元”的小数有误，金额最多写到分。";
            }
        }

        return null;
    }

    private static string? DayFault(FormSheet s)
    {
        foreach (Match m in Day().Matches(s.Text))
        {
            var (year, month, day) = (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture));
            if (year is < 1949 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                return $"日期“{m.Value}”不存在，请核对。";
            }

            if (year > s.Today.Year + 3)
            {
                return $"日期“{m.Value}”的年份过大，请核对。";
            }
        }

        return null;
    }

    private static string? OrderFault(FormSheet s)
    {
        foreach (var (earlier, later) in s.Course.Zip(s.Course.Skip(1)))
        {
            if (later.On < earlier.On)
            {
                return $"{later.Name}（{On(later.On)}）早于{earlier.Name}（{On(earlier.On)}），请核对。";
            }
        }

        return s.On > s.Today ? $"文书日期（{On(s.On)}）晚于今天，请核对。" : null;
    }

    private static string? LawFault(FormSheet s)
    {
        foreach (Match m in Titled().Matches(s.Text))
        {
            var title = m.Groups[1].Value;
            var isLaw = m.Groups[2].Success || LawEnding().IsMatch(title);
            if (isLaw && InstrumentOf(s, title) is null)
            {
                return $"法规数据中没有《{title}》，请核对名称；引用法律、法规、规章应当写全称。";
            }
        }

        return Unmarked().Match(s.Text) is { Success: true } bare
            ? $"“{bare.Value}”没有使用书名号和全称，请写作《……》第……条。" : null;
    }

    private static string? ArticleFault(FormSheet s)
    {
        if (ArabicArticle().Match(s.Text) is { Success: true } arabic)
        {
            return $"“{arabic.Value}”应当用汉字数字，例如第三十三条。";
        }

        foreach (Match m in ChineseArticle().Matches(s.Text))
        {
            if (ReadNumber(m.Groups[1].Value) is not { } number || ChineseNumber.Write(number) != m.Groups[1].Value)
            {
                return $"“{m.Value}”的序号不规范，请核对。";
            }
        }

        return null;
    }

    private static string? UnknownArticle(FormSheet s)
    {
        foreach (Match m in Titled().Matches(s.Text))
        {
            if (m.Groups[2].Success && InstrumentOf(s, m.Groups[1].Value) is { } instrument && ReadNumber(m.Groups[2].Value) is { } article && !s.Places.Knows(instrument.Id, article))
            {
                return $"《{m.Groups[1].Value}》第{m.Groups[2].Value}条";
            }
        }

        return null;
    }

    private static Instrument? InstrumentOf(FormSheet s, string title)
    {
        var bare = Bare(title);
        return s.Instruments.All.FirstOrDefault(i => Bare(i.Chinese) == bare);

        static string Bare(string name) => name.Replace("中华人民共和国", "", StringComparison.Ordinal);
    }

    private static string? OtherBureau(FormSheet s)
        => BureauName().Matches(s.Text).Select(m => m.Value).FirstOrDefault(n => !n.EndsWith(s.Bureau, StringComparison.Ordinal) && !s.Bureau.EndsWith(n, StringComparison.Ordinal) && !n.Contains("国家", StringComparison.Ordinal));

    private static string? MarkFault(FormSheet s)
    {
        if (Doubled().Match(s.Text) is { Success: true } doubled)
        {
            return $"标点“{doubled.Value}”重复，请改正。";
        }

        foreach (var (open, close) in new[] { ('《', '》'), ('（', '）'), ('“', '”'), ('〔', '〕') })
        {
            if (s.Text.Count(c => c == open) != s.Text.Count(c => c == close))
            {
                return $"“{open}”与“{close}”不成对，请改正。";
            }
        }

        return null;
    }

    private static int? ReadNumber(string text)
    {
        int total = 0, digit = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '千': total += Math.Max(digit, 1) * 1000; digit = 0; break;
                case '百': total += Math.Max(digit, 1) * 100; digit = 0; break;
                case '十': total += Math.Max(digit, 1) * 10; digit = 0; break;
                case '零' or '〇': digit = 0; break;
                default:
                    var value = "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1;
                    if (value == 0 || digit > 0)
                    {
                        return null;
                    }

                    digit = value;
                    break;
            }
        }

        return total + digit is > 0 and var number ? number : null;
    }

    private static string Short(string text) => text.Length > 30 ? text[..30] + "…" : text;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("×{2,}|X{3,}|_{3,}|某某|待填|待补充|T[O]DO|？？|\\?\\?|\\{[a-zA-Z]+\\}|【[a-zA-Z]+】")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(?<![0-9A-Za-z])(?:[0-9A-Z]{18}|9[0-9A-Z]{14,16}|9[0-9A-Z]{18,20})(?![0-9A-Za-z])")]
    private static partial Regex CodeLike();

    [GeneratedRegex("(?<digits>[\\d,]+(?:\\.\\d+)?)\\s*(?<ten>万?)元[（(](?:人民币)?大写[:：]?(?:人民币)?(?<words>[^）)]{1,60})[）)]")]
    private static partial Regex SumWithWords();

    [GeneratedRegex("(?:货值金额|违法所得|罚款|没收款|销售金额|销售额|经营额|价款)(?:为|共计|合计|计|共|是)?(?:人民币)?\\s*\\d[\\d,]*(?:\\.\\d+)?(?!\\s*(?:[\\d.,]|元|万|亿|千|百|余|角|分|倍|%|％|个|种|件|次|项|款|笔))")]
    private static partial Regex SumWithoutUnit();

    [GeneratedRegex("([\\d,]*\\d(?:\\.\\d+)*)\\s*万?元")]
    private static partial Regex Yuan();

    [GeneratedRegex("^\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex("(\\d{1,5})年(\\d{1,2})月(\\d{1,3})日")]
    private static partial Regex Day();

    [GeneratedRegex("《([^《》\\n]{2,60})》(?:第([零〇一二三四五六七八九十百千]+)条)?")]
    private static partial Regex Titled();

    [GeneratedRegex("(?:法|条例|规定|办法|规则|细则)(?:（试行）)?$")]
    private static partial Regex LawEnding();

    [GeneratedRegex("[\\u4e00-\\u9fa5]{0,12}(?<![本该同上])(?:法|条例|规定|办法|细则)第[零〇一二三四五六七八九十百千\\d]+条")]
    private static partial Regex Unmarked();

    [GeneratedRegex("第\\s*\\d+\\s*[条款项]")]
    private static partial Regex ArabicArticle();

    [GeneratedRegex("第([零〇一二三四五六七八九十百千]+)条")]
    private static partial Regex ChineseArticle();

    [GeneratedRegex("^.+〔(\\d{4})〕[1-9]\\d*号$")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("[\\u4e00-\\u9fa5]{2,10}?(?:省|市|县|区|旗|州)市场监督管理局")]
    private static partial Regex BureauName();

    [GeneratedRegex("[，。；、：！]{2,}")]
    private static partial Regex Doubled();
}
