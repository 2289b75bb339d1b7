namespace Heng.Platform.Shell.Kit;

/// <summary>Problem of a field (字段错误): shown beside the field and in the summary on top.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Says">What is wrong and what to do, in Chinese.</param>
public sealed record FieldProblem(string Field, string Says);
