namespace Heng.Platform.Storage;

/// <summary>A row that belongs to one bureau; its key is (BureauId, Id) and it never changes bureau.</summary>
public interface IBureauOwned
{
    /// <summary>The bureau (市场监督管理局) that owns the row.</summary>
    Guid BureauId { get; }

    /// <summary>Id inside the bureau, made by the program (UUID version 7).</summary>
    Guid Id { get; }
}
