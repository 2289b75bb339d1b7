using Heng.Platform.People;
using Heng.Platform.SignIn;

namespace Heng.Dossiers.Pages;

/// <summary>Keeps the form of an act whose session ran out.</summary>
internal sealed class ExpiredAct(ActDesk desk, DraftDesk drafts) : IKeepsExpiredForms
{
    public async Task<bool> KeepAsync(HttpContext context, CurrentPerson person, CancellationToken stop)
    {
        if (context.GetRouteValue("page") is not "/Dossiers/Pages/Act" || ActTypes.Find($"{context.GetRouteValue("code")}") is not { } type)
        {
            return false;
        }

        Guid? dossier = Guid.TryParse($"{context.GetRouteValue("id")}", out var id) ? id : null;
        if (dossier is null ? !type.About.Opens : await desk.ReadAsync(person, id, stop) is null)
        {
            return false;
        }

        await drafts.KeepAsync(person, dossier, type.Code, ActForm.ValuesIn(type, await context.Request.ReadFormAsync(stop)), stop);
        return true;
    }
}
