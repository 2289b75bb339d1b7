namespace Heng.BrowserTests;

/// <summary>Tests that move the practice clock of one program: one after another, each from the day on which the last one ended.</summary>
[CollectionDefinition(Name)]
public sealed class Training
{
    /// <summary>Its name.</summary>
    public const string Name = "training";
}
