using Heng.Law.Citations;

namespace Heng.Law.Matters;

/// <summary>Matter (执法事项): one kind of violation, under one stable id, with its dated versions.</summary>
public sealed class Matter
{
    internal Matter(string id, string chinese, string english, string field, IReadOnlyList<string> tags, MatterVersion[] versions)
        => (Id, Chinese, English, Field, Tags, Versions, IsNew) = (id, chinese, english, field, tags, versions, tags.Any(t => t.StartsWith("new", StringComparison.Ordinal)));

    /// <summary>Stable id, for example <c>FOOD-008</c>.</summary>
    public string Id { get; }

    /// <summary>Chinese name.</summary>
    public string Chinese { get; }

    /// <summary>English name.</summary>
    public string English { get; }

    /// <summary>Field (领域) it belongs to, for example <c>food</c>.</summary>
    public string Field { get; }

    /// <summary>Tags such as <c>commonCase</c>, <c>criminalReferral</c> or <c>new2025</c>.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The versions, oldest first.</summary>
    public IReadOnlyList<MatterVersion> Versions { get; }

    /// <summary>Whether the violation did not exist before its first version (tag <c>new…</c>).</summary>
    public bool IsNew { get; }

    /// <summary>The version in force on a day, or null.</summary>
    /// <param name="day">The day asked about.</param>
    public MatterVersion? On(DateOnly day)
    {
        foreach (var version in Versions)
        {
            if (version.From <= day && (version.Until is not { } until || day <= until))
            {
                return version;
            }
        }

        return null;
    }
}

/// <summary>Order to correct (责令改正): how it stands to the penalty.</summary>
public enum OrderToCorrect
{
    /// <summary>No order is foreseen (无).</summary>
    None,

    /// <summary>Order and penalty together (并处).</summary>
    Concurrent,

    /// <summary>The order comes first; a fine only after refusal (先行责令改正).</summary>
    First,
}

/// <summary>Matter version (事项版本): the matter as the law of certain days has it.</summary>
public sealed class MatterVersion
{
    internal MatterVersion(LawElement e, FactTable facts, PenaltyKindTable kinds)
    {
        Id = e.Text("version");
        From = e.Day("from");
        Until = e.OptionalDay("until");
        Violates = e.AllCited("violates");
        PenalizedBy = e.AllCited("penalizedBy");
        OrderToCorrect = e.Text("orderToCorrect") switch
        {
            "first" => OrderToCorrect.First,
            "concurrent" => OrderToCorrect.Concurrent,
            "none" => OrderToCorrect.None,
            var other => throw e.Fault("orderToCorrect", $"“{other}”不是责令改正的方式"),
        };
        Penalties = [.. e.Items("penalties").Select(p => new Penalty(p, facts, kinds))];
        var limitation = e["limitation"];
        LimitationYears = limitation.Whole("years");
        ExtendedLimitationYears = limitation.Whole("yearsIfLifeHealthHarm");
        LimitationExtensionLikely = limitation.Flag("extensionLikely");
        HearingKinds = [.. e["hearing"].Items("byKind").Select(k => kinds.Required(k, k.Text()))];
        StillConfiscated = e.Find("exemptionRule")?.OptionalText("stillConfiscate")?.Split('+') ?? [];
        Note = e.OptionalText("note");
        Source = e.Texts("source");
        Confidence = e.Confidence("confidence");
        CheckedOn = e.Day("checkedOn");
    }

    /// <summary>Stable id, for example <c>FOOD-008@2021-04-29</c>.</summary>
    public string Id { get; }

    /// <summary>First day in force, inclusive.</summary>
    public DateOnly From { get; }

    /// <summary>Last day in force, inclusive; null while in force.</summary>
    public DateOnly? Until { get; }

    /// <summary>The duties violated (违反条款).</summary>
    public IReadOnlyList<Citation> Violates { get; }

    /// <summary>The penalty provisions (处罚条款); the first is the main one.</summary>
    public IReadOnlyList<Citation> PenalizedBy { get; }

    /// <summary>How the order to correct stands to the penalty.</summary>
    public OrderToCorrect OrderToCorrect { get; }

    /// <summary>The penalties that the provisions hold, each with its condition.</summary>
    public IReadOnlyList<Penalty> Penalties { get; }

    /// <summary>Limitation in years (追责时效).</summary>
    public int LimitationYears { get; }

    /// <summary>Limitation in years where life, health or financial safety is involved with harm.</summary>
    public int ExtendedLimitationYears { get; }

    /// <summary>Whether the field often involves life, health or financial safety.</summary>
    public bool LimitationExtensionLikely { get; }

    /// <summary>Kinds of this version that give the right to a hearing.</summary>
    public IReadOnlyList<PenaltyKind> HearingKinds { get; }

    /// <summary>What a good-faith rule of this matter still confiscates: <c>goods</c>, <c>illegalIncome</c>.</summary>
    public IReadOnlyList<string> StillConfiscated { get; }

    /// <summary>What a reader must know besides.</summary>
    public string? Note { get; }

    /// <summary>The texts that were read.</summary>
    public IReadOnlyList<string> Source { get; }

    /// <summary>How well the values are known.</summary>
    public Confidence Confidence { get; }

    /// <summary>Day the version was last confirmed.</summary>
    public DateOnly CheckedOn { get; }
}
