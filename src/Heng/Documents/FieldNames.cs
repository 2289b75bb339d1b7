using System.Collections.Frozen;

namespace Heng.Documents;

/// <summary>What the tags of forms are called on pages (字段名称).</summary>
public static class FieldNames
{
    private static readonly FrozenDictionary<string, string> names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["party"] = "当事人",
        ["partyIdentity"] = "统一社会信用代码或者公民身份号码",
        ["partyCode"] = "统一社会信用代码",
        ["partyNumber"] = "公民身份号码",
        ["partyAddress"] = "住所（住址）",
        ["partyRepresentative"] = "法定代表人（负责人、经营者）",
        ["partyPhone"] = "联系电话",
        ["partyKind"] = "当事人类型",
        ["representativeTitle"] = "负责人称谓",
        ["identityTitle"] = "当事人代码称谓",
        ["partyLine"] = "当事人基本情况（一句话）",
        ["partyLines"] = "当事人住所和负责人（每项一行）",
        ["you"] = "对当事人的称呼（你、你单位）",
        ["bureau"] = "机关名称",
        ["bureauAddress"] = "机关地址",
        ["bureauPhone"] = "机关电话",
        ["dossier"] = "档案号",
        ["matter"] = "案由",
        ["number"] = "文号",
        ["date"] = "文书日期",
        ["course"] = "案件来源和调查经过",
        ["facts"] = "查明的事实",
        ["nature"] = "行为的性质",
        ["reasons"] = "理由",
        ["decision"] = "决定",
        ["education"] = "改正和教育",
        ["remedies"] = "权利救济",
        ["evidence"] = "证据",
        ["told"] = "告知和陈述、申辩情况",
        ["discretion"] = "裁量理由",
        ["performance"] = "履行方式和期限",
        ["hearing"] = "属于听证范围的理由",
        ["sums"] = "罚没款",
        ["publicity"] = "信息公示",
        ["refund"] = "应当退还的价款",
        ["persons"] = "责任人员的权利",
        ["debtorTitle"] = "缴款人称谓",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a tag; the tag itself while it has none.</summary>
    /// <param name="tag">The tag.</param>
    public static string Of(string tag) => names.GetValueOrDefault(tag, tag);
}
