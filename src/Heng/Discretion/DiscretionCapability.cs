using Heng.Platform.Shell;

namespace Heng.Discretion;

/// <summary>Discretion (裁量): the card.</summary>
public sealed class DiscretionCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "裁量";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.UniformDiscretion, "同一事项、相同情形得出相同结论，每次测算保留输入和结果，可以重算核对"),
        new(OpinionClause.UniformDiscretion, "类案比对、指导性案例", Later: true),
    ];

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) => services.AddSingleton<AssessContract>();
}
