using Heng.Law.Citations;

namespace Heng.Law.Codes;

/// <summary>Code tables (代码表): the provinces, registering departments and industry sections of a law set.</summary>
/// <remarks>
/// Read from <c>law/codes</c>. Only the first level of area and industry is here; full tables are data that a bureau may load.
/// </remarks>
public sealed class CodeTables
{
    private static readonly Lazy<CodeTables> embedded = new(() => From(LawFiles.Embedded));
    private readonly Dictionary<string, Province> byPrefix;
    private readonly Dictionary<string, Province> byIso;

    private CodeTables(IReadOnlyList<Province> provinces, IReadOnlyDictionary<char, CreditCodeDepartment> departments, IReadOnlyDictionary<char, IndustrySection> sections)
    {
        (Provinces, CreditCodeDepartments, IndustrySections) = (provinces, departments, sections);
        byPrefix = provinces.ToDictionary(p => p.Prefix, StringComparer.Ordinal);
        byIso = provinces.ToDictionary(p => p.Iso, StringComparer.Ordinal);
    }

    /// <summary>The tables that travel inside this library.</summary>
    public static CodeTables Embedded => embedded.Value;

    /// <summary>Every province, ordered as in the data.</summary>
    public IReadOnlyList<Province> Provinces { get; }

    /// <summary>Registering departments by the first character of a credit code.</summary>
    public IReadOnlyDictionary<char, CreditCodeDepartment> CreditCodeDepartments { get; }

    /// <summary>Industry sections (门类) by their letter.</summary>
    public IReadOnlyDictionary<char, IndustrySection> IndustrySections { get; }

    /// <summary>Reads <c>codes/*.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is missing or malformed.</exception>
    public static CodeTables From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new CodeTables(ReadProvinces(files), ReadDepartments(files), ReadSections(files));
    }

    /// <summary>The province with a GB/T 2260 prefix, or null.</summary>
    /// <param name="prefix">Two digits, for example <c>32</c>.</param>
    public Province? ProvinceByPrefix(string prefix) => byPrefix.GetValueOrDefault(prefix);

    /// <summary>The province with an ISO 3166-2 code, or null.</summary>
    /// <param name="iso">For example <c>CN-JS</c>.</param>
    public Province? ProvinceByIso(string iso) => byIso.GetValueOrDefault(iso);

    private static Province[] ReadProvinces(LawFiles files)
    {
        using var document = files.One("codes/provinces.json").Open();
        return [.. document.Root.Items("provinces").Select(p => new Province(
            p.Text("prefix"), p.Text("iso"), p.Text("zh"), p.Text("en"), p.Text("kind"), p.Find("capital")?.Text("zh"), p.Find("capital")?.Text("code")))];
    }

    private static Dictionary<char, CreditCodeDepartment> ReadDepartments(LawFiles files)
    {
        using var document = files.One("codes/credit-code-departments.json").Open();
        return document.Root.Items("departments")
            .Select(d => new CreditCodeDepartment(OneLetter(d, "code"), d.Text("zh"), d["categories"].Members().ToDictionary(c => c.Name[0], c => c.Value.Text())))
            .ToDictionary(d => d.Code);
    }

    private static Dictionary<char, IndustrySection> ReadSections(LawFiles files)
    {
        using var document = files.One("codes/industry-sections.json").Open();
        return document.Root.Items("sections")
            .Select(s => new IndustrySection(OneLetter(s, "code"), s.Text("zh"), s.Whole("firstDivision"), s.Whole("lastDivision")))
            .ToDictionary(s => s.Code);
    }

    private static char OneLetter(LawElement element, string name)
        => element.Text(name) is [var letter] ? letter : throw element.Fault(name, "应为一个字符");
}

/// <summary>Province (省级行政区): a province, municipality, autonomous region or special administrative region.</summary>
/// <param name="Prefix">First two digits of its GB/T 2260 codes, for example <c>32</c>.</param>
/// <param name="Iso">ISO 3166-2 code, for example <c>CN-JS</c>.</param>
/// <param name="Chinese">Full Chinese name.</param>
/// <param name="English">English name.</param>
/// <param name="Kind">province, municipality, autonomousRegion or specialAdministrativeRegion.</param>
/// <param name="Capital">Chinese name of the capital (省会), or null when the table gives none.</param>
/// <param name="CapitalCode">GB/T 2260 code of the capital, or null.</param>
public sealed record Province(string Prefix, string Iso, string Chinese, string English, string Kind, string? Capital, string? CapitalCode);

/// <summary>Registering department (登记管理部门) of GB 32100: the first character of a credit code.</summary>
/// <param name="Code">The character, for example <c>9</c>.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Categories">Kinds of institution (机构类别) by the second character.</param>
public sealed record CreditCodeDepartment(char Code, string Chinese, IReadOnlyDictionary<char, string> Categories);

/// <summary>Industry section (门类) of GB/T 4754 with the divisions (大类) it holds.</summary>
/// <param name="Code">Letter A to T.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="FirstDivision">First division, inclusive.</param>
/// <param name="LastDivision">Last division, inclusive.</param>
public sealed record IndustrySection(char Code, string Chinese, int FirstDivision, int LastDivision);
