using Heng.Platform.Shell.Kit;
using Heng.Platform.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Platform.Administration.Pages;

/// <summary>First set-up (初始设置): there only while a token is waited for.</summary>
/// <param name="desk">Sets up.</param>
/// <param name="protection">Locks the secrets while the form is out.</param>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
public sealed class SetUpModel(SetUpDesk desk, IDataProtectionProvider protection) : PageModel
{
    private readonly IDataProtector protector = protection.CreateProtector("Heng.SetUp");

    /// <summary>The token.</summary>
    public string? Token { get; private set; }

    /// <summary>The bureau.</summary>
    public BureauForm Form { get; private set; } = new() { LawRegion = "CN", HashProfile = "sha256", Level = Tenancy.BureauLevel.County };

    /// <summary>Unit of the administrators.</summary>
    public string? Unit { get; private set; } = "局机关";

    /// <summary>The administrators.</summary>
    public IReadOnlyList<FirstAdministrator> Three { get; private set; } = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>A secret in groups of four.</summary>
    /// <param name="secret">The secret.</param>
    public static string Grouped(string secret) => string.Join(' ', secret.Chunk(4).Select(c => new string(c)));

    /// <summary>A secret, locked.</summary>
    /// <param name="secret">The secret.</param>
    public string Lock(string secret) => protector.Protect(secret);

    /// <summary>Shows the form.</summary>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Three = [.. SetUpDesk.Roles.Select(_ => new FirstAdministrator { Secret = SecondFactor.NewSecret() })];
        return await desk.IsOpenAsync(stop) ? Page() : NotFound();
    }

    /// <summary>Sets up.</summary>
    /// <param name="form">The bureau.</param>
    /// <param name="token">The token.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<IActionResult> OnPostAsync(BureauForm form, string? token, string? unit, CancellationToken stop)
    {
        if (!await desk.IsOpenAsync(stop))
        {
            return NotFound();
        }

        (Form, Token, Unit) = (form, token, unit);
        try
        {
            Three = [.. SetUpDesk.Roles.Select((_, i) => new FirstAdministrator { Name = Field("name", i), Account = Field("account", i), Password = Field("password", i), Code = Field("code", i), Secret = protector.Unprotect(Field("secret", i)) })];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return BadRequest();
        }

        Problems = await desk.SetUpAsync(token, form, unit, Three, stop);
        if (Problems.Count > 0)
        {
            Response.StatusCode = 400;
            return Page();
        }

        return RedirectToPage("/Platform/Shell/SignIn/SignIn");
    }

    private string Field(string name, int number) => Request.Form[$"{name}{number}"].ToString();
}
