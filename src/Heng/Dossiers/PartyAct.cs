using System.Text.Json.Serialization;
using Heng.Law.Codes;

namespace Heng.Dossiers;

/// <summary>An act that enters the party: the fields that every such act has.</summary>
public abstract record PartyAct : DossierAct
{
    /// <summary>Kind of party.</summary>
    [Field("当事人类型", Group = "当事人")]
    public PartySort? PartySort { get; init; }

    /// <summary>Name.</summary>
    [Field("名称或者姓名", Help = "按营业执照、登记证书或者身份证件填写。")]
    public string PartyName { get; init; } = "";

    /// <summary>Credit code.</summary>
    [Field("统一社会信用代码", Optional = true, Help = "单位、个体工商户必填；确实没有代码的，在“无代码原因”中写明。")]
    public string? PartyCode { get; init; }

    /// <summary>Why there is no code.</summary>
    [Field("无代码原因", Optional = true)]
    public string? NoCodeReason { get; init; }

    /// <summary>Identity number.</summary>
    [Field("公民身份号码", Optional = true, Masked = true, Help = "个人填写；页面上只显示首尾。")]
    public string? PartyNumber { get; init; }

    /// <summary>Address.</summary>
    [Field("住所（住址）", Optional = true)]
    public string? PartyAddress { get; init; }

    /// <summary>Representative.</summary>
    [Field("法定代表人（负责人、经营者）", Optional = true)]
    public string? PartyRepresentative { get; init; }

    /// <summary>Telephone.</summary>
    [Field("联系电话", Optional = true, Masked = true)]
    public string? PartyPhone { get; init; }

    /// <summary>The party; null while the name is missing.</summary>
    [JsonIgnore]
    public PartyCard? Party => PartyName.Length == 0 ? null : new(PartySort ?? Dossiers.PartySort.Unit, PartyName, Blank(PartyCode)?.ToUpperInvariant(), Blank(PartyNumber), Blank(PartyAddress), Blank(PartyRepresentative), Blank(PartyPhone)) { NoCodeReason = Blank(NoCodeReason) };

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Blank(PartyCode) is { } code)
        {
            if (!UnifiedSocialCreditCode.TryParse(code, context.Law.Codes, out _, out var fault))
            {
                yield return new("partyCode", fault.Says);
            }
        }
        else if (PartySort is Dossiers.PartySort.Unit or Dossiers.PartySort.IndividualBusiness && Blank(NoCodeReason) is null)
        {
            yield return new("partyCode", "请填写统一社会信用代码；确实没有的，写明无代码原因。");
        }

        if (Blank(PartyNumber) is { } number && !PersonNumber.TryParse(number, context.Law.Codes, out _, out var wrong))
        {
            yield return new("partyNumber", wrong.Says);
        }
    }

    /// <summary>The fields of a party as a form sends them.</summary>
    /// <param name="party">The party.</param>
    public static IEnumerable<(string Field, string? Text)> ValuesOf(PartyCard party)
    {
        ArgumentNullException.ThrowIfNull(party);
        return
        [
            ("partySort", party.Sort.ToString()), ("partyName", party.Name), ("partyCode", party.Code), ("partyNumber", party.PersonNumber),
            ("partyAddress", party.Address), ("partyRepresentative", party.Representative), ("partyPhone", party.Phone),
        ];
    }

    /// <summary>The same act with the fields of a party.</summary>
    /// <typeparam name="T">The act.</typeparam>
    /// <param name="act">The act.</param>
    /// <param name="party">The party; null leaves it as it is.</param>
    protected static T WithParty<T>(T act, PartyCard? party)
        where T : PartyAct
        => party is null ? act : act with
        {
            PartySort = party.Sort,
            PartyName = party.Name,
            PartyCode = party.Code,
            NoCodeReason = party.NoCodeReason,
            PartyNumber = party.PersonNumber,
            PartyAddress = party.Address,
            PartyRepresentative = party.Representative,
            PartyPhone = party.Phone,
        };

    /// <summary>A text, or null when it is blank.</summary>
    /// <param name="text">The text.</param>
    protected static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
