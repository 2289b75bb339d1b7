using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell;

/// <summary>Status page (提示页): what a person sees instead of a bare status code.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
[AllowAnonymous]
public sealed class StatusModel : PageModel
{
    /// <summary>The status told.</summary>
    public int Code { get; private set; }

    /// <summary>What happened.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What to do next.</summary>
    public string Says { get; private set; } = "";

    /// <summary>Number that finds the fault in the log; only for faults.</summary>
    public string? TraceId { get; private set; }

    /// <summary>Shows the page; the address alone, without an error behind it, is not found.</summary>
    /// <param name="code">The status.</param>
    public void OnGet(int code) => Show(code);

    /// <summary>A failed form is told the same way.</summary>
    /// <param name="code">The status.</param>
    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var hasCause = HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null;
        Code = hasCause && code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = Code;
        (Title, Says) = Code switch
        {
            400 => ("请求内容有误", "地址或表单中的内容无法识别，请返回上一页检查后重试。"),
            403 => ("没有权限", "这项操作需要相应的职责或者授权，请联系本单位管理员。"),
            404 => ("没有找到这个页面", "地址可能有误，或者内容已经移动。请核对地址，或从首页重新进入。"),
            405 => ("不支持这种操作", "此页面不接受这种提交方式，请从页面上的按钮进入。"),
            410 => ("文件已被改动或者丢失", "文件的内容与登记时的摘要不一致，不能再作为原文件提供；请联系系统管理员从备份恢复。"),
            >= 500 => ("系统出现故障", "非常抱歉，您的操作没有完成。请稍后重试；如仍不能使用，请报告下面的编号。"),
            _ => ("请求未能完成", "请返回上一页重试，或从首页重新进入。"),
        };
        TraceId = Code >= 500 ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;
    }
}
