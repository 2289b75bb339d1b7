using Heng.Cases;
using Heng.Dossiers;
using Heng.Goods.Model;
using Heng.Law.Codes;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Goods;

/// <summary>What goods add to a dossier: who is next, and the lines of the ledger of the bureau. None of it holds the closing, which only says what became of the goods.</summary>
internal sealed class GoodsContributor : IDossierContributor
{
    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        var c = file.Part<CaseFile>();
        var ledger = GoodsFile.Of(file);
        var kept = c.Goods.Where(g => g.State == GoodsState.Kept).ToArray();
        if (ledger.Held > Money.Zero)
        {
            yield return new WorkNeed("变价款上缴国库", $"处置没收财物的变价款还有 {ledger.Held} 元没有上缴", ledger.Disposals[^1].On) { Roles = PersonRoles.UnitHead, Act = "goods.pay-proceeds" };
        }

        if (kept.Length == 0 || c.OnPaper is not null)
        {
            yield break;
        }

        if (GoodsFile.AreConfiscated(file))
        {
            var ordered = kept.Count(g => ledger.WayOf(g.Number) is not null);
            if (c.Penalty!.ServedOn is { } served && ordered < kept.Length)
            {
                yield return new WorkNeed("批准处置没收财物", $"没收决定已经送达，{kept.Length - ordered} 项财物还没有处置方案", served) { Roles = PersonRoles.Head | PersonRoles.Principal, Act = "goods.order-disposal" };
            }

            if (ordered > 0)
            {
                yield return new WorkNeed("处置没收财物", $"处置方案已经批准，{ordered} 项财物还没有处置", ledger.Orders[^1].On) { Roles = PersonRoles.UnitHead, Act = "goods.dispose" };
            }
        }
        else if (c.Penalty is not null || c.Ending is not null)
        {
            yield return new WorkNeed("发还财物", $"没有没收的财物 {kept.Length} 项应当发还", c.DecidedOn ?? c.Ending?.On ?? kept[0].Since) { People = [.. c.Handlers.Select(h => h.Id)], Act = "goods.release" };
        }
    }

    public async Task ProjectAsync(HengDb db, DossierFile before, DossierFile after, CancellationToken stop)
    {
        var (old, now) = (before.Part<CaseFile>().Goods, after.Part<CaseFile>().Goods);
        if (ReferenceEquals(old, now) || (old.Count == 0 && now.Count == 0))
        {
            return;
        }

        var rows = old.Count == 0 ? [] : await db.Set<KeptGoods>().Where(g => g.DossierId == after.Id).ToListAsync(stop);
        foreach (var goods in now)
        {
            if (goods.Number <= old.Count && goods == old[goods.Number - 1])
            {
                continue;
            }

            var row = rows.FirstOrDefault(r => r.Number == goods.Number);
            if (row is null)
            {
                row = new KeptGoods(after.BureauId, Guid.CreateVersion7(), after.Id, after.Number, goods.Number) { Name = goods.Name, Quantity = goods.Quantity, Unit = goods.Unit, Value = goods.Value.Fen };
                db.Add(row);
            }

            row.Stand(goods.Place, goods.Keeper?.Name ?? "", goods.Since, goods.State);
        }
    }
}
