namespace Heng.Law;

/// <summary>Severity of a finding (严重程度).</summary>
public enum LawSeverity
{
    /// <summary>Worth knowing; nothing need be done (提示).</summary>
    Info,

    /// <summary>A lawyer should look at it (提醒).</summary>
    Warning,

    /// <summary>The data is wrong (错误).</summary>
    Error,
}

/// <summary>Finding of the law check (数据检查结果): what is wrong at one place of the law data, and what to do.</summary>
/// <param name="Code">Stable code, for example <c>law.time.gap</c>; the table stands in <c>law/README.md</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">Path of the file under <c>law/</c>.</param>
/// <param name="Path">Place in the file, for example <c>$.versions[0].from</c>.</param>
/// <param name="Says">What is wrong and what to do, in Chinese.</param>
public sealed record LawFinding(string Code, LawSeverity Severity, string File, string Path, string Says)
{
    /// <summary>The value that is wrong, as <c>known-gaps.json</c> names it; null when none is.</summary>
    public string? Value { get; init; }

    /// <summary>Why the finding is known and left open, as <c>known-gaps.json</c> says; null when it is new.</summary>
    public string? KnownBecause { get; init; }

    /// <summary>Whether something has to be done: neither known nor only worth knowing.</summary>
    public bool IsOpen => KnownBecause is null && Severity != LawSeverity.Info;
}
