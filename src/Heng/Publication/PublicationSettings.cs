using Heng.Dossiers;
using Heng.Platform.Settings;

namespace Heng.Publication;

/// <summary>Settings of publication (公示设置): what the rules leave to the bureau.</summary>
public static class PublicationSettings
{
    /// <summary>How the name of a party who is a natural person is shown.</summary>
    public const string NaturalParty = "publication.natural-party";

    /// <summary>How the name of a representative is shown.</summary>
    public const string Representative = "publication.representative";

    private static readonly SettingChoice[] names = [new("masked", "只公示姓氏，名字隐去（张某某）"), new("shown", "公示全名")];

    /// <summary>The definitions.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(NaturalParty, "自然人当事人的姓名", SettingKind.Choice, "masked", "UNCONFIRMED：公示规定第六条要求依法处理个人信息，没有说明自然人当事人的姓名是否公示；默认只公示姓氏。") { Basis = "DR 6", Choices = names },
        new(Representative, "法定代表人、负责人、经营者的姓名", SettingKind.Choice, "shown", "UNCONFIRMED：属于登记公示的信息，默认公示；规定没有写明。") { Basis = "DR 6", Choices = names },
    ];

    internal static bool Shows(IDossierSettings settings, string name) => settings[name] == "shown";
}
