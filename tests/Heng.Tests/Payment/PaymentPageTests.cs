using System.Net;
using Heng.Payment;
using Heng.Tests.Cases;
using Heng.Tests.Web;

namespace Heng.Tests.Payment;

public sealed class PaymentPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    [Fact, Row("8.24")]
    public async Task Finance_takes_a_file_in_and_books_it_and_sees_no_dossier()
    {
        var house = site.House;
        var finance = await PaymentPath.FinanceAsync(house);
        var id = await PenaltyPath.ToServedAsync(house);
        var number = (await PaymentPath.AccountAsync(house, id)).Number.ToString();
        var client = await site.ClientOfAsync(finance);
        var file = await PaymentPath.TakeAsync(house, finance, PaymentPath.FileOf(PaymentPath.Line(number, 10, "P1", house.Today), PaymentPath.Line(number, 99_999_999, "P2", house.Today)));
        using var page = await site.GetPageAsync(finance, PaymentLinks.Of(file));
        Assert.Contains("确认，入账 2 笔", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("多缴", page.Body.TextContent, StringComparison.Ordinal);
        foreach (var address in new[] { $"/dossiers/{id}", $"/dossiers/{id}/acts/payment.receive", "/dossiers" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }

        foreach (var person in new[] { house.Officer1, house.UnitHead, house.Head, house.Reviewer })
        {
            using var answer = await (await site.ClientOfAsync(person)).GetAsync(new Uri(PaymentLinks.Of(file), UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var dossier = await site.GetPageAsync(house.Officer1, $"/dossiers/{id}");
        Assert.Contains(number, dossier.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("缴款期限", dossier.Body.TextContent, StringComparison.Ordinal);
    }
}
