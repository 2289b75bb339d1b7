using System.Diagnostics.CodeAnalysis;

namespace Heng.Law.Codes;

/// <summary>Region (地区): the whole country, a province, or a place inside a province, as law data and requests name it.</summary>
/// <remarks>
/// Written <c>CN</c>, <c>CN-XX</c> (ISO 3166-2) or <c>CN-XX-YYY</c>, capitals as printed; the suffix is free and may have further
/// parts. Only the province is checked. The default value is the whole country. Equality is that of the text.
/// </remarks>
public readonly record struct Region
{
    private const string CountryCode = "CN";
    private readonly string? value;

    private Region(string value) => this.value = value;

    /// <summary>The whole country (全国), <c>CN</c>.</summary>
    public static Region Country => default;

    /// <summary>The written form, for example <c>CN-GD-SZ</c>.</summary>
    public string Value => value ?? CountryCode;

    /// <summary>ISO 3166-2 code of the province, for example <c>CN-GD</c>, or null for the whole country.</summary>
    public string? Province => value?[..5];

    /// <summary>Name of the place inside the province, for example <c>SZ</c>, or null.</summary>
    public string? Suffix => value is { Length: > 6 } ? value[6..] : null;

    /// <summary>The region of a whole province.</summary>
    /// <param name="province">The province.</param>
    public static Region Of(Province province)
    {
        ArgumentNullException.ThrowIfNull(province);
        return new Region(province.Iso);
    }

    /// <summary>Reads a region.</summary>
    /// <param name="text">For example <c>CN-GD</c>.</param>
    /// <exception cref="FormatException">The text is no region.</exception>
    public static Region Parse(string text)
        => TryParse(text, out var region, out var fault) ? region : throw new FormatException($"'{text}' is not a region ({fault.Code}).");

    /// <summary>Reads a region, or says that the text is none.</summary>
    /// <param name="text">The text given.</param>
    /// <param name="region">The region read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Region region) => TryParse(text, out region, out _);

    /// <summary>Reads a region, or says what is wrong with it.</summary>
    /// <param name="text">The text given.</param>
    /// <param name="region">The region read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Region region, [NotNullWhen(false)] out CodeFault? fault)
        => TryParse(text, CodeTables.Embedded, out region, out fault);

    /// <summary>Reads a region by the tables of a law set, or says what is wrong with it.</summary>
    /// <param name="text">The text given.</param>
    /// <param name="tables">Provinces.</param>
    /// <param name="region">The region read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, CodeTables tables, out Region region, [NotNullWhen(false)] out CodeFault? fault)
    {
        ArgumentNullException.ThrowIfNull(tables);
        (region, fault) = (default, null);
        if (text == CountryCode)
        {
            return true;
        }

        // CN-XX, or CN-XX- followed by at least one character.
        if (text is not ['C', 'N', '-', _, _, ..] || (text.Length > 5 && text is not [_, _, _, _, _, '-', _, ..]))
        {
            fault = new("codes.region.form", "地区应写作 CN、CN-XX 或 CN-XX-YYY（例如 CN-GD、CN-GD-SZ），请改正。");
            return false;
        }

        if (tables.ProvinceByIso(text[..5]) is null)
        {
            fault = new("codes.region.province", $"地区“{text[..5]}”不是有效的省级代码（ISO 3166-2），请改正。");
            return false;
        }

        region = new Region(text);
        return true;
    }

    /// <summary>Whether another region is this one or lies inside it.</summary>
    /// <param name="other">The other region.</param>
    public bool Contains(Region other)
        => value is null
            || other.Value == value
            || (other.Value.StartsWith(value, StringComparison.Ordinal) && other.Value[value.Length] == '-');

    /// <summary>Whether this region is another one or lies inside it.</summary>
    /// <param name="other">The other region.</param>
    public bool IsWithin(Region other) => other.Contains(this);

    /// <summary>The written form.</summary>
    public override string ToString() => Value;
}
