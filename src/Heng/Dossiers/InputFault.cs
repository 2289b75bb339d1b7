namespace Heng.Dossiers;

/// <summary>Input fault (填写错误): what is wrong with a field and what to do.</summary>
/// <param name="Field">Name of the field in forms.</param>
/// <param name="Says">What is wrong, in Chinese.</param>
public sealed record InputFault(string Field, string Says);
