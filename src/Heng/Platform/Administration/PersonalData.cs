using System.Text.Json;

namespace Heng.Platform.Administration;

/// <summary>Kind of personal data (个人信息) that the program keeps: why, hidden how, seen by whom, and for how long.</summary>
/// <param name="Name">Name, in Chinese.</param>
/// <param name="Purpose">What it is kept for.</param>
/// <param name="Mask">How it is hidden.</param>
/// <param name="SeenBy">Who sees it.</param>
/// <param name="Kept">How long it is kept.</param>
/// <param name="Places">Where it lies: the properties of tables and acts, as <c>Type.Property</c>; <c>*</c> stands for every type.</param>
/// <param name="Sensitive">Whether it never leaves in an exported list.</param>
public sealed record PersonalData(string Name, string Purpose, string Mask, string SeenBy, string Kept, IReadOnlyList<string> Places, bool Sensitive = false);

/// <summary>Catalogue of personal data (个人信息目录): each kind, and what was looked at and names nobody.</summary>
/// <param name="Personal">The kinds.</param>
/// <param name="Other">The places that name nobody.</param>
public sealed record PersonalDataCatalogue(IReadOnlyList<PersonalData> Personal, IReadOnlyList<string> Other)
{
    /// <summary>The catalogue of this program.</summary>
    public static PersonalDataCatalogue Kept { get; } = Read();

    /// <summary>SHA-256 of the catalogue: a change of it asks for a new impact assessment.</summary>
    public static string Hash { get; } = Hashed();

    private static PersonalDataCatalogue Read()
    {
        using var file = Open();
        return JsonSerializer.Deserialize<PersonalDataCatalogue>(file, JsonSerializerOptions.Web)!;
    }

    private static string Hashed()
    {
        using var file = Open();
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
    }

    private static Stream Open() => typeof(PersonalDataCatalogue).Assembly.GetManifestResourceStream("administration/personal-data.json")!;
}
