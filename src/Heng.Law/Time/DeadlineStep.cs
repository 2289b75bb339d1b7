using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Step of a count (计算步骤): one thing that was done on the way to the deadline.</summary>
/// <param name="What">Name of the step in Chinese, for example 顺延.</param>
/// <param name="Says">The step in one Chinese sentence.</param>
/// <param name="From">Where the step starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Rule">Counting rule followed, K1 to K12; null where the article itself says it.</param>
/// <param name="Reading">Reading followed, D1 to D7, where the law leaves a choice.</param>
/// <param name="Basis">The articles.</param>
public sealed record DeadlineStep(string What, string Says, LegalMoment From, LegalMoment To, string? Rule, string? Reading, IReadOnlyList<Citation> Basis);
