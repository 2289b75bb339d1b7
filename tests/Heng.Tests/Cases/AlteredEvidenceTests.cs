using System.Net;
using Heng.Cases;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Platform.Storage;
using Heng.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Tests.Cases;

/// <summary>A file of evidence that was changed on the disk: it is shown, nobody is given it, and nothing rests on it.</summary>
[Row("8.11")]
public sealed class AlteredEvidenceTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact]
    public async Task An_altered_file_is_shown_and_nothing_is_reported_reviewed_or_decided_on_it()
    {
        var house = site.House;
        var id = await ExemptionPath.ToFactsAsync(house);
        var record = $"/dossiers/{id}/record?files=true";
        Assert.Contains("与登记时一致", (await site.GetPageAsync(house.Officer1, record)).Body!.TextContent, StringComparison.Ordinal);
        var proof = (await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().Evidence.Single(e => e.Number == 4).Files.Single();
        var path = Path.Combine(site.Services.GetRequiredService<DataStore>().FilesFolder, proof.Sha256[..2], proof.Sha256[2..4], proof.Sha256);
        var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("已被改动", await PieceAsync(), StringComparison.Ordinal);

        await AlterAsync();
        Assert.Contains("已被改动或者丢失", await PieceAsync(), StringComparison.Ordinal);
        var page = await site.GetPageAsync(house.Officer1, record);
        Assert.Contains("1 个被改动或者丢失", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(proof.Name, page.QuerySelector(".h-notice")!.TextContent, StringComparison.Ordinal);
        using (var given = await site.GetAsync(house.Officer1, $"/files/{proof.Id}"))
        {
            Assert.Equal(HttpStatusCode.Gone, given.StatusCode);
        }

        var report = await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id);
        Assert.Equal(["evidence.altered"], await house.RefusalsAsync(house.UnitHead, id, report));
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        await house.DoAsync(house.UnitHead, id, report);
        await house.DoAsync(house.Officer1, id, new SubmitForReview());

        File.Delete(path);
        var opinion = (await house.PrefilledAsync<GiveOpinion>(house.Reviewer, id)) with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] };
        Assert.Equal(["evidence.altered"], await house.RefusalsAsync(house.Reviewer, id, opinion));
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        await house.DoAsync(house.Reviewer, id, opinion);
        await house.DoAsync(house.Head, id, new AgreeToOtherDisposal());

        await AlterAsync();
        var decision = await house.PrefilledAsync<Heng.Cases.Steps.Decision.DecideNoPenalty>(house.Head, id);
        Assert.Equal(["evidence.altered"], await house.RefusalsAsync(house.Head, id, decision));
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        await house.DoAsync(house.Head, id, decision);

        async Task<string> PieceAsync() => (await site.GetPageAsync(house.Officer1, $"/dossiers/{id}")).QuerySelector("#evidence-4")!.TextContent;
        Task AlterAsync() => File.WriteAllBytesAsync(path, [.. content[..^1], (byte)(content[^1] ^ 1)], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Altered_evidence_that_was_excluded_stands_in_nobodys_way()
    {
        var house = site.House;
        var id = await ExemptionPath.ToFactsAsync(house);
        var extra = await house.PrefilledAsync<RecordEvidence>(house.Officer1, id);
        await house.DoAsync(house.Officer1, id, extra with { Kind = EvidenceKind.Audiovisual, Name = "店内录像", Copy = CopyKind.Original, Proves = "现场情况", Files = [await house.UploadAsync(house.Officer1)] });
        var piece = (await house.ReadAsync(house.Head, id)).File.Part<CaseFile>().Evidence[^1];
        var hash = piece.Files.Single().Sha256;
        File.Delete(Path.Combine(site.Services.GetRequiredService<DataStore>().FilesFolder, hash[..2], hash[2..4], hash));
        var report = await house.PrefilledAsync<ConcludeInvestigation>(house.UnitHead, id);
        Assert.Equal(["evidence.altered"], await house.RefusalsAsync(house.UnitHead, id, report));
        await house.DoAsync(house.Officer1, id, new ExcludeEvidence { Evidence = piece.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), Reason = "录像文件损坏" });
        await house.DoAsync(house.UnitHead, id, report);
    }
}
