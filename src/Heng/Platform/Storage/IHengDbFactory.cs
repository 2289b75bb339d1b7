namespace Heng.Platform.Storage;

/// <summary>Makes contexts that read what they are allowed to.</summary>
public interface IHengDbFactory
{
    /// <summary>A context; dispose it after use.</summary>
    /// <param name="access">Whose rows it reads.</param>
    HengDb Create(Access access);
}
