using System.Globalization;
using Heng.Law.Codes;

namespace Heng.Bench;

/// <summary>Names and credit codes of made-up parties, in the reserved range of the tests.</summary>
internal static class PartyNames
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly string[] places = ["城关", "城东", "河西", "南湖", "北山", "东坝", "西坪", "石桥", "青龙", "白沙", "大营", "新丰"];
    private static readonly string[] names = ["晨光", "福临", "天和", "惠民", "同心", "万家", "金穗", "绿源", "顺达", "永兴", "百姓", "康泰", "美佳", "华联", "聚鑫", "德盛"];
    private static readonly string[] trades = ["食品商行", "副食店", "超市", "大药房", "餐饮店", "粮油店", "水果店", "建材经营部", "服装店", "母婴用品店", "五金店", "饮品店"];

    /// <summary>The name of a party.</summary>
    public static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"示例{places[i % 12]}{names[i / 12 % 16]}{trades[i / 192 % 12]}{i / 2304}号店");

    /// <summary>The credit code of a party.</summary>
    public static string CodeOf(int i)
    {
        var body = new char[5];
        for (var place = 4; place >= 0; place--)
        {
            body[place] = Alphabet[i % Alphabet.Length];
            i /= Alphabet.Length;
        }

        var first17 = $"92110105DEMX{new string(body)}";
        return first17 + UnifiedSocialCreditCode.CheckCharacter(first17);
    }
}
