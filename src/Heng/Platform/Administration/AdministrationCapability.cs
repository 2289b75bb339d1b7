using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Shell;

namespace Heng.Platform.Administration;

/// <summary>Administration (系统管理): the card of the room in which the three administrators work.</summary>
public sealed class AdministrationCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "系统管理";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses => [];

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new(AdminLinks.Home, "系统管理", "gear", RoleNames.Administrators),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<SettingDefinition> Settings => PlatformSettings.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AdminOffice>();
        services.AddSingleton<SystemDesk>();
        services.AddSingleton<SecurityDesk>();
        services.AddSingleton<SetUpDesk>();
        services.AddSingleton<CodeLists>();
    }
}
