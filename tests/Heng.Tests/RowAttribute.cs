using Xunit.v3;

namespace Heng.Tests;

/// <summary>The rows of the requirements that a test shows; docs/capabilities.md is checked against them.</summary>
/// <param name="rows">Row ids, for example <c>8.18</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RowAttribute(params string[] rows) : Attribute, ITraitAttribute
{
    /// <summary>The ids.</summary>
    public IReadOnlyList<string> Rows { get; } = rows;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. Rows.Select(r => new KeyValuePair<string, string>("row", r))];
}
