using System.Diagnostics.CodeAnalysis;

namespace Heng.Law.Codes;

/// <summary>Level of an area (行政区划级别).</summary>
public enum AreaLevel
{
    /// <summary>The whole country (全国), 100000.</summary>
    Country,

    /// <summary>Province (省级).</summary>
    Province,

    /// <summary>Prefecture (地级).</summary>
    Prefecture,

    /// <summary>County (县级).</summary>
    County,
}

/// <summary>Area code (行政区划代码): six digits of GB/T 2260.</summary>
/// <remarks>
/// Form and province are checked; whether the prefecture or county exists is not, because only the provinces and their capitals
/// are loaded. 100000 is the whole country, as in codes registered by a central authority. Equality is that of the digits.
/// </remarks>
public sealed record AreaCode
{
    private const string WholeCountry = "100000";

    private AreaCode(string value, Province? province) => (Value, Province) = (value, province);

    /// <summary>The six digits.</summary>
    public string Value { get; }

    /// <summary>The province, or null for the whole country.</summary>
    public Province? Province { get; }

    /// <summary>Level, as the trailing zeros tell.</summary>
    public AreaLevel Level => Province is null ? AreaLevel.Country
        : Value.EndsWith("0000", StringComparison.Ordinal) ? AreaLevel.Province
        : Value.EndsWith("00", StringComparison.Ordinal) ? AreaLevel.Prefecture
        : AreaLevel.County;

    /// <summary>Chinese name where the table has one: country, province or capital; else null.</summary>
    public string? Name => Level switch
    {
        AreaLevel.Country => "全国",
        AreaLevel.Province => Province!.Chinese,
        _ => Province!.CapitalCode == Value ? Province.Capital : null,
    };

    /// <summary>The region (地区) that holds the area: CN or the province, never finer.</summary>
    public Region Region => Province is null ? Region.Country : Region.Of(Province);

    /// <summary>Reads an area code, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="code">The code read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AreaCode? code, [NotNullWhen(false)] out CodeFault? fault)
        => TryParse(text, CodeTables.Embedded, out code, out fault);

    /// <summary>Reads an area code by the tables of a law set, or says what is wrong with it.</summary>
    /// <param name="text">The text entered.</param>
    /// <param name="tables">Provinces.</param>
    /// <param name="code">The code read.</param>
    /// <param name="fault">What is wrong.</param>
    public static bool TryParse(string? text, CodeTables tables, [NotNullWhen(true)] out AreaCode? code, [NotNullWhen(false)] out CodeFault? fault)
    {
        ArgumentNullException.ThrowIfNull(tables);
        (code, fault) = (null, null);
        if (text is not { Length: 6 } || !text.All(char.IsAsciiDigit))
        {
            fault = new("codes.area.form", "行政区划代码应为六位数字（GB/T 2260），例如 320600，请核对。");
            return false;
        }

        var province = tables.ProvinceByPrefix(text[..2]);
        if (province is null && text != WholeCountry)
        {
            fault = new("codes.area.province", $"行政区划代码前两位“{text[..2]}”不是有效的省级前缀，请核对。");
            return false;
        }

        if (text[2..4] == "00" && text[4..] != "00")
        {
            fault = new("codes.area.prefecture", "行政区划代码第 3、4 位为 00 时后两位也应为 00，请核对。");
            return false;
        }

        code = new AreaCode(text, province);
        return true;
    }

    /// <summary>The code of a region's province, or of the whole country: the coarse way back from <see cref="Region"/>.</summary>
    /// <param name="region">The region; a suffix is not looked at.</param>
    public static AreaCode Of(Region region)
    {
        var province = region.Province is { } iso ? CodeTables.Embedded.ProvinceByIso(iso) : null;
        return province is null ? new AreaCode(WholeCountry, null) : new AreaCode(province.Prefix + "0000", province);
    }

    /// <summary>The six digits.</summary>
    public override string ToString() => Value;
}
