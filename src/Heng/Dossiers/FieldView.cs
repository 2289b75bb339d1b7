using Heng.Law.Matters;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Shell.Kit;

namespace Heng.Dossiers;

/// <summary>A field of an act as a form draws it (表单字段), with the partial view <see cref="Partial"/>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">What is in it.</param>
/// <param name="Problems">What is wrong in the form.</param>
/// <param name="Choices">What may be chosen.</param>
public sealed record FieldView(ActField Field, IReadOnlyList<string> Values, IReadOnlyList<FieldProblem> Problems, IReadOnlyList<Choice> Choices)
{
    /// <summary>The partial view.</summary>
    public const string Partial = "/Dossiers/Pages/_ActField.cshtml";

    /// <summary>Name of the button that all buttons of a form share.</summary>
    public const string Button = "do";

    /// <summary>Up to so many choices all are shown as buttons.</summary>
    private const int FewChoices = 7;

    private static readonly Choice[] yesNo = [new("yes", "是"), new("no", "否")];

    /// <summary>The single value.</summary>
    public string? Value => Values.Count == 0 ? null : Values[0];

    /// <summary>The type entered.</summary>
    public Type Type => Nullable.GetUnderlyingType(Field.Property.PropertyType) ?? Field.Property.PropertyType;

    /// <summary>Whether the choices are few enough to show all.</summary>
    public bool IsShort => Choices.Count <= FewChoices;

    /// <summary>The number entered for a choice, for a field of counts.</summary>
    /// <param name="choice">The choice.</param>
    public string? CountOf(Choice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return Values.Where(v => v.StartsWith(choice.Value + ":", StringComparison.Ordinal)).Select(v => v[(choice.Value.Length + 1)..]).FirstOrDefault();
    }

    /// <summary>The files named, for a field of files.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>The matter chosen.</summary>
    public Matter? Matter { get; init; }

    /// <summary>The words with which a matter is looked for.</summary>
    public string? Words { get; init; }

    /// <summary>The matters found; null while none is looked for.</summary>
    public IReadOnlyList<Matter>? Found { get; init; }

    /// <summary>A field with its choices.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">What is in it.</param>
    /// <param name="problems">What is wrong in the form.</param>
    /// <param name="act">The act, for the choices that only it knows.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who would act.</param>
    public static FieldView Of(ActField field, IReadOnlyList<string> values, IReadOnlyList<FieldProblem> problems, DossierAct act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        var view = new FieldView(field, values, problems, []);
        IEnumerable<Choice> choices = field.About.Kind switch
        {
            FieldKind.Person or FieldKind.People => PeopleOf(field, act, file, context),
            FieldKind.Choice or FieldKind.Choices or FieldKind.Counts or FieldKind.Evidence => act.ChoicesOf(field.Property.Name, file, context).Select(c => new Choice(c.Value, c.Label)),
            _ when view.Type == typeof(bool) => field.About.Optional ? [.. yesNo, new Choice("", "不填")] : yesNo,
            _ when view.Type.IsEnum => EnumOf(view.Type, field.About.Optional),
            _ => [],
        };
        return view with { Choices = [.. choices] };
    }

    private static IEnumerable<Choice> EnumOf(Type type, bool optional)
    {
        var all = Enum.GetValues(type).Cast<Enum>().Select(v => new Choice(v.ToString(), ActTypes.LabelOf(v)));
        return optional ? all.Append(new Choice("", "不填")) : all;
    }

    /// <summary>People of the own unit first; that someone has no certificate is said where it matters.</summary>
    private static IEnumerable<Choice> PeopleOf(ActField field, DossierAct act, DossierFile file, ActContext context)
    {
        var roles = field.About.Roles;
        return context.People.Values.Where(p => (roles == PersonRoles.None || (p.Roles & roles) != 0) && act.Offers(field.Property.Name, p, file))
            .OrderBy(p => p.UnitId == context.Me.UnitId ? 0 : 1).ThenBy(p => p.UnitId).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new Choice(p.Id.ToString(), p.UnitId == context.Me.UnitId ? Named(p) : $"{Named(p)} · {context.UnitNames.GetValueOrDefault(p.UnitId)}"));

        string Named(PersonCard person) => roles == PersonRoles.None || roles.HasFlag(PersonRoles.Officer) ? person.Label : $"{person.Name}（{RoleNames.NamesOf(person.Roles)}）";
    }
}
