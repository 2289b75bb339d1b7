using System.Net;
using System.Text;
using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Documents;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Tests.Cases;
using Heng.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace Heng.Tests.Documents;

public sealed class VolumeTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact, Row("8.28")]
    public void Pages_are_numbered_through_until_one_item_was_not_counted()
    {
        VolumeItem[] items = [Item(1, 2), Item(2, 1), Item(3, null), Item(4, 5)];
        Assert.Equal([(1, 2), (3, 3), null, null], Volume.Numbered(items));
        Assert.Equal("4件", Volume.SizeOf(items));
        Assert.Equal("2件3页", Volume.SizeOf(items[..2]));

        static VolumeItem Item(int act, int? pages) => new("main", 1, "材料", new(2026, 3, 2), act) { Pages = pages };
    }

    [Fact, Row("8.28", "6.6")]
    public async Task The_archivist_enters_the_pages_and_what_he_leaves_open_stays_open_in_the_catalogue()
    {
        var id = await ToClosedAsync();
        var address = DossierLinks.Act(id, "cases.archive");
        var page = await site.GetPageAsync(site.House.Officer1, address);
        var items = Volume.Of((await site.House.ReadAsync(site.House.Officer1, id)).File);
        Assert.Equal(items.Select((_, n) => $"pages.{n + 1}"), page.QuerySelectorAll("input[name^='pages.']").Select(i => i.GetAttribute("name")));
        using var wrong = await site.SubmitAsync(site.House.Officer1, address, page, "submit", ("pages.1", "两页"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var asked = await site.SubmitAsync(site.House.Officer1, address, page, "submit", ("pages.1", "2"), ("pages.2", "3"));
        var confirm = await SiteFixture.ReadPageAsync(asked);
        Assert.Contains($"正卷：{items[0].Title} 2 页", confirm.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var done = await site.SubmitAsync(site.House.Officer1, address, confirm, "confirm");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var (file, context) = await site.House.ReadAsync(site.House.Officer1, id);
        var archived = file.Last<ArchiveCase>()!.Value.Act;
        Assert.Equal([2, 3, null], archived.Catalogue.Take(3).Select(i => i.Pages));
        var rows = DocumentDrafts.Of(file, context).Single(d => d.Form == "55").Rows["main"];
        Assert.Equal(["1—2", "3—5", FormText.ByHand], rows.Take(3).Select(r => r["pages"]));
    }

    /// <summary>Made by the real converter, read by another program: pages, text, and that the seal never stands alone.</summary>
    [Fact, Row("6.6", "6.8", "8.28")]
    public async Task An_issued_decision_is_printed_to_pdf_and_its_pages_go_into_the_catalogue()
    {
        Assert.SkipUnless(site.House.Services.GetRequiredService<PdfPrinter>().IsThere || Environment.GetEnvironmentVariable("CI") is not null, "没有安装 LibreOffice");
        var id = await ToClosedAsync();
        var (file, _) = await site.House.ReadAsync(site.House.Officer1, id);
        var decision = file.Part<IssuedDocuments>().All.Values.Single(e => e.Document.Form == "46");
        var pdf = await PrintAsync(id, decision.Document.Key);
        Assert.Equal(pdf, await PrintAsync(id, decision.Document.Key));
        using var document = PdfDocument.Open(pdf);
        string[] pages = [.. document.GetPages().Select(p => Plain(p.Text))];
        Assert.InRange(pages.Length, 2, 6);
        Assert.Contains("不予行政处罚决定书", pages[0], StringComparison.Ordinal);
        Assert.Contains(Plain(decision.Document.Name.Split(' ')[1]), pages[0], StringComparison.Ordinal);
        var sealedPage = Assert.Single(pages, p => p.Contains("（印章）", StringComparison.Ordinal));
        Assert.Contains("提起行政诉讼。", sealedPage, StringComparison.Ordinal);
        Assert.Contains(Plain(FormText.Day(decision.On)), sealedPage, StringComparison.Ordinal);
        Assert.DoesNotContain("【", string.Concat(pages), StringComparison.Ordinal);

        await site.House.DoAsync(site.House.Officer1, id, new ArchiveCase());
        (file, _) = await site.House.ReadAsync(site.House.Officer1, id);
        var archived = file.Last<ArchiveCase>()!.Value.Act;
        Assert.Equal(pages.Length, archived.Catalogue.Single(i => i.Title.StartsWith("不予行政处罚决定书", StringComparison.Ordinal)).Pages);
        Assert.Null(archived.Catalogue.Single(i => i.Title == "决定书送达回证").Pages);
    }

    /// <summary>Text as it was meant: some fonts give 行 and others as radicals, and spaces come from the layout.</summary>
    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).Replace('(', '（').Replace(')', '）');

    private async Task<byte[]> PrintAsync(Guid id, string key)
    {
        using var answer = await site.GetAsync(site.House.Officer1, DocumentLinks.Pdf(id, key));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Guid> ToClosedAsync()
    {
        var id = await ExemptionPath.ToClosedAsync(site.House);
        await site.House.DoAsync(site.House.UnitHead, id, await site.House.PrefilledAsync<DeferVisits>(site.House.UnitHead, id));
        return id;
    }
}
