namespace Heng.Cases;

/// <summary>Something done on paper and recorded here (登记纸质办理): other capabilities count from the day on the paper.</summary>
public interface IFromPaper
{
    /// <summary>The day on the paper.</summary>
    DateOnly On { get; }
}
