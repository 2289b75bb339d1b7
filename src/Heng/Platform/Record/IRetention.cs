using Heng.Platform.Storage;

namespace Heng.Platform.Record;

/// <summary>Retention (到期鉴定): how many finished dossiers have been kept for longer than a day allows.</summary>
public interface IRetention
{
    /// <summary>How many dossiers of the bureau read were finished before a day, and when the oldest was.</summary>
    /// <param name="db">Reads the bureau.</param>
    /// <param name="before">The day.</param>
    /// <param name="stop">Stops the work.</param>
    Task<(int Count, DateOnly? Oldest)> FinishedBeforeAsync(HengDb db, DateOnly before, CancellationToken stop);
}
