namespace Heng.Law;

/// <summary>Whether dates are in order, versions follow one another without gap or overlap, and values are confirmed and were checked within a year.</summary>
internal static class DateCheck
{
    public static IEnumerable<LawFinding> Of(LawNodes nodes, DateOnly asOf)
    {
        var findings = new List<LawFinding>();
        foreach (var root in nodes.All)
        {
            Walk(root, asOf, findings);
        }

        foreach (var matter in nodes.Matters)
        {
            Sequence([.. matter.ItemsOf("versions")], $"事项“{matter.TextOf("zh")}”的版本", findings);
        }

        foreach (var instrument in nodes.Under("instruments/"))
        {
            Sequence([.. instrument.ItemsOf("texts")], $"《{instrument.TextOf("zh")}》的文本", findings);
        }

        foreach (var setting in nodes.Entries("parameters/settings.json", "settings"))
        {
            Sequence([.. setting.ItemsOf("values")], $"设置“{setting.TextOf("zh")}”的值", findings);
        }

        Sequence([.. nodes["procedure/publicity.json"]?.ItemsOf("periods") ?? []], "公示期限", findings);
        return findings;
    }

    /// <summary>The newest day on which anything was checked.</summary>
    public static DateOnly LastChecked(LawNodes nodes)
    {
        return nodes.All.Select(Newest).DefaultIfEmpty().Max();

        static DateOnly Newest(LawNode node)
            => node.Members.Select(m => m.Value).Concat(node.Items).Select(Newest).Append(node["checkedOn"]?.Day ?? DateOnly.MinValue).Max();
    }

    private static void Walk(LawNode node, DateOnly asOf, List<LawFinding> findings)
    {
        if (node["from"]?.Day is { } from && node["until"]?.Day is { } until && until < from)
        {
            findings.Add(node.Finding("law.time.order", LawSeverity.Error, $"最后一日 {LawCheck.Shown(until)} 早于施行之日 {LawCheck.Shown(from)}。请改正其中一个日期。", $"{LawCheck.Shown(from)}..{LawCheck.Shown(until)}"));
        }

        if (node["checkedOn"] is { Day: { } checkedOn } at && asOf.Year > 1 && checkedOn < asOf.AddYears(-1))
        {
            findings.Add(at.Finding("law.value.unchecked", LawSeverity.Warning, $"上次核对是 {LawCheck.Shown(checkedOn)}，已超过一年。请对照官方文本核对后更新 checkedOn。"));
        }

        // The status of a list entry says UNCONFIRMED where its confidence does.
        if (node.TextOf("confidence") == "unconfirmed")
        {
            var name = node.TextOf("id") ?? node.TextOf("region") ?? node.TextOf("key") ?? "";
            findings.Add(node.Finding("law.value.unconfirmed", LawSeverity.Info, $"{name} 尚未确认，使用前请人工核对；找到官方文本后请更新内容和 confidence。".TrimStart(), name));
        }

        foreach (var child in node.Members.Select(m => m.Value).Concat(node.Items))
        {
            Walk(child, asOf, findings);
        }
    }

    /// <summary>The entries in the order of their start: each must begin on the day after the one before ends. An unknown start comes first.</summary>
    private static void Sequence(LawNode[] entries, string what, List<LawFinding> findings)
    {
        var ordered = entries.OrderBy(e => e["from"]?.Day ?? DateOnly.MinValue).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            var (before, after) = (ordered[i - 1], ordered[i]);
            if (after["from"]?.Day is not { } from)
            {
                findings.Add(after.Finding("law.time.overlap", LawSeverity.Error, $"{what}有两个没有施行之日。请填写 from。", "null"));
            }
            else if (before["until"]?.Day is not { } until || until >= from)
            {
                findings.Add(after.Finding("law.time.overlap", LawSeverity.Error, $"{what}在 {LawCheck.Shown(from)} 重叠。请把前一个的最后一日改为 {LawCheck.Shown(LawCheck.Before(from))}。", LawCheck.Shown(from)));
            }
            else if (LawCheck.After(until) < from)
            {
                findings.Add(after.Finding("law.time.gap", LawSeverity.Error, $"{what}在 {LawCheck.Shown(LawCheck.After(until))} 至 {LawCheck.Shown(LawCheck.Before(from))} 之间没有规定。请补上这一段，或者改正日期。", LawCheck.Shown(LawCheck.After(until))));
            }
        }
    }
}
