using System.Text.Encodings.Web;
using System.Text.Unicode;
using Heng.Law;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.WebEncoders;

namespace Heng.Platform.Shell;

/// <summary>Site (网站): the web host, put together from the cards of the capabilities.</summary>
public static class Site
{
    /// <summary>Builds the host; it does not listen yet.</summary>
    /// <param name="hostArguments">Arguments for the host itself, as test hosts give them.</param>
    /// <param name="lawSet">The law that the pages and endpoints answer from.</param>
    /// <param name="capabilities">The cards.</param>
    /// <param name="store">Where the data lie.</param>
    /// <param name="address">The address to listen on, or null to leave it to the host.</param>
    public static WebApplication Build(string[] hostArguments, LawSet lawSet, IReadOnlyList<Capability> capabilities, DataStore store, string? address)
    {
        ArgumentNullException.ThrowIfNull(hostArguments);
        ArgumentNullException.ThrowIfNull(capabilities);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = hostArguments,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            // A built or published program finds its files wherever it is started from.
            ContentRootPath = hostArguments.Length == 0 ? AppContext.BaseDirectory : null,
        });
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        // The fallback for files added while the program runs would answer 404 where a wrong method deserves 405.
        builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";
        // A program that is not published would have every page ask for its sheets again; their addresses change with each build that changes them.
        builder.Configuration["EnableStaticAssetsDevelopmentCaching"] = "true";
        if (address is not null)
        {
            builder.WebHost.UseUrls(address);
        }

        AddLogging(builder.Logging);
        AddServices(builder.Services, lawSet, capabilities, store);
        var app = builder.Build();
        UsePipeline(app);
        app.MapStaticAssets().AllowAnonymous();
        // Nothing is open unless it says so itself.
        app.MapRazorPages().WithStaticAssets().RequireAuthorization();
        app.MapOpenApi().AllowAnonymous();
        var endpoints = app.MapGroup("").RequireAuthorization();
        foreach (var capability in capabilities)
        {
            capability.MapEndpoints(endpoints);
        }

        return app;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        // Standard output belongs to the address line; what goes wrong goes to standard error.
        logging.ClearProviders();
        logging.AddSimpleConsole();
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        // It warns whenever a page with a form says itself that it must not be kept.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // It warns that keys on a Unix machine are not encrypted: their folder is closed to everyone but the account of the service instead (AddKeys).
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // A lost race is tried again and is no fault; what is one comes up as an exception and is told there.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);
    }

    private static void AddServices(IServiceCollection services, LawSet lawSet, IReadOnlyList<Capability> capabilities, DataStore store)
    {
        services.AddSingleton(lawSet);
        services.AddSingleton(capabilities);
        services.AddSingleton(new PracticeClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<PracticeClock>());
        services.AddSingleton<Readiness>();
        store.AddTo(services);
        services.AddSingleton<FileStore>();
        services.AddSingleton<LawArchive>();
        services.AddScoped<SignedIn>();
        SignInGuard.AddTo(services, IsForMachines);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(o => o.RootDirectory = "/");
        services.Configure<Microsoft.AspNetCore.Mvc.Razor.RazorViewEngineOptions>(o => o.PageViewLocationFormats.Add("/Platform/Shell/{0}.cshtml"));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        // A malformed request is the sender's fault in every environment: 400 with problem details, never an exception.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddResponseCompression();
        AddKeys(services, Path.Combine(store.Folder, "keys"));
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "衡 Heng";
            document.Info.Description = "市场监管裁量测算与期限计算接口。Assessment of discretion and legal time limits.";
            return Task.CompletedTask;
        }));
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context => Problems.Complete(context.ProblemDetails, context.HttpContext));
        AddCapabilities(services, capabilities);
    }

    /// <summary>Keys of cookies and of the vault: for the account of the service only, by the mode of their folder or, on Windows, encrypted by the system.</summary>
    private static void AddKeys(IServiceCollection services, string folder)
    {
        var keys = services.AddDataProtection().SetApplicationName("heng");
        if (OperatingSystem.IsWindows())
        {
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(folder)).ProtectKeysWithDpapi();
        }
        else
        {
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        }
    }

    /// <summary>Registers the desks of the platform and what the cards contribute: services and settings.</summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="capabilities">The cards.</param>
    public static void AddCapabilities(IServiceCollection services, IReadOnlyList<Capability> capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        services.AddSingleton<PeopleDirectory>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton(new SignInPolicy());
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInDesk>();
        foreach (var definition in capabilities.SelectMany(c => c.Settings))
        {
            services.AddSingleton(definition);
        }

        foreach (var capability in capabilities)
        {
            capability.AddServices(services);
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(IsForMachines, machines =>
        {
            machines.UseExceptionHandler();
            machines.UseStatusCodePages();
        });
        app.UseWhen(context => !IsForMachines(context), people =>
        {
            people.UseExceptionHandler("/status/500");
            people.UseStatusCodePagesWithReExecute("/status/{0}");
        });
        app.UseMiddleware<WhilePreparing>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<SignInGuard>();
        app.UseAuthorization();
    }

    private static bool IsForMachines(HttpContext context)
        => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal);
}
