using System.Globalization;
using Heng.Law.Citations;
using Heng.Platform.Shell.Kit;

namespace Heng.Guidance;

/// <summary>Words (用语): how the pages of this capability say what the law data says in codes.</summary>
public static class GuidanceWords
{
    /// <summary>The rank of an instrument.</summary>
    /// <param name="kind">Its code in the law data.</param>
    public static string InstrumentKind(string kind) => kind switch
    {
        "law" => "法律",
        "administrativeRegulation" => "行政法规",
        "departmentRule" => "部门规章",
        "judicialInterpretation" => "司法解释",
        "policy" => "政策文件",
        "notice" => "通知",
        "modelForms" => "文书格式",
        _ => kind,
    };

    /// <summary>What is missing, for a finding that the law data lists as known.</summary>
    /// <param name="code">Code of the finding.</param>
    public static string GapKind(string code) => code switch
    {
        "law.citation.not-in-force" => "当时施行的文本未载入",
        "law.issuer.empty" => "制定机关未填写",
        "law.provision.free-text" => "所依条文只有文字",
        "law.reference.hint" => "提示的事实未登记",
        "law.reference.role" => "批准人不是单一角色",
        "law.tier.overlap" => "两个档次可以同时成立",
        "law.tier.gap" => "档次之间有空档",
        "law.value.unconfirmed" => "未确认",
        "law.benchmark.issuer" => "裁量基准的发布信息不全",
        "law.benchmark.level" or "law.benchmark.no-ordinary" or "law.benchmark.gap" or "law.benchmark.overlap" or "law.benchmark.outside-band" => "裁量基准与法定幅度不合",
        _ => code,
    };

    /// <summary>The status of a benchmark.</summary>
    /// <param name="status">Its words in the law data.</param>
    public static string BenchmarkStatus(string status) => status switch
    {
        "in force" => "现行有效",
        "trial" => "试行",
        "trial, in force" => "试行，现行有效",
        "historic" => "已失效，仅供对照",
        "UNCONFIRMED" => "效力未确认",
        "UNCONFIRMED whether replaced" => "是否已被代替未确认",
        "UNCONFIRMED whether still current" => "是否仍然有效未确认",
        _ => status,
    };

    /// <summary>How well a value is known, with the tone of its badge.</summary>
    /// <param name="confidence">The mark.</param>
    public static (string Words, Tone Tone) Confidence(Confidence confidence) => confidence switch
    {
        Law.Citations.Confidence.Primary => ("原文核对", Tone.Good),
        Law.Citations.Confidence.Secondary => ("二手来源", Tone.Warn),
        Law.Citations.Confidence.Recalled => ("凭记忆", Tone.Warn),
        _ => ("未确认", Tone.Bad),
    };

    /// <summary>A day as the pages print it; an open end in words.</summary>
    /// <param name="day">The day.</param>
    /// <param name="open">Words when there is none.</param>
    public static string Day(DateOnly? day, string open = "") => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? open;
}
