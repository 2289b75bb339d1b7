using Heng.Dossiers;
using Heng.Platform.People;
using Heng.Platform.SignIn;

namespace Heng.Cases.Pages;

/// <summary>Keeps the form of the facts whose session ran out.</summary>
internal sealed class ExpiredFacts(ActDesk desk, DraftDesk drafts) : IKeepsExpiredForms
{
    public async Task<bool> KeepAsync(HttpContext context, CurrentPerson person, CancellationToken stop)
    {
        if (context.GetRouteValue("page") is not "/Cases/Pages/Facts" || !Guid.TryParse($"{context.GetRouteValue("id")}", out var id) || await desk.ReadAsync(person, id, stop) is null)
        {
            return false;
        }

        await drafts.KeepAsync(person, id, FactsModel.Code, FactsForm.WithoutAnswer(FactsForm.Sent(await context.Request.ReadFormAsync(stop))), stop);
        return true;
    }
}
