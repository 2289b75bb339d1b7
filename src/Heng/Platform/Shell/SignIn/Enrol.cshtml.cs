using Heng.Platform.People;
using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Shell.SignIn;

/// <summary>Enrolment of the second factor (绑定动态口令).</summary>
/// <param name="desk">Keeps the secret.</param>
/// <param name="signedIn">The session.</param>
/// <param name="protection">Locks the secret while the form is out.</param>
[ResponseCache(NoStore = true)]
public sealed class EnrolModel(SignInDesk desk, SignedIn signedIn, IDataProtectionProvider protection) : PageModel
{
    private readonly IDataProtector protector = protection.CreateProtector("Heng.Enrol");
    private string secret = "";

    /// <summary>The secret, locked.</summary>
    public string Locked => protector.Protect(secret);

    /// <summary>The secret in groups of four.</summary>
    public string Grouped => string.Join(' ', secret.Chunk(4).Select(c => new string(c)));

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Shows a new secret.</summary>
    public void OnGet() => secret = SecondFactor.NewSecret();

    /// <summary>Enrols.</summary>
    /// <param name="secret">The secret, locked.</param>
    /// <param name="code">The code.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(string secret, string? code, CancellationToken stop)
    {
        try
        {
            this.secret = protector.Unprotect(secret ?? "");
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return BadRequest();
        }

        if (signedIn.Session is { } id && await desk.FindAsync(id, stop) is { } session && await desk.EnrolAsync(session, this.secret, code, stop))
        {
            return LocalRedirect("/work");
        }

        Problems = [new FieldProblem("code", "动态口令不正确，请核对手机时间后再试。")];
        Response.StatusCode = 400;
        return Page();
    }
}
