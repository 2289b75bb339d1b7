namespace Heng.Platform.Settings;

/// <summary>What the platform is told of the acts that stand above it: how much of them is coded.</summary>
public interface ICodedElements
{
    /// <summary>The coverage.</summary>
    ElementCoverage Coverage { get; }
}

/// <summary>Coverage of coded elements (要素数字化): the fields of all acts by how they are entered, and where each element has its code.</summary>
/// <param name="Coded">Fields that take a code: a choice, a matter, a person, a piece of evidence, yes or no.</param>
/// <param name="Measured">Fields that take a day, a moment, a number or an amount.</param>
/// <param name="Files">Fields that take files.</param>
/// <param name="Text">Fields that take free text.</param>
/// <param name="Elements">The elements.</param>
public sealed record ElementCoverage(int Coded, int Measured, int Files, int Text, IReadOnlyList<CodedElement> Elements)
{
    /// <summary>Of the fields that are no files, how many are no free text, in whole percent, rounded down.</summary>
    public int Percent => (Coded + Measured) * 100 / Math.Max(1, Coded + Measured + Text);
}

/// <summary>Coded element (要素): one of the things of enforcement that must have a code.</summary>
/// <param name="Name">Name, in Chinese.</param>
/// <param name="CodedAs">By which code, and what stays text.</param>
/// <param name="Places">Where it is entered or kept, as <c>Type.Property</c>.</param>
public sealed record CodedElement(string Name, string CodedAs, IReadOnlyList<string> Places);
