namespace Heng.Platform.Storage;

/// <summary>A row that only its unit and those who see the whole bureau may read.</summary>
public interface IUnitOwned : IBureauOwned
{
    /// <summary>The unit (科室、市场监督管理所) that handles it.</summary>
    Guid UnitId { get; }
}
