using Heng.Platform.People;

namespace Heng.Platform.SignIn;

/// <summary>Keeps what was typed into a form whose session ran out before it was sent (会话过期的表单).</summary>
public interface IKeepsExpiredForms
{
    /// <summary>Puts the form aside as a draft of the person; nothing of it is done.</summary>
    /// <param name="context">The request, which is not let through.</param>
    /// <param name="person">Whose session it was.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Whether it was a form of this kind, and is kept.</returns>
    Task<bool> KeepAsync(HttpContext context, CurrentPerson person, CancellationToken stop);
}
