using Heng.Demonstration.Model;
using Heng.Demonstration.Storage;
using Heng.Platform.Shell;
using Heng.Platform.Storage;

namespace Heng.Demonstration;

/// <summary>Demonstration (演练): the card.</summary>
public sealed class DemonstrationCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "演练";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } = [new(OpinionClause.Competence, "用演示数据练习：可选岗位登录、练习时钟和导览，新人能独立办完一件免罚案件和一件处罚案件")];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(s => ScenarioBook.Of(s.GetRequiredService<DataStore>().PracticeSize));
        services.AddSingleton<ScenarioPlayer>();
        services.AddSingleton<Seeder>();
        services.AddSingleton<TourGuide>();
        services.AddHostedService<PracticeStart>();
    }
}
