using Heng.Payment.Model;
using Heng.Payment.Storage;
using Heng.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Payment.Pages;

/// <summary>Import page (罚没收款页): takes in a file of the bank, shows what its lines match, books them, and keeps the rest for clearing.</summary>
/// <param name="bank">Does the work.</param>
/// <param name="signedIn">Who.</param>
[Authorize(Roles = "finance")]
[RequestSizeLimit(BankDesk.LargestFile + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = BankDesk.LargestFile + (1024 * 1024))]
public sealed class ImportModel(BankDesk bank, SignedIn signedIn) : PageModel
{
    /// <summary>Lines booked with one request.</summary>
    public const int Together = 200;

    /// <summary>Lines of a state that the page shows.</summary>
    public const int Shown = 100;

    /// <summary>The file; null for the list.</summary>
    [FromRoute(Name = "id")]
    public Guid? Id { get; set; }

    /// <summary>Whether the file had been taken in before.</summary>
    [FromQuery(Name = "known")]
    public bool IsKnown { get; set; }

    /// <summary>Whether lines are being booked.</summary>
    [FromQuery(Name = "booking")]
    public bool IsBooking { get; set; }

    /// <summary>The files.</summary>
    public IReadOnlyList<BankFileView> Files { get; private set; } = [];

    /// <summary>The file that is shown; null for the list.</summary>
    public BankFileView? Shows { get; private set; }

    /// <summary>Some of its lines.</summary>
    public IReadOnlyList<BankLine> Lines { get; private set; } = [];

    /// <summary>Why nothing was done.</summary>
    public string? Says { get; private set; }

    /// <summary>The groups of lines, in the order of the page.</summary>
    public static IReadOnlyList<(BankLineState State, string Name, string Help)> Groups { get; } =
    [
        (BankLineState.Unmatched, "未匹配", "缴款码不属于本局的处罚决定；核对后重新匹配，或者写明去向后清理。"),
        (BankLineState.Refused, "未能入账", "按提示处理后重新匹配。"),
        (BankLineState.Faulty, "格式有误", "请银行更正后重新导入。"),
        (BankLineState.Duplicate, "重复", "流水号已经入账，不会重复入账。"),
        (BankLineState.Matched, "待入账", "确认后逐笔入账。"),
        (BankLineState.Booked, "已入账", ""),
        (BankLineState.Cleared, "已清理", ""),
    ];

    /// <summary>Shows the list or a file.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    /// <summary>Takes a file in.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
        {
            return await SayAsync("请选择银行对账文件。", stop);
        }

        await using var content = file.OpenReadStream();
        var (taken, known, says) = await bank.TakeAsync(signedIn.Person!, Path.GetFileName(file.FileName), content, stop);
        return taken is { } id ? Redirect(PaymentLinks.Of(id) + (known ? "?known=true" : "")) : await SayAsync(says!, stop);
    }

    /// <summary>Books some of the matched lines; the page goes on by itself, or by a button without script.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostBookAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop) || Id is not { } id)
        {
            return NotFound();
        }

        var left = await bank.BookAsync(signedIn.Person!, id, Together, stop);
        return Redirect(PaymentLinks.Of(id) + (left > 0 ? "?booking=true" : ""));
    }

    /// <summary>Matches again.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostMatchAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop) || Id is not { } id)
        {
            return NotFound();
        }

        await bank.MatchAgainAsync(signedIn.Person!, id, stop);
        return Redirect(PaymentLinks.Of(id));
    }

    /// <summary>Clears a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="note">What was done.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostClearAsync(Guid line, string? note, CancellationToken stop)
    {
        if (!await LoadAsync(stop) || Id is not { } id)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            return await SayAsync("请写明这笔收款怎样处理。", stop);
        }

        return await bank.ClearAsync(signedIn.Person!, line, note.Trim(), stop) ? Redirect(PaymentLinks.Of(id)) : await SayAsync("这一行已经入账或者已经清理。", stop);
    }

    private async Task<IActionResult> SayAsync(string says, CancellationToken stop)
    {
        Says = says;
        Response.StatusCode = 400;
        return await LoadAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (Id is not { } id)
        {
            Files = await bank.FilesAsync(signedIn.Person!, stop);
            return true;
        }

        if (await bank.FindAsync(signedIn.Person!, id, Shown, stop) is not { } found)
        {
            return false;
        }

        (Shows, Lines) = found;
        return true;
    }
}
