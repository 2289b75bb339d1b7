using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Tests.Cases;
using Heng.Tests.FollowUp;
using Heng.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Documents;

/// <summary>A minor case in which every form of the path occurs.</summary>
internal static class DocumentPath
{
    public const string Party = "示例县示例副食店";

    public static async Task<Guid> WithEveryFormAsync(TestHouse house)
    {
        var id = await ExemptionPath.ToFactsAsync(house);
        var address = await house.PrefilledAsync<ConfirmAddress>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, address with { Electronic = false });
        await house.DoAsync(house.Officer1, id, new RequireMaterial { Items = "近六个月的进货台账\n供货者的营业执照复印件", DueOn = house.Today.AddDays(5) });
        var data = await house.PrefilledAsync<RecordEvidence>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, data with { Kind = EvidenceKind.Electronic, Name = "收银系统销售记录", Copy = CopyKind.ConfirmedCopy, Method = ExtractionMethod.Copied, MethodNote = "由经营者登录收银系统导出，办案人员复制到本局专用移动硬盘", Proves = "涉案食品没有售出", Files = [await house.UploadAsync(house.Officer1, "销售记录.txt")] });
        await house.DoAsync(house.Head, id, new ExtendHandling { Reason = "需要等待供货者所在地协查。" });
        await ExemptionPath.IssueAsync(house, id, "33");
        var served = await house.PrefilledAsync<ServeDocument>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, served with { Document = (await NameOfAsync(house, id, "33"))!, Files = [await house.UploadAsync(house.Officer1)] });
        await ExemptionPath.DecidableAsync(house, id);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id));
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<RecordEducation>(house.Officer1, id));
        await ExemptionPath.IssueAsync(house, id, "46");
        var notice = await house.PrefilledAsync<PublishNotice>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, notice with { Document = (await NameOfAsync(house, id, "46"))!, Failed = "两次到登记住所，当事人已经歇业，去向不明" });
        await ExemptionPath.IssueAsync(house, id, "51");
        house.Clock.Advance(TimeSpan.FromDays(31));
        var service = await house.PrefilledAsync<ServeDecision>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, service with { Method = ServiceMethod.Public, On = house.Today.AddDays(-31), Failed = "两次到登记住所，当事人已经歇业，去向不明", Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.UnitHead, id, new RecordBreach { Limit = "L80", Reason = "公告送达期间届满后才能结案。" });
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<CloseCase>(house.Head, id));
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<DeferVisits>(house.UnitHead, id));
        var items = Volume.Of((await house.ReadAsync(house.Officer1, id)).File);
        await house.DoAsync(house.Officer1, id, new ArchiveCase { Note = "没有需要说明的情况。", Keep = Keeping.TenYears, Pages = [.. items.Select((_, n) => new Counted(n + 1, (n % 3) + 1))] });
        var visit = await FollowUpPath.VisitOfAsync(house, house.UnitHead, id);
        await house.DoAsync(house.UnitHead, id, visit with { Remarks = "希望提供进货查验台账的样表。", NextStep = "发送台账样表，三个月后再看货架。" });
        return id;
    }

    /// <summary>A case whose facts are those of another ground than the minor one, decided on it.</summary>
    public static async Task<Guid> DecidedOnAsync(TestHouse house, string ground, params FactEntry[] entries)
    {
        var id = await ExemptionPath.ToFactsAsync(house);
        await house.DoAsync(house.Officer1, id, ExemptionPath.Facts(house) with
        {
            Story = "当事人在货架上陈列销售三袋超过保质期五天的方便面，货值金额 12 元，没有售出。当事人能够说明进货来源。",
            Entries = [new("goodsValue", "12", [1, 3]), new("hasIllegalIncome", "false", [2]), new("harmfulConsequences", "false", [1, 2]), .. entries],
        });
        await ExemptionPath.DecidableAsync(house, id, ground);
        await house.DoAsync(house.Head, id, await house.PrefilledAsync<DecideNoPenalty>(house.Head, id));
        return id;
    }

    public static async Task<string?> NameOfAsync(TestHouse house, Guid id, string form)
    {
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        return file.Part<IssuedDocuments>().All.Values.LastOrDefault(e => e.Document.Form == form)?.Document.Name;
    }

    /// <summary>Drafts of a dossier, filled and checked.</summary>
    public static async Task<IReadOnlyList<CheckedDocument>> CheckAllAsync(TestHouse house, Guid id)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<ActDesk>().ReadAsync(house.Officer1, id, TestContext.Current.CancellationToken);
        var book = scope.ServiceProvider.GetRequiredService<DocumentBook>();
        var documents = new List<CheckedDocument>();
        foreach (var draft in DocumentDrafts.Of(read!.Value.File, read.Value.Context))
        {
            documents.Add(await book.CheckAsync(draft, read.Value.Context, TestContext.Current.CancellationToken));
        }

        return documents;
    }

    /// <summary>Writes the documents where someone wants to look at them.</summary>
    public static async Task ShowAsync(string before, params CheckedDocument[] documents)
    {
        if (Environment.GetEnvironmentVariable("HENG_FORMS") is { Length: > 0 } folder)
        {
            foreach (var document in documents)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, before + document.Draft.Key + ".docx"), document.Filled.ToBytes(), TestContext.Current.CancellationToken);
            }
        }
    }
}
