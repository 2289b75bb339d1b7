using System.Globalization;
using System.Text.Json.Nodes;
using Heng.Law.Codes;

namespace Heng.Demonstration.Model;

/// <summary>Parties of the demonstration: nobody real; the names and codes show it.</summary>
internal static class PracticeParty
{
    /// <summary>Body of every credit code of the demonstration, before its serial of five digits.</summary>
    public const string Body = "DEMX";

    /// <summary>The fields of a party.</summary>
    /// <param name="bureau">Where.</param>
    /// <param name="affair">What trade and kind.</param>
    /// <param name="serial">Its serial.</param>
    public static JsonObject Of(BureauPlan bureau, JsonObject affair, int serial)
    {
        var sort = affair["sort"]!.GetValue<string>();
        var number = serial.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["partyName"] = sort == "individual" ? $"演示·当事人{number}号" : $"{bureau.Place}示例{number}号{affair["trade"]!.GetValue<string>()}",
            ["partyCode"] = sort == "individual" ? null : CodeOf(bureau.CodeArea, sort == "individualBusiness", serial),
            ["partyAddress"] = $"{bureau.Place}示例路 {number} 号",
            ["partyRepresentative"] = sort == "individual" ? $"演示·当事人{number}号" : $"演示·经营者{number}号",
            ["partyPhone"] = $"000-{serial.ToString("00000000", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>A credit code with a valid check character in the reserved range.</summary>
    public static string CodeOf(string area, bool isIndividualBusiness, int serial)
    {
        var first17 = $"9{(isIndividualBusiness ? '2' : '1')}{area}{Body}{serial.ToString("00000", CultureInfo.InvariantCulture)}";
        return first17 + UnifiedSocialCreditCode.CheckCharacter(first17);
    }
}
