using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>One version of a matter with everything that attaches to it, ready to be evaluated.</summary>
internal sealed class CompiledVersion
{
    public CompiledVersion(Matter matter, MatterVersion version, MatterTable table, DiscretionTable discretion)
    {
        Matter = matter;
        Version = version;
        Overlays = [.. table.OverlaysOf(matter, version)];
        SeriousRules = [.. table.SeriousRulesOf(matter, version)];
        Exemptions = [.. discretion.Exemptions.Where(e => e.Applicable && e.Covers(matter))];
        BenchmarkTiers = [.. discretion.Benchmarks.Where(b => b.SetsTiers && b.Matter == matter.Id)];
        Multiplier = Overlays.FirstOrDefault(o => o.MaximumFactor is not null);
        var all = version.Penalties.Select(p => new Tier(p, null)).Concat(Overlays.SelectMany(o => o.Penalties.Select(p => new Tier(p, o)))).ToArray();
        Fines = [.. Enum.GetValues<Subject>().Select(s => all.Where(t => t.Penalty.Kind.Id == PenaltyKindTable.Fine && t.Penalty.Subject == s).ToArray())];
        Others = [.. all.Where(t => t.Penalty.Kind.Id != PenaltyKindTable.Fine)];
        HasGoodFaith = Exemptions.Any(e => e.Kind == "goodFaith");
    }

    public Matter Matter { get; }

    public MatterVersion Version { get; }

    public Overlay[] Overlays { get; }

    public SeriousRule[] SeriousRules { get; }

    public Exemption[] Exemptions { get; }

    public Benchmark[] BenchmarkTiers { get; }

    public Overlay? Multiplier { get; }

    /// <summary>The fines of each subject, in the order of <see cref="Subject"/>; overlays last.</summary>
    public Tier[][] Fines { get; }

    /// <summary>Everything but fines; overlays last.</summary>
    public Tier[] Others { get; }

    public bool HasGoodFaith { get; }
}

/// <summary>A penalty and the overlay that brought it, if any.</summary>
internal sealed class Tier(Penalty penalty, Overlay? overlay)
{
    public readonly Penalty Penalty = penalty;
    public readonly Overlay? Overlay = overlay;

    /// <summary>Whether the tier is open; a penalty that needs another kind of party is closed.</summary>
    public Truth On(in FactView facts, bool isUnit)
    {
        var truth = Penalty.When?.On(facts) ?? Truth.True;
        if (Overlay is null || truth == Truth.False)
        {
            return truth;
        }

        if (Overlay.NeedsUnit && !isUnit)
        {
            return Truth.False;
        }

        return (Overlay.When?.On(facts) ?? Truth.True) switch
        {
            Truth.False => Truth.False,
            Truth.Unknown => Truth.Unknown,
            _ => truth,
        };
    }

    public void MarkOpen(in FactView facts, ref FactMarks marks)
    {
        Overlay?.When?.MarkOpen(facts, ref marks);
        Penalty.When?.MarkOpen(facts, ref marks);
        if (Penalty.BaseFact is { } fact && !facts.Knows(fact))
        {
            marks.Add(fact.Index);
        }
    }

    /// <summary>The band on known facts; false when the base is unknown.</summary>
    public bool TryBand(in FactView facts, out decimal minimum, out decimal maximum)
    {
        var factor = 1m;
        if (Penalty.BaseFact is { } fact)
        {
            if (!facts.Knows(fact))
            {
                minimum = maximum = 0;
                return false;
            }

            factor = facts.NumberOf(fact);
            if (Penalty.BaseFloor is { } floor && factor < floor)
            {
                factor = floor;
            }

            minimum = Penalty.Minimum is { } low ? low * factor : 0;
            maximum = Penalty.Maximum * factor;
        }
        else
        {
            minimum = Penalty.Minimum ?? 0;
            maximum = Penalty.Maximum;
        }

        if (Penalty.AbsoluteCap is { } cap)
        {
            maximum = Math.Min(maximum, cap);
            minimum = Math.Min(minimum, cap);
        }

        return true;
    }
}

/// <summary>How the limitation stands.</summary>
internal enum LimitationState : byte
{
    InTime,
    Undecided,
    Past,
}

/// <summary>What one version of the law yields on given facts: the raw result from which an assessment is read.</summary>
internal sealed class VersionAssessment(CompiledVersion law)
{
    /// <summary>Stands in the question list for the discovery date, which is no fact.</summary>
    public const byte DiscoveryDateQuestion = byte.MaxValue;

    public readonly CompiledVersion Law = law;

    public AssessmentOutcome Outcome;
    public LimitationState Limitation;
    public DateOnly LimitationEnd;
    public Band[] Bands = [];
    public Band? OwnBand;
    public int OwnSubject = -1;
    public bool OwnUndetermined;
    public bool AnyUndetermined;
    public ulong MandatoryKinds;
    public ulong OptionalKinds;
    public int HighestSeverity;
    public bool PenaltyOpen;
    public ExemptionResult[] Exemptions = [];
    public byte[] Questions = [];
    public ulong Circumstances;
    public ulong UsedTwice;
    public ulong PersonalIgnored;
    public bool SeriousByStatute;
    public bool GroundForMitigation;
    public bool Conflict;
    public Level Level;
    public SumRange? Range;
    public BenchmarkTier? BenchmarkTier;
    public BandProfile Profile = null!;
    public PenaltyKindTable Kinds = null!;

    public OpenKind[] OpenKinds
    {
        get
        {
            var (mandatory, optional) = (MandatoryKinds, OptionalKinds);
            return [.. Kinds.All.Where(k => ((mandatory | optional) & (1UL << k.Index)) != 0)
                .Select(k => new OpenKind(k, (mandatory & (1UL << k.Index)) != 0)).OrderBy(k => k.Kind.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>What a good-faith rule still confiscates when nothing is penalised (readings R13).</summary>
    public OpenKind[] StillConfiscated
        => Exemptions.Any(e => e.Truth == Truth.True && e.Entry.Kind == "goodFaith")
            ? [.. Law.Version.StillConfiscated.Select(s => new OpenKind(Kinds.Find(s == "goods" ? "confiscateGoods" : "confiscateIllegalIncome")!, true))]
            : [];
}
