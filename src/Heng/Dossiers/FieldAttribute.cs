namespace Heng.Dossiers;

/// <summary>How a field of an act is entered.</summary>
public enum FieldKind
{
    /// <summary>As the type says: text, day, number, choice of an enum, yes or no.</summary>
    Auto,

    /// <summary>Text of several lines.</summary>
    LongText,

    /// <summary>Yuan with at most two decimals.</summary>
    Money,

    /// <summary>One person of the bureau.</summary>
    Person,

    /// <summary>Several people of the bureau.</summary>
    People,

    /// <summary>Files to upload.</summary>
    Files,

    /// <summary>A matter of the law set.</summary>
    Matter,

    /// <summary>Pieces of evidence of the dossier, by number; the act gives them as its choices.</summary>
    Evidence,

    /// <summary>A day and a time of day, Beijing time.</summary>
    Moment,

    /// <summary>One of the choices that the act itself gives.</summary>
    Choice,

    /// <summary>Several of the choices that the act itself gives.</summary>
    Choices,

    /// <summary>A whole number for each of the choices that the act itself gives; any may stay empty.</summary>
    Counts,
}

/// <summary>A field of an act that a person fills in.</summary>
/// <param name="label">Label, in Chinese.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string label) : Attribute
{
    /// <summary>Label.</summary>
    public string Label { get; } = label;

    /// <summary>How it is entered.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>What is meant, in Chinese.</summary>
    public string? Help { get; set; }

    /// <summary>Unit printed behind the field.</summary>
    public string? Unit { get; set; }

    /// <summary>Whether it may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Whether it is personal and shown with its middle hidden once it is recorded.</summary>
    public bool Masked { get; set; }

    /// <summary>Place among the fields of the act: fields with the same number stand as they are written, those of the act before those of what it shares with others.</summary>
    public int Order { get; set; }

    /// <summary>Heading above the field, when a group of fields begins.</summary>
    public string? Group { get; set; }

    /// <summary>Whether the group that begins here is folded until something stands in it or is wrong with it.</summary>
    public bool Folded { get; set; }

    /// <summary>Only the people with one of these roles are offered.</summary>
    public Platform.People.PersonRoles Roles { get; set; }
}

/// <summary>Chinese label of a value of an enum.</summary>
/// <param name="chinese">The label.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string chinese) : Attribute
{
    /// <summary>The label.</summary>
    public string Chinese { get; } = chinese;
}
