using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heng.Law.Citations;
using Heng.Law.Procedure;
using Heng.Platform.People;

namespace Heng.Dossiers;

/// <summary>Act type (行为类型): what is known of a kind of act without an act.</summary>
public sealed class ActType
{
    internal ActType(Type type, ActAttribute about)
    {
        Type = type;
        About = about;
        Empty = (DossierAct)Activator.CreateInstance(type)!;
        LooksUp = type.GetMethod(nameof(DossierAct.LookUpAsync))!.DeclaringType != typeof(DossierAct);
        Fields = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => (Property: p, Field: p.GetCustomAttribute<FieldAttribute>()))
            .Where(p => p.Field is not null)
            .Select(p => new ActField(p.Property, p.Field!))
            .OrderBy(f => f.About.Order)];
    }

    /// <summary>The record.</summary>
    public Type Type { get; }

    /// <summary>Code, name and the rest.</summary>
    public ActAttribute About { get; }

    /// <summary>Stable code.</summary>
    public string Code => About.Code;

    /// <summary>Chinese name.</summary>
    public string Chinese => About.Chinese;

    /// <summary>The step of the procedure, or null.</summary>
    public ActKind? Kind => About.Kind;

    /// <summary>An act with nothing in it.</summary>
    public DossierAct Empty { get; }

    /// <summary>The fields in the order in which they are written.</summary>
    public IReadOnlyList<ActField> Fields { get; }

    /// <summary>Whether the act looks at other rows before it is judged.</summary>
    internal bool LooksUp { get; }

    /// <summary>Who may do it now: by the present step of the procedure, else as the act says.</summary>
    /// <param name="file">The dossier.</param>
    public PersonRoles By(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return About.By != PersonRoles.None ? About.By : StepIn(file) is { } step ? RoleNames.OfProcedure(step.By) : PersonRoles.None;
    }

    /// <summary>The step of the procedure that it takes now, or null.</summary>
    /// <param name="file">The dossier.</param>
    public Transition? StepIn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Kind is { } kind ? file.Next.FirstOrDefault(t => t.Act == kind) : null;
    }

    /// <summary>The article that it rests on: its own, else that of its step.</summary>
    /// <param name="file">The dossier.</param>
    public Citation? BasisIn(DossierFile file) => About.Basis is { } own ? Citation.Parse(own) : StepIn(file)?.MainBasis;
}

/// <summary>A field of an act type.</summary>
/// <param name="Property">The property.</param>
/// <param name="About">Label, kind and the rest.</param>
public sealed record ActField(PropertyInfo Property, FieldAttribute About)
{
    /// <summary>Name in forms.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(Property.Name);
}

/// <summary>The register of act types (行为登记表) and how acts are written as JSON.</summary>
public static class ActTypes
{
    private static readonly FrozenDictionary<Type, ActType> byType = typeof(ActTypes).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DossierAct)))
        .Select(t => new ActType(t, t.GetCustomAttribute<ActAttribute>() ?? throw new InvalidOperationException($"{t} has no code")))
        .ToFrozenDictionary(t => t.Type);

    private static readonly ConcurrentDictionary<Enum, string> labels = new();

    private static readonly FrozenDictionary<string, ActType> byCode = byType.Values.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);

    /// <summary>How acts are written: camel case, enums as text, nothing for null.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Every act type, ordered by code.</summary>
    public static IReadOnlyList<ActType> All { get; } = [.. byType.Values.OrderBy(t => t.Code, StringComparer.Ordinal)];

    /// <summary>The type of an act.</summary>
    /// <param name="act">The act.</param>
    public static ActType Of(DossierAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return byType[act.GetType()];
    }

    /// <summary>The type with a code, or null.</summary>
    /// <param name="code">The code.</param>
    public static ActType? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>An act as JSON.</summary>
    /// <param name="act">The act.</param>
    public static string Write(DossierAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return JsonSerializer.Serialize(act, act.GetType(), Json);
    }

    /// <summary>The act of a record entry.</summary>
    /// <param name="code">The code.</param>
    /// <param name="content">The JSON.</param>
    /// <exception cref="JsonException">The content is not what the code says.</exception>
    public static DossierAct Read(string code, string content)
        => Find(code) is { } type && JsonSerializer.Deserialize(content, type.Type, Json) is DossierAct act ? act : throw new JsonException($"The act '{code}' cannot be read.");

    /// <summary>The Chinese label of an enum value.</summary>
    /// <param name="value">The value.</param>
    public static string LabelOf(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return labels.GetOrAdd(value, v => v.GetType().GetField(v.ToString())?.GetCustomAttribute<LabelAttribute>()?.Chinese ?? v.ToString());
    }
}
