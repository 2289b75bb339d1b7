using System.Security.Claims;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.Antiforgery;
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

    /// <summary>The largest form that is kept, with the files that are sent with it.</summary>
    private const long LargestKept = 20L * 1024 * 1024;

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
                context.User = PrincipalOf(person);
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
            o.Events.OnRedirectToLogin = async c =>
            {
                if (isForMachines(c.HttpContext))
                {
                    await Answer(c, 401);
                    return;
                }

                // What a form sends goes nowhere after signing in again: the page itself is opened, with the draft if there is one.
                c.Response.Redirect(HttpMethods.IsPost(c.Request.Method)
                    ? "/sign-in" + QueryString.Create("to", c.Request.Path).Add("kept", await KeepExpiredAsync(c.HttpContext) ? "yes" : "no")
                    : c.RedirectUri);
            };
        });
    }

    /// <summary>Keeps a form whose session ran out, when the form was drawn for its person: not when someone ended the session, and not for a stranger's form.</summary>
    private static async Task<bool> KeepExpiredAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        var desk = context.RequestServices.GetRequiredService<SignInDesk>();
        if (!context.Request.HasFormContentType || context.Request.ContentLength is not (> 0 and <= LargestKept)
            || (await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal is not { } cookie
            || IdOf(cookie, SessionClaim) is not { } id || IdOf(cookie, BureauClaim) is not { } bureau || IdOf(cookie, PersonClaim) is not { } post
            || await desk.FindRanOutAsync(id, stop) is not { } session || await desk.PersonAsync(session, bureau, post, stop) is not { } person)
        {
            return false;
        }

        var visitor = context.User;
        context.User = PrincipalOf(person);
        var isHis = await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        context.User = visitor;
        foreach (var keeper in isHis ? context.RequestServices.GetServices<IKeepsExpiredForms>() : [])
        {
            if (await keeper.KeepAsync(context, person, stop))
            {
                return true;
            }
        }

        return false;
    }

    private static ClaimsPrincipal PrincipalOf(CurrentPerson person)
        => new(new ClaimsIdentity(RoleNames.CodesOf(person.Roles).Select(r => new Claim(ClaimTypes.Role, r)), "session"));

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async ValueTask<Session?> SessionOfAsync(ClaimsPrincipal cookie, CancellationToken stop)
        => IdOf(cookie, SessionClaim) is { } id ? await desk.FindAsync(id, stop) : null;

    private static Guid? IdOf(ClaimsPrincipal cookie, string claim) => Guid.TryParse(cookie.FindFirstValue(claim), out var id) ? id : null;
}
