using System.Collections.Frozen;

namespace Heng.Documents;

/// <summary>What the forms are called on pages (文书名称).</summary>
public static class FormNames
{
    private static readonly FrozenDictionary<string, string> names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["01"] = "案件来源登记表",
        ["07"] = "立案、不予立案审批表",
        ["08"] = "行政处罚案件有关事项审批表",
        ["09"] = "现场笔录",
        ["10"] = "送达地址确认书",
        ["11"] = "证据提取单",
        ["12"] = "电子数据证据提取笔录",
        ["14"] = "询问笔录",
        ["15"] = "限期提供材料通知书",
        ["24"] = "财物清单",
        ["33"] = "责令改正通知书",
        ["35"] = "案件调查终结报告",
        ["36"] = "案件审核表、法制审核表",
        ["37"] = "行政处罚告知书",
        ["38"] = "陈述申辩笔录、复核意见",
        ["39"] = "行政处罚听证通知书",
        ["42"] = "行政处罚案件集体讨论记录",
        ["43"] = "行政处理决定审批表",
        ["45"] = "行政处罚决定书",
        ["46"] = "不予行政处罚决定书",
        ["47"] = "延期、分期缴纳罚款通知书",
        ["50"] = "送达回证",
        ["51"] = "行政处罚文书送达公告",
        ["52"] = "涉案物品处理记录",
        ["53"] = "结案审批表",
        ["54"] = "卷宗封面",
        ["55"] = "卷内文件目录",
        ["56"] = "卷内备考表",
        ["education"] = "不予行政处罚教育记录",
        ["letter"] = "提醒信、敦促函",
        ["payment"] = "罚没款缴款通知书",
        ["visit"] = "回访记录",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a form; its code while it has none.</summary>
    /// <param name="form">The code.</param>
    public static string Of(string form) => names.GetValueOrDefault(form, form);
}
