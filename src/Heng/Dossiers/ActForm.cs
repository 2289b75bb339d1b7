using System.Globalization;
using Heng.Law.Codes;

namespace Heng.Dossiers;

/// <summary>Act form (办理表单): the fields of an act as texts, as a form sends them, and back.</summary>
/// <remarks>Only properties marked with <see cref="FieldAttribute"/> are written; what an act freezes never comes from a form.</remarks>
public static class ActForm
{
    private const string DayForm = "yyyy-MM-dd";
    private const string MomentForm = "yyyy-MM-ddTHH:mm";

    /// <summary>The texts of every field of an act.</summary>
    /// <param name="act">The act.</param>
    public static Dictionary<string, string[]> ValuesOf(DossierAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return ActTypes.Of(act).Fields.ToDictionary(f => f.Name, f => TextsOf(f, act), StringComparer.Ordinal);
    }

    /// <summary>The texts of the fields as a form sends them.</summary>
    /// <param name="type">The type of act.</param>
    /// <param name="form">What is sent.</param>
    public static Dictionary<string, string[]> ValuesIn(ActType type, IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(form);
        return type.Fields.ToDictionary(f => f.Name, f => f.About.Kind == FieldKind.Counts ? CountsIn(form, f.Name) : [.. form[f.Name].OfType<string>()], StringComparer.Ordinal);
    }

    /// <summary>An act with its fields read from texts; a field that is not sent becomes empty.</summary>
    /// <param name="start">What everything that is no field is taken from.</param>
    /// <param name="values">The texts by the name of the field.</param>
    /// <returns>The act, and what could not be read.</returns>
    public static (DossierAct Act, IReadOnlyList<InputFault> Faults) Read(DossierAct start, IReadOnlyDictionary<string, string[]> values)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(values);
        var type = ActTypes.Of(start);
        var act = start with { };
        var faults = new List<InputFault>();
        foreach (var field in type.Fields)
        {
            string[] texts = values.TryGetValue(field.Name, out var given) ? [.. given.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t.Trim().ReplaceLineEndings("\n"))] : [];
            if (Read(field, texts, field.Property.GetValue(type.Empty), out var value) is { } says)
            {
                faults.Add(new(field.Name, says));
            }

            field.Property.SetValue(act, value);
        }

        return (act, faults);
    }

    /// <summary>How a value is read by people: labels for codes, names for people; empty when nothing was entered.</summary>
    private static string Say(ActField field, DossierAct act, DossierFile file, ActContext context)
    {
        var value = field.Property.GetValue(act);
        switch (field.About.Kind, value)
        {
            case (_, null):
                return "";
            case (FieldKind.Matter, string id):
                return context.Law.Matters.Find(id)?.Chinese ?? id;
            case (FieldKind.Choice or FieldKind.Choices or FieldKind.Evidence, _):
                var labels = act.ChoicesOf(field.Property.Name, file, context).DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => c.Label, StringComparer.Ordinal);
                return string.Join("、", TextsOf(value).Select(t => labels.GetValueOrDefault(t, t)));
            case (FieldKind.Counts, IEnumerable<Counted> counts):
                var titles = act.ChoicesOf(field.Property.Name, file, context).ToDictionary(c => c.Value, c => c.Label, StringComparer.Ordinal);
                return string.Join("；", counts.Select(c => $"{titles.GetValueOrDefault(c.Of.ToString(CultureInfo.InvariantCulture), "")} {c.Count.ToString(CultureInfo.InvariantCulture)} {field.About.Unit}"));
            case (FieldKind.Files, IEnumerable<Guid> files):
                return files.Count() is var count and > 0 ? $"{count} 个文件" : "";
            case (FieldKind.Person or FieldKind.People, _):
                return string.Join("、", TextsOf(value).Select(t => context.People.TryGetValue(Guid.Parse(t), out var person) ? person.Name : "（已离岗人员）"));
            case (FieldKind.Money, _):
                return TextsOf(field, act) is [var yuan] ? yuan + " 元" : "";
            case (_, Enum one):
                return ActTypes.LabelOf(one);
            case (_, bool yes):
                return yes ? "是" : "否";
            case (_, DateTime moment):
                return moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            case (_, string text) when text.StartsWith("sealed:", StringComparison.Ordinal):
                return "（单独加密保存）";
            case (_, string text) when field.About.Masked:
                return text.Length > 8 ? text[..4] + new string('*', text.Length - 8) + text[^4..] : new string('*', text.Length);
            default:
                return string.Join("、", TextsOf(value)) + (field.About.Unit is { } unit ? " " + unit : "");
        }
    }

    /// <summary>What was entered in an act, label by label, as people read it; empty fields are left out.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who reads.</param>
    public static IEnumerable<(string Label, string Says)> SayAll(DossierAct act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        return ActTypes.Of(act).Fields.Select(f => (f.About.Label, Says: Say(f, act, file, context))).Where(f => f.Says.Length > 0);
    }

    /// <summary>The counts of a field: one box for each thing, named after it; what was only confirmed comes as one list.</summary>
    private static string[] CountsIn(IFormCollection form, string field)
        => [.. form[field].OfType<string>(), .. form.Keys.Where(k => k.StartsWith(field + ".", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(form[k])).Select(k => $"{k[(field.Length + 1)..]}:{form[k].ToString().Trim()}")];

    private static string[] TextsOf(ActField field, DossierAct act)
    {
        var value = field.Property.GetValue(act);
        return TextsOf(field.About.Kind == FieldKind.Money && value is long fen ? new Money(fen) : value);
    }

    private static string[] TextsOf(object? value) => value switch
    {
        null => [],
        string text => text.Length == 0 ? [] : [text],
        DateOnly day => day == default ? [] : [day.ToString(DayForm, CultureInfo.InvariantCulture)],
        DateTime moment => moment == default ? [] : [moment.ToString(MomentForm, CultureInfo.InvariantCulture)],
        bool yes => [yes ? "yes" : "no"],
        Enum one => [one.ToString()],
        Guid id => id == Guid.Empty ? [] : [id.ToString()],
        Money money => [money.Yuan.ToString("0.##", CultureInfo.InvariantCulture)],
        Counted count => [string.Create(CultureInfo.InvariantCulture, $"{count.Of}:{count.Count}")],
        IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
        System.Collections.IEnumerable several => [.. several.Cast<object?>().SelectMany(TextsOf)],
        _ => [],
    };

    private static string? Read(ActField field, string[] texts, object? empty, out object? value)
    {
        var declared = field.Property.PropertyType;
        value = empty;
        if (declared != typeof(string) && ElementOf(declared) is { } element)
        {
            value = ListOf(element, texts, out var wrong);
            return !wrong ? null : element == typeof(Counted) ? "请填写整数，例如 3；不清楚的留空。" : "选项无效，请重新选择。";
        }

        if (texts is not [var text, ..])
        {
            return null;
        }

        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
        {
            value = text;
            return text.Length > 20_000 ? "文字过长，请控制在 20000 字以内，更多内容作为附件上传。" : null;
        }

        if (type == typeof(DateOnly))
        {
            return Take(DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), day, ref value, "日期应写作 2026-03-02 的形式。");
        }

        if (type == typeof(DateTime))
        {
            var ok = DateTime.TryParseExact(text, [MomentForm, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
            return Take(ok, DateTime.SpecifyKind(moment, DateTimeKind.Utc), ref value, "时间应写作 2026-03-02 09:30 的形式。");
        }

        if (type == typeof(bool))
        {
            return Take(text is "yes" or "no", text == "yes", ref value, "请选择是或者否。");
        }

        if (type.IsEnum)
        {
            return Take(Enum.TryParse(type, text, out var one) && Enum.IsDefined(type, one), one!, ref value, "选项无效，请重新选择。");
        }

        if (type == typeof(Guid))
        {
            return Take(Guid.TryParse(text, out var id), id, ref value, "选项无效，请重新选择。");
        }

        if (field.About.Kind == FieldKind.Money)
        {
            if (!Money.TryParse(text, out var money, out var fault))
            {
                return fault.Says;
            }

            value = type == typeof(Money) ? money : type == typeof(long) ? (object)money.Fen : money.Yuan;
            return null;
        }

        if (type == typeof(int))
        {
            return Take(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole), whole, ref value, "请填写不小于 0 的整数。");
        }

        if (type == typeof(long))
        {
            return Take(long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole), whole, ref value, "请填写不小于 0 的整数。");
        }

        return type == typeof(decimal)
            ? Take(decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number), number, ref value, "请填写数字，例如 12.5。")
            : throw new InvalidOperationException($"{field.Property.DeclaringType}.{field.Property.Name} is of a type that no form can enter.");
    }

    private static string? Take(bool isRead, object read, ref object? value, string says)
    {
        if (!isRead)
        {
            return says;
        }

        value = read;
        return null;
    }

    private static Type? ElementOf(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() is var d && (d == typeof(IReadOnlyList<>) || d == typeof(IReadOnlyCollection<>) || d == typeof(IEnumerable<>)) ? type.GetGenericArguments()[0] : null;

    private static Counted? CountedOf(string text)
        => text.Split(':') is [var of, var count] && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var thing) && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? new Counted(thing, many) : null;

    private static Array ListOf(Type element, string[] texts, out bool wrong)
    {
        var values = texts.Distinct().Select(t => (object?)(element == typeof(string) ? t
            : element == typeof(Guid) ? Guid.TryParse(t, out var id) ? id : null
            : element == typeof(int) ? int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
            : element == typeof(Counted) ? CountedOf(t)
            : element.IsEnum ? Enum.TryParse(element, t, out var one) && Enum.IsDefined(element, one) ? one : null
            : throw new InvalidOperationException($"A form cannot enter several {element}."))).ToArray();
        wrong = values.Contains(null);
        var known = values.OfType<object>().ToArray();
        var list = Array.CreateInstance(element, known.Length);
        Array.Copy(known, list, known.Length);
        return list;
    }
}
