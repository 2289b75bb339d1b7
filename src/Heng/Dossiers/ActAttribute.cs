using Heng.Law.Procedure;
using Heng.Platform.People;

namespace Heng.Dossiers;

/// <summary>Names an act: its stable code, its Chinese name and, for a step of the procedure, which step.</summary>
/// <param name="code">Stable code, for example <c>cases.approve-filing</c>; it never changes its meaning.</param>
/// <param name="chinese">Chinese name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ActAttribute(string code, string chinese) : Attribute
{
    /// <summary>Names an act that is a step of the procedure.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="chinese">Chinese name.</param>
    /// <param name="kind">The step.</param>
    public ActAttribute(string code, string chinese, ActKind kind)
        : this(code, chinese) => Kind = kind;

    /// <summary>Stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Chinese name.</summary>
    public string Chinese { get; } = chinese;

    /// <summary>The step of the procedure; null for an act that moves no stage.</summary>
    public ActKind? Kind { get; }

    /// <summary>Who may do it, for an act that is no step of the procedure.</summary>
    public PersonRoles By { get; set; }

    /// <summary>Whether the act opens a dossier.</summary>
    public bool Opens { get; set; }

    /// <summary>Main article, in the written form of a citation, shown as help.</summary>
    public string? Basis { get; set; }

    /// <summary>What the person should know before doing it, in Chinese.</summary>
    public string? Help { get; set; }

    /// <summary>What cannot be undone; the page asks once more.</summary>
    public string? Irreversible { get; set; }

    /// <summary>Page that draws the form when the general one does not suffice; the id of the dossier follows.</summary>
    public string? Page { get; set; }
}
