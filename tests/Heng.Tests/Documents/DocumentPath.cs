using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Tests.Cases;
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
        await house.DoAsync(house.Officer1, id, data with { Kind = EvidenceKind.Electronic, Name = "收银系统销售记录", Copy = CopyKind.Original, Proves = "涉案食品没有售出", Files = [await house.UploadAsync(house.Officer1, "销售记录.txt")] });
        await house.DoAsync(house.Head, id, new ExtendHandling { Reason = "需要等待供货者所在地协查。" });
        await ExemptionPath.IssueAsync(house, id, "33");
        var served = await house.PrefilledAsync<ServeDocument>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, served with { Document = (await NameOfAsync(house, id, "33"))!, Files = [await house.UploadAsync(house.Officer1)] });
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, id, new SubmitForReview { OnList = false });
        var opinion = await house.PrefilledAsync<GiveOpinion>(house.Reviewer, id);
        await house.DoAsync(house.Reviewer, id, opinion with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] });
        await house.DoAsync(house.Head, id, new AgreeToOtherDisposal());
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
        await house.DoAsync(house.Officer1, id, new ArchiveCase { Note = "没有需要说明的情况。" });
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
}
