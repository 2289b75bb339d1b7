using Heng.Platform.Tenancy;

namespace Heng.Platform.Administration;

/// <summary>What is entered of a bureau (机关资料).</summary>
public sealed class BureauForm
{
    public BureauLevel? Level { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? AreaCode { get; set; }

    public string? LawRegion { get; set; }

    public string? Address { get; set; }

    public string? Telephone { get; set; }

    public string? Government { get; set; }

    public string? Court { get; set; }

    public string? HashProfile { get; set; }
}

/// <summary>Kind of unit (机构类型).</summary>
public enum UnitSort
{
    /// <summary>Division (科室).</summary>
    Division,

    /// <summary>Station (市场监督管理所).</summary>
    Station,

    /// <summary>Delegated body (受委托组织).</summary>
    Delegated,
}

/// <summary>What is entered of a unit (机构资料).</summary>
public sealed class UnitForm
{
    public string? Name { get; set; }

    public UnitSort Sort { get; set; }

    public DateOnly? ClosedOn { get; set; }
}

/// <summary>What is entered of a person (人员资料).</summary>
public sealed class PersonForm
{
    public Guid? Unit { get; set; }

    public string? Name { get; set; }

    public string? Post { get; set; }

    public bool HasLegalQualification { get; set; }

    public bool ReviewedBeforeQualification { get; set; }

    public DateOnly? JoinedOn { get; set; }

    public DateOnly? LeftOn { get; set; }
}

/// <summary>What is entered of an entry of the list of powers (权责清单条目).</summary>
public sealed class GrantForm
{
    public Guid? Unit { get; set; }

    public string? Covers { get; set; }

    public BureauLevel? Level { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string? Deed { get; set; }

    public string? DeedPublished { get; set; }
}

/// <summary>Form of a privacy review (个人信息保护评估、审计).</summary>
public sealed class PrivacyReviewForm
{
    /// <summary>Assessment or audit.</summary>
    public string? Kind { get; set; }

    /// <summary>The day on which it was finished.</summary>
    public DateOnly? On { get; set; }

    /// <summary>What was looked at.</summary>
    public string? Scope { get; set; }

    /// <summary>What was found.</summary>
    public string? Findings { get; set; }

    /// <summary>What is done about it.</summary>
    public string? Measures { get; set; }
}
