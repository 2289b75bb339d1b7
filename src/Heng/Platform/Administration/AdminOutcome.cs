using Heng.Platform.Shell.Kit;

namespace Heng.Platform.Administration;

/// <summary>What became of a change by an administrator (管理操作结果).</summary>
public abstract record AdminOutcome
{
    private AdminOutcome()
    {
    }

    /// <summary>Done and logged.</summary>
    /// <param name="Id">What was made or changed.</param>
    /// <param name="Secret">A one-time password, shown once; null for none.</param>
    public sealed record Done(Guid Id, string? Secret = null) : AdminOutcome;

    /// <summary>Refused; nothing changed.</summary>
    /// <param name="Problems">What is wrong, field by field.</param>
    public sealed record Refused(IReadOnlyList<FieldProblem> Problems) : AdminOutcome;

    /// <summary>The person may not.</summary>
    /// <param name="Says">Why.</param>
    public sealed record Forbidden(string Says) : AdminOutcome;

    /// <summary>No such thing in a bureau that the person administers.</summary>
    public sealed record NotFound : AdminOutcome;
}
