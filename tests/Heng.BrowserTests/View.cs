namespace Heng.BrowserTests;

/// <summary>How a page is looked at.</summary>
public enum View
{
    /// <summary>A desk screen, 1366 by 768.</summary>
    Wide,

    /// <summary>A telephone, 390 by 844.</summary>
    Narrow,

    /// <summary>A desk screen with JavaScript switched off.</summary>
    WithoutScript,
}
