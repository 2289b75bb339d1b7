using Heng.Dossiers.Model;
using Heng.Platform.Record;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers.Storage;

/// <summary>Retention of dossiers (档案保管期限): numbers only, for an administrator who sees no dossier.</summary>
internal sealed class DossierRetention : IRetention
{
    public async Task<(int Count, DateOnly? Oldest)> FinishedBeforeAsync(HengDb db, DateOnly before, CancellationToken stop)
    {
        // Beijing midnight of the day.
        var cut = DateTime.SpecifyKind(before.ToDateTime(TimeOnly.MinValue).AddHours(-8), DateTimeKind.Utc);
        var finished = db.AcrossUnits<Dossier>().Where(d => d.IsClosed && d.ChangedAt < cut);
        var count = await finished.CountAsync(stop);
        return (count, count == 0 ? null : DateOnly.FromDateTime((await finished.MinAsync(d => d.ChangedAt, stop)).AddHours(8)));
    }
}
