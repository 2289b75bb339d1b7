using System.Globalization;
using System.Text;
using Heng.Law.Codes;
using Heng.Law.Publicity;
using Heng.Law.Tests.Codes;

namespace Heng.Law.Tests.Publicity;

/// <summary>A made-up decision with personal information planted in the forms in which people write it, and with numbers that are none.</summary>
internal sealed class PlantedDecision
{
    private static readonly string[] surnames = ["张", "李", "王", "赵", "陈", "欧阳", "司徒", "诸葛", "钱", "孙", "周", "吴", "郑"];
    private static readonly string[] given = ["小明", "建国", "丽", "雪梅", "志强", "芳", "一诺", "子轩", "桂英", "文博"];
    private static readonly string[] areas = ["330106", "110105", "440305", "510104", "320102", "610113", "420106"];
    private readonly Random random;
    private readonly StringBuilder text = new();
    private string representative = "";

    public PlantedDecision(int seed)
    {
        random = new Random(seed);
        Write();
    }

    public string Text => text.ToString();

    /// <summary>What must not be found, without blanks and folded.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>Where it was planted.</summary>
    public List<(int Start, int End)> Places { get; } = [];

    /// <summary>What must stay word for word.</summary>
    public List<string> Survivors { get; } = [];

    public List<KnownText> Known { get; } = [];

    public List<string> Kept { get; } = [];

    public MaskingRequest Request => new(Known, Kept);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private void Write()
    {
        var area = Pick(areas);
        var code = CreditCode(area);
        var company = $"{Pick("演示", "衡南", "安和")}{Pick("食品", "商贸", "超市")}有限公司";
        representative = Name();
        Kept.Add(company);
        Known.Add(new(representative, KnownKind.Representative));
        Stays($"{Pick("甲", "乙")}市监处罚〔2026〕{random.Next(1, 999)}号");
        Says("\n当事人：");
        Stays(company);
        Says("\n统一社会信用代码：");
        Stays(code);
        Says("\n法定代表人：");
        Stays(representative);
        Says("\n住所：");
        var premises = $"甲省乙市丙县人民路{random.Next(1, 300)}号";
        Kept.Add(premises);
        Stays(premises);
        Says("\n食品经营许可证编号：");
        Stays("JY1" + area + Digits(7));
        Says("。\n");
        var sentences = random.Next(8, 16);
        for (var i = 0; i < sentences; i++)
        {
            Sentence(random.Next(22));
        }

        Says("上述事实，有现场笔录、询问笔录等证据证明。\n");
        Stays("罚款人民币50,000.00元");
        Says("，");
        Stays("违法所得1234567.89元");
        Says("。请自收到本决定书之日起十五日内缴款，缴款码：");
        Stays("3301" + Digits(16));
        Says("。\n");
        Stays($"2026年{random.Next(1, 13)}月{random.Next(1, 29)}日");
    }

    private void Sentence(int kind)
    {
        switch (kind)
        {
            case 0: Says("证人"); Person(KnownKind.Person); Says("陈述：当日购买了上述食品。"); break;
            case 1: Says("举报人（"); Person(KnownKind.ProtectedPerson); Says("）反映情况属实。\n"); break;
            case 2: Says($"{Pick("身份证号", "公民身份号码", "身份证件号码", "其身份证")}{Pick("：", ":", "为", "（")}"); Secret(Nasty(PersonNumber())); Says("，"); break;
            case 3: Says($"{Pick("", "该人", "证件")}"); Secret(Pick(PersonNumber(), Wide(PersonNumber()), Split(PersonNumber(), 6, "\n"), Split(PersonNumber(), 6, " ", 14))); Says("在场签字。"); break;
            case 4: Says("旧证件"); Secret(OldNumber()); Says("。"); break;
            case 5: Says($"{Pick("联系电话", "手机", "电话", "Tel", "")}{Pick("：", ":", " ", "")}"); Secret(Nasty(Mobile())); Says("。"); break;
            case 6: Says("拨打"); Secret(Pick("+86 ", "86-", "0086", "（+86）") is var p ? p + Mobile() : ""); Says("确认；"); break;
            case 7: Says($"{Pick("电话", "座机")}："); Secret(Pick("0571-", "(0571)", "（0571）", "0571 ", "010-", "０５７１－") + "8" + Digits(7)); Says("，"); break;
            case 8: Says("开户行账号："); Secret(Nasty("62" + Digits(17))); Says("；"); break;
            case 9: Says("转账至"); Secret(Pick(Luhn("6222" + Digits(14)), Split(Luhn("6217" + Digits(14)), 4, " ", 8, 12, 16))); Says("一次。"); break;
            case 10: Says("家住"); Address(); Says("。"); break;
            case 11: Says("其住址在"); Address(); Says("，"); break;
            case 12: Says("驾驶"); Secret(Pick("浙", "粤", "京", "苏") + Pick("A", "B", "C", "F") + Pick("", "·", " ", "・") + Pick("1", "D", "8") + Digits(4)); Says("送货。"); break;
            case 13: Says("新能源车"); Secret("浙A" + Pick("", "·") + "D" + Digits(5)); Says("。"); break;
            case 14: Says("邮箱"); Secret(Pick("zhang.san_" + Digits(3) + "@qq.com", "abc" + Digits(4) + " @ 163 . com", "ｌｉ＠ｅｘａｍｐｌｅ．ｃｎ", "wang" + Digits(2) + "@mail\n.example.com.cn")); Says("，"); break;
            case 15: Says($"微信{Pick("", "号", "号码", "账号")}{Pick("：", "为", " ")}"); Secret(Pick("wx_" + Digits(5), "Li-ming" + Digits(3), "abcdef\nghij" + Digits(2))); Says("，"); break;
            case 16: Says("QQ号："); Secret(Digits(1) is var d && d == "0" ? "1" + Digits(8) : d + Digits(8)); Says("，"); break;
            case 17: Says("| 姓名 | "); Person(KnownKind.Person); Says(" | 电话 | "); Secret(Mobile()); Says(" |\n"); break;
            case 18: Says("护照号码："); Secret("E" + Digits(8), 1); Says("。"); break;
            case 19: Says("未成年人"); Person(KnownKind.ProtectedPerson); Says("（"); Secret(Pick(PersonNumber(), Wide(PersonNumber()))); Says("）购买。"); break;
            case 20: Says("电话："); Secret(string.Concat(Mobile().Select(c => "〇一二三四五六七八九"[c - '0']))); Says("。"); break;
            default:
                Survivor();
                break;
        }

        if (random.Next(3) == 0)
        {
            Survivor();
        }
    }

    private void Survivor()
    {
        switch (random.Next(12))
        {
            case 0: Says("决定书文号"); Stays($"乙市监处罚〔20{Digits(2)}〕{Digits(3)}号"); break;
            case 1: Says("货值金额"); Stays($"{random.Next(1, 999)},{Digits(3)}.{Digits(2)}元"); break;
            case 2: Says("于"); Stays($"2026-03-0{random.Next(1, 9)} 2026-03-1{random.Next(0, 9)}"); Says("两次检查"); break;
            case 3: Says("供货方统一社会信用代码"); Stays(CreditCode(Pick(areas))); break;
            case 4: Says("生产许可证编号"); Stays("SC1" + Pick(areas) + Digits(7)); break;
            case 5: Says("生产批号"); Stays("2026030" + Digits(1)); break;
            case 6: Says("条形码"); Stays("69" + Digits(11)); break;
            case 7: Says("批准文号"); Stays("国药准字Z" + Digits(8)); break;
            case 8: Says("请拨打"); Stays("12315"); break;
            case 9: Says("依据"); Stays("GB 2760-2024"); break;
            case 10: Says("二〇二六年三月二日，"); Stays($"{random.Next(1, 99)} 瓶，单价 {random.Next(1, 99)}.{Digits(2)} 元"); break;
            default: Says("执法证号"); Stays("11330106" + Digits(4)); break;
        }

        Says("。");
    }

    private void Says(string says) => text.Append(says);

    private void Stays(string says)
    {
        Survivors.Add(says);
        text.Append(says);
    }

    private void Secret(string secret, int free = 0)
    {
        Places.Add((text.Length + free, text.Length + secret.Length));
        Secrets.Add(Folded(secret[free..]));
        text.Append(secret);
    }

    private void Person(KnownKind kind)
    {
        // A namesake of the representative would be hidden together with him.
        var name = Name();
        name = name == representative ? name + "林" : name;
        Known.Add(new(name, kind));
        Secret(random.Next(3) == 0 ? name.Insert(1, Pick(" ", "\n", "　")) : name);
    }

    private void Address()
    {
        var detail = $"{Pick("福应街道", "城关镇", "白马乡")}{Pick("环城南路", "幸福小区", "新村")}{random.Next(1, 200)}号{random.Next(1, 20)}幢{random.Next(101, 999)}室";
        Known.Add(new("甲省乙市丁县" + detail, KnownKind.Address));
        Says("甲省乙市丁县");
        Secret(random.Next(3) switch { 0 => detail.Insert(5, "\n"), 1 => Wide(detail), _ => detail });
    }

    private string Name() => Pick(surnames) + Pick(given);

    private string Nasty(string number) => random.Next(8) switch
    {
        0 => Wide(number),
        1 => Split(number, 3, " ", 7),
        2 => Split(number, 3, "-", 7),
        3 => Split(number, random.Next(2, 9), "\n"),
        4 => Split(number, 4, "\u200B", 9),
        5 => Split(number, 3, "　", 7),
        6 => Split(number, 5, "\r\n    "),
        _ => number,
    };

    private string Mobile() => "1" + Pick("3", "5", "7", "8", "9") + Digits(9);

    private string PersonNumber()
    {
        var number = DemoCodes.PersonNumber(Pick(areas), new DateOnly(1950, 1, 1).AddDays(random.Next(24_000)), random.Next(1000));
        return number[^1] == 'X' && random.Next(2) == 0 ? number[..17] + "x" : number;
    }

    private string OldNumber() => Pick(areas) + new DateOnly(1950, 1, 1).AddDays(random.Next(14_000)).ToString("yyMMdd", CultureInfo.InvariantCulture) + Digits(3);

    private string CreditCode(string area)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var first = "9" + Pick("1", "2") + area + string.Concat(Enumerable.Range(0, 9).Select(_ => random.Next(2) == 0 ? (char)('0' + random.Next(10)) : alphabet[random.Next(alphabet.Length)]));
        return first + UnifiedSocialCreditCode.CheckCharacter(first);
    }

    private static string Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string Split(string number, int at, string between, params int[] more)
    {
        foreach (var place in more.Append(at).OrderDescending().Where(p => p < number.Length))
        {
            number = number.Insert(place, between);
        }

        return number;
    }

    private static string Wide(string number) => string.Concat(number.Select(c => c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));

    /// <summary>A text without blanks and signs, so that a secret is found in whatever form it was left.</summary>
    public static string Folded(string text)
        => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c == '@').Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)).ToUpperInvariant();
}
