namespace Heng.Law.Codes;

/// <summary>Code fault (代码错误): why a text is not the code it should be.</summary>
/// <param name="Code">Stable public code, for example <c>codes.credit-code.check</c>; it never changes its meaning.</param>
/// <param name="Says">What is wrong and what to do, in Chinese, without repeating personal data.</param>
public sealed record CodeFault(string Code, string Says);
