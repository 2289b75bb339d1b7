namespace Heng.Platform.Shell.Kit;

/// <summary>Choice (选项) of a list or a group of buttons.</summary>
/// <param name="Value">The value sent.</param>
/// <param name="Label">The words shown.</param>
public sealed record Choice(string Value, string Label);
