using System.Security.Claims;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Heng.Platform.SignIn;

/// <summary>Sign-in guard (登录守卫): says who makes a request; everything that is not marked as public asks for a person in a post.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="desk">Keeps the sessions.</param>
public sealed class SignInGuard(RequestDelegate next, SignInDesk desk)
{
    private const string SessionClaim = "session";
    private const string BureauClaim = "bureau";
    private const string PersonClaim = "person";

    /// <summary>Sets the person of the request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="signedIn">Receives the person.</param>
    public async Task InvokeAsync(HttpContext context, SignedIn signedIn)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(signedIn);
        var cookie = context.User;
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        if (await SessionOfAsync(cookie, context.RequestAborted) is { } session)
        {
            signedIn.Session = session.Id;
            if (!session.IsWaiting && IdOf(cookie, BureauClaim) is { } bureau && IdOf(cookie, PersonClaim) is { } id && await desk.PersonAsync(session, bureau, id, context.RequestAborted) is { } person)
            {
                signedIn.Person = person;
                context.User = new ClaimsPrincipal(new ClaimsIdentity(RoleNames.CodesOf(person.Roles).Select(r => new Claim(ClaimTypes.Role, r)), "session"));
            }
        }

        await next(context);
    }

    /// <summary>Writes the cookie of a session, in a post once it is chosen.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">The session.</param>
    /// <param name="post">The post, or null.</param>
    public static Task WriteAsync(HttpContext context, Session session, Post? post)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(session);
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.Id.ToString("N"))], CookieAuthenticationDefaults.AuthenticationScheme);
        if (post is not null)
        {
            identity.AddClaim(new Claim(BureauClaim, post.BureauId.ToString("N")));
            identity.AddClaim(new Claim(PersonClaim, post.PersonId.ToString("N")));
        }

        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = false });
    }

    /// <summary>Registers cookies, sessions and the rule that nothing is open unless it says so.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="isForMachines">Whether a request wants a status and no page.</param>
    public static void AddTo(IServiceCollection services, Func<HttpContext, bool> isForMachines)
    {
        // Pages and endpoints read what the person of the request may read.
        services.AddScoped(s => s.GetRequiredService<IHengDbFactory>().Create(s.GetRequiredService<SignedIn>().Person?.Access ?? Access.None));
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            // The session says when it ends; the cookie must not end with the practice clock.
            o.TimeProvider = TimeProvider.System;
            o.Cookie.Name = "heng";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.LoginPath = "/sign-in";
            o.ReturnUrlParameter = "to";
            o.Events.OnRedirectToAccessDenied = c => Answer(c, 403);
            o.Events.OnRedirectToLogin = c =>
            {
                if (isForMachines(c.HttpContext))
                {
                    return Answer(c, 401);
                }

                c.Response.Redirect(c.RedirectUri);
                return Task.CompletedTask;
            };
        });
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async ValueTask<Session?> SessionOfAsync(ClaimsPrincipal cookie, CancellationToken stop)
        => IdOf(cookie, SessionClaim) is { } id ? await desk.FindAsync(id, stop) : null;

    private static Guid? IdOf(ClaimsPrincipal cookie, string claim) => Guid.TryParse(cookie.FindFirstValue(claim), out var id) ? id : null;
}
