using System.Diagnostics;
using Heng.Law;
using Heng.Law.Rulings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Heng.Platform.Shell;

/// <summary>Problem details (错误说明) for other systems; Chinese titles, no personal data.</summary>
public static class Problems
{
    private static readonly Dictionary<int, (string Type, string Title)> ByStatus = new()
    {
        [400] = ("urn:heng:input", "请求内容有误"),
        [404] = ("urn:heng:not-found", "没有找到所请求的内容"),
        [405] = ("urn:heng:method", "此地址不接受这种请求方法"),
        [406] = ("urn:heng:not-acceptable", "无法按所要求的格式答复"),
        [409] = ("urn:heng:conflict", "内容已被他人更改"),
        [410] = ("urn:heng:altered", "文件已被改动或者丢失"),
        [413] = ("urn:heng:too-large", "请求内容过大"),
        [415] = ("urn:heng:media-type", "请求内容的格式不受支持，请使用 application/json"),
        [422] = ("urn:heng:refusal", "依法不能办理"),
        [500] = ("urn:heng:fault", "系统出现故障"),
    };

    /// <summary>400: the input is malformed; each entry names a place in it and what is wrong there.</summary>
    /// <param name="errors">Place in the input, and what is wrong and what to do, in Chinese.</param>
    public static ProblemHttpResult Input(IReadOnlyDictionary<string, string[]> errors)
        => TypedResults.Problem(statusCode: 400, extensions: new Dictionary<string, object?> { ["errors"] = errors });

    /// <summary>422: the law refuses; every refusal with its article.</summary>
    /// <param name="refusals">At least one.</param>
    /// <param name="lawSet">For the Chinese names of the articles.</param>
    public static ProblemHttpResult Refused(IReadOnlyList<Refusal> refusals, LawSet lawSet)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        ArgumentNullException.ThrowIfNull(lawSet);
        return TypedResults.Problem(
            type: $"urn:heng:refusal:{refusals[0].Code}",
            title: "依法不能办理",
            detail: string.Join("；", refusals.Select(r => r.Says)),
            statusCode: 422,
            extensions: new Dictionary<string, object?>
            {
                ["code"] = refusals[0].Code,
                ["basis"] = refusals.Select(r => lawSet.Instruments.InChinese(r.Basis)).Distinct().ToArray(),
                ["facts"] = refusals.SelectMany(r => r.Facts).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value),
            });
    }

    internal static void Complete(ProblemDetails problem, HttpContext context)
    {
        var status = problem.Status ?? context.Response.StatusCode;
        var (type, title) = ByStatus.TryGetValue(status, out var known) ? known : ("urn:heng:status:" + status, "请求未能完成");
        if (problem.Type is null || !problem.Type.StartsWith("urn:heng:", StringComparison.Ordinal))
        {
            problem.Type = type;
            problem.Title = title;
        }

        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier;
    }
}
