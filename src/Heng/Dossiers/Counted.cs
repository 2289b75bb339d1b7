namespace Heng.Dossiers;

/// <summary>Count (计数) of one of several things: which one, and how many.</summary>
/// <param name="Of">Number of the thing, as the choices of the act give it.</param>
/// <param name="Count">How many.</param>
public sealed record Counted(int Of, int Count);
