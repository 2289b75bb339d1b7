namespace Heng.Demonstration.Model;

/// <summary>Clock of a scenario: it shows the time at which a step was done.</summary>
internal sealed class ScenarioClock : TimeProvider
{
    private DateTime beijing;

    /// <summary>The time it shows, Beijing.</summary>
    public DateTime Beijing
    {
        get => beijing;
        set => beijing = value;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(beijing.AddHours(-8), TimeSpan.Zero);
}
