using System.Globalization;

namespace Heng.Platform.Administration;

/// <summary>The addresses of the administrators' pages.</summary>
public static class AdminLinks
{
    public const string Home = "/admin";

    public const string Bureaus = "/admin/bureaus";

    public const string Units = "/admin/units";

    public const string People = "/admin/people";

    public const string Certificates = "/admin/certificates";

    public const string Powers = "/admin/powers";

    public const string Settings = "/admin/settings";

    public const string CodeLists = "/admin/code-lists";

    public const string Sessions = "/admin/sessions";

    public const string PersonalData = "/admin/personal-data";

    public const string Log = "/admin/log";

    public const string SetUp = "/set-up";

    /// <summary>A page about one thing of a bureau.</summary>
    /// <param name="page">The page.</param>
    /// <param name="bureau">The bureau.</param>
    /// <param name="id">The thing; null for the page itself.</param>
    public static string Of(string page, Guid bureau, object? id = null)
        => page + (id is null ? "" : "/" + Uri.EscapeDataString(Convert.ToString(id, CultureInfo.InvariantCulture)!)) + "?bureau=" + bureau;
}
