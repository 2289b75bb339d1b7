namespace Heng.BrowserTests;

/// <summary>Every page that must pass the checks of <see cref="EveryPageTests"/>; adding a page is one line.</summary>
public static class Routes
{
    /// <summary>Address, and the name of its screenshots.</summary>
    public static TheoryData<string, string> All { get; } = new()
    {
        { "/", "home" },
        { "/law/instruments/FSL?article=124", "instrument" },
        { "/no-such-page", "not-found" },
    };
}
