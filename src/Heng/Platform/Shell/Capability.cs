using Heng.Platform.People;
using Heng.Platform.Settings;

namespace Heng.Platform.Shell;

/// <summary>Capability (业务板块): the card by which one folder of the program joins the house.</summary>
public abstract class Capability
{
    /// <summary>Name on pages, in Chinese.</summary>
    public abstract string Name { get; }

    /// <summary>Clauses of the guiding opinion that the capability serves, now or later.</summary>
    public abstract IReadOnlyList<ServedClause> Clauses { get; }

    /// <summary>What the capability puts into the navigation.</summary>
    public virtual IReadOnlyList<NavigationEntry> Navigation => [];

    /// <summary>What bureaus may decide for themselves in this capability.</summary>
    public virtual IReadOnlyList<SettingDefinition> Settings => [];

    /// <summary>Registers the services of the capability.</summary>
    /// <param name="services">The services of the program.</param>
    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Maps the endpoints for other systems. Razor pages are found by themselves.</summary>
    /// <param name="endpoints">The routes of the program.</param>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}

/// <summary>Served clause (对应条款): one clause of the guiding opinion and how a capability serves it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="How">What is done for it, in Chinese.</param>
/// <param name="Later">True while the clause is only planned.</param>
public sealed record ServedClause(OpinionClause Clause, string How, bool Later = false);

/// <summary>Navigation entry (导航项).</summary>
/// <param name="Path">Absolute path of the page.</param>
/// <param name="Title">Title in Chinese.</param>
/// <param name="Icon">Name of an icon of <see cref="Kit.IconTagHelper"/>.</param>
/// <param name="Roles">Who sees it; null for everyone, visitors too.</param>
public sealed record NavigationEntry(string Path, string Title, string Icon, PersonRoles? Roles = null);
