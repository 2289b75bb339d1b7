namespace Heng.Platform.People;

/// <summary>Signed in (已登录): who makes the present request; set once by the pipeline.</summary>
public sealed class SignedIn
{
    /// <summary>The person, or null for a visitor.</summary>
    public CurrentPerson? Person { get; set; }

    /// <summary>The session, also while its second factor or its post is still missing.</summary>
    public Guid? Session { get; set; }
}
