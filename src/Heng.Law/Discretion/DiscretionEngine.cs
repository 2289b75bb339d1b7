using Heng.Law.Citations;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Discretion engine (裁量引擎): from facts and days to outcome, band, level and range, with every reason.</summary>
/// <remarks>
/// Pure and immutable; compiled once from a law set and safe to share. It proposes a band, never a bare number; a person decides.
/// Where the law leaves room it follows the project's readings R01 to R19, each named where it is applied.
/// </remarks>
public sealed partial class DiscretionEngine
{
    private const int MostNumbers = 64;
    private readonly Dictionary<MatterVersion, CompiledVersion> versions = [];
    private readonly WellKnownFacts known;

    private DiscretionEngine(MatterTable matters, DiscretionTable table, DiscretionSettings settings, string lawHash)
    {
        (Matters, Table, Settings, LawHash) = (matters, table, settings, lawHash);
        known = new WellKnownFacts(matters.Facts);
        if (matters.Facts.Numbers > MostNumbers || matters.Circumstances.Count > 64 || matters.Kinds.All.Count > 64)
        {
            throw new LawDataException("matters/", "$", "数值事实、情节或处罚种类多于 64 项");
        }

        foreach (var matter in matters.All)
        {
            foreach (var version in matter.Versions)
            {
                versions.Add(version, new CompiledVersion(matter, version, matters, table));
            }
        }
    }

    /// <summary>Matters, facts and circumstances.</summary>
    public MatterTable Matters { get; }

    /// <summary>Exemptions, benchmarks and profiles.</summary>
    public DiscretionTable Table { get; }

    /// <summary>Named settings: what the law leaves to choice.</summary>
    public DiscretionSettings Settings { get; }

    /// <summary>The facts that conditions test.</summary>
    public FactTable Facts => Matters.Facts;

    /// <summary>Hash of the law set.</summary>
    public string LawHash { get; }

    /// <summary>Compiles an engine.</summary>
    /// <param name="matters">Matters, facts and circumstances.</param>
    /// <param name="table">Exemptions, benchmarks and profiles.</param>
    /// <param name="settings">Named settings.</param>
    /// <param name="lawHash">Hash of the law set.</param>
    public static DiscretionEngine From(MatterTable matters, DiscretionTable table, DiscretionSettings settings, string lawHash)
    {
        ArgumentNullException.ThrowIfNull(matters);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        return new DiscretionEngine(matters, table, settings, lawHash);
    }

    /// <summary>Assesses one violation.</summary>
    /// <param name="request">The facts and days.</param>
    /// <exception cref="ArgumentException">The request is impossible (<see cref="AssessmentRequest.Fault"/>) or of another law set.</exception>
    public Assessment Assess(AssessmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Fault is { } fault)
        {
            throw new ArgumentException(fault.Says, nameof(request));
        }

        if (!ReferenceEquals(request.Facts.Table, Facts))
        {
            throw new ArgumentException("The fact sheet is of another law set.", nameof(request));
        }

        var matter = request.Matter;
        if (matter.On(request.LastDayOfAct) is not { } atAct)
        {
            return WithoutVersion(request);
        }

        Span<byte> states = stackalloc byte[FactTable.MostFacts];
        Span<decimal> numbers = stackalloc decimal[MostNumbers];
        states = states[..Facts.All.Count];
        numbers = numbers[..Facts.Numbers];
        request.Facts.View.States.CopyTo(states);
        request.Facts.View.Numbers.CopyTo(numbers);
        Derive(request.Party, states, numbers);
        var profile = Table.ProfileFor(request.Region, request.DecisionDate);

        var old = Evaluate(versions[atAct], request, states, numbers, profile);
        var atDecision = matter.On(request.DecisionDate);
        if (atDecision is null)
        {
            // R01: the newer law no longer treats the act as a violation.
            return new Assessment(this, request, old, old, null, AssessmentOutcome.NotAViolation, [], notCovered: false);
        }

        if (ReferenceEquals(atDecision, atAct))
        {
            return new Assessment(this, request, old, null, null, old.Outcome, old.Questions, notCovered: false);
        }

        var newer = Evaluate(versions[atDecision], request, states, numbers, profile);
        return Choose(request, old, newer);
    }

    /// <summary>R01: no version on the last day of the act.</summary>
    private Assessment WithoutVersion(AssessmentRequest request)
    {
        var beforeFirst = request.LastDayOfAct < request.Matter.Versions[0].From;
        var notCovered = beforeFirst && !request.Matter.IsNew;
        return new Assessment(this, request, null, null, null, notCovered ? AssessmentOutcome.NeedsFacts : AssessmentOutcome.NotAViolation, [], notCovered);
    }

    /// <summary>R02: the newer law applies where it is lighter in this case; whole results are compared, clauses are never mixed.</summary>
    private Assessment Choose(AssessmentRequest request, VersionAssessment old, VersionAssessment newer)
    {
        var (oldRank, newerRank) = (RankOf(old.Outcome), RankOf(newer.Outcome));
        if (oldRank == 2 && newerRank == 2 && (old.OwnUndetermined || newer.OwnUndetermined))
        {
            var outcome = old.Outcome == AssessmentOutcome.MayBeExempt ? AssessmentOutcome.MayBeExempt : AssessmentOutcome.NeedsFacts;
            return new Assessment(this, request, old, old, newer, outcome, Union(old.Questions, newer.Questions), notCovered: false);
        }

        var sign = newerRank.CompareTo(oldRank);
        if (sign == 0)
        {
            sign = newer.HighestSeverity.CompareTo(old.HighestSeverity);
        }

        var (oldOwn, newerOwn, oldPersonal, newerPersonal) = (old.OwnBand, newer.OwnBand, PersonalBand(old), PersonalBand(newer));
        sign = sign != 0 ? sign : Maximum(newerOwn).CompareTo(Maximum(oldOwn));
        sign = sign != 0 ? sign : Maximum(newerPersonal).CompareTo(Maximum(oldPersonal));
        sign = sign != 0 ? sign : Minimum(newerOwn).CompareTo(Minimum(oldOwn));
        sign = sign != 0 ? sign : Minimum(newerPersonal).CompareTo(Minimum(oldPersonal));
        var chosen = sign < 0 ? newer : old;
        return new Assessment(this, request, chosen, old, newer, chosen.Outcome, chosen.Questions, notCovered: false);

        static decimal Maximum(Band? band) => band?.ExactMaximum ?? 0;
        static decimal Minimum(Band? band) => band?.ExactMinimum ?? 0;
        static Band? PersonalBand(VersionAssessment a) => Array.Find(a.Bands, b => b.Subject == Subject.ResponsiblePerson);
    }

    private static int RankOf(AssessmentOutcome outcome) => outcome switch
    {
        AssessmentOutcome.NoPenalty or AssessmentOutcome.Barred or AssessmentOutcome.NotAViolation => 0,
        AssessmentOutcome.CorrectFirst => 1,
        _ => 2,
    };

    private static byte[] Union(byte[] first, byte[] second) => [.. first.Union(second)];

    /// <summary>R07 and R17: facts that follow from others; entered values win.</summary>
    private void Derive(PartyKind party, Span<byte> states, Span<decimal> numbers)
    {
        if (states[known.PartyType.Index] == 0)
        {
            states[known.PartyType.Index] = party == PartyKind.Unit ? known.PartyTypeUnit : known.PartyTypeIndividual;
        }

        DeriveAmount(known.HasIllegalIncome, known.IllegalIncome, states, numbers);
        DeriveAmount(known.HasTurnover, known.Turnover, states, numbers);
        if (states[known.SlightHarm.Index] == 0 && states[known.NoHarm.Index] == (byte)Truth.True)
        {
            states[known.SlightHarm.Index] = (byte)Truth.True;
        }
    }

    private static void DeriveAmount(Fact has, Fact amount, Span<byte> states, Span<decimal> numbers)
    {
        if (states[has.Index] == 0 && states[amount.Index] != 0)
        {
            states[has.Index] = numbers[amount.NumberSlot] > 0 ? (byte)Truth.True : (byte)Truth.False;
        }
        else if (states[amount.Index] == 0 && states[has.Index] == (byte)Truth.False)
        {
            states[amount.Index] = 1;
            numbers[amount.NumberSlot] = 0;
        }
    }

    private VersionAssessment Evaluate(CompiledVersion law, AssessmentRequest request, Span<byte> states, ReadOnlySpan<decimal> numbers, BandProfile profile)
    {
        var result = new VersionAssessment(law) { Profile = profile, Kinds = Matters.Kinds };
        var enteredSerious = states[known.SeriousCircumstances.Index];
        ApplySeriousRules(law, result, states, numbers);
        var facts = new FactView(states, numbers);
        var isUnit = states[known.PartyType.Index] == known.PartyTypeUnit;
        CollectCircumstances(law, request, isUnit, result);

        Span<byte> order = stackalloc byte[FactTable.MostFacts];
        Span<ulong> seen = stackalloc ulong[FactTable.MostFacts / 64];
        seen.Clear();
        var limitationMarks = new FactMarks(order, seen);
        CheckLimitation(law.Version, request, facts, result, ref limitationMarks);
        TryExemptions(law, request, facts, result);
        OpenFines(law, request.Party, isUnit, facts, result);
        OpenOtherKinds(law, request.Party, isUnit, facts, result);
        result.Outcome = OutcomeOf(law, facts, result);
        SetLevel(law, request, facts, result);
        if (result.Outcome is not (AssessmentOutcome.Barred or AssessmentOutcome.NoPenalty))
        {
            CollectQuestions(law, request.Party, isUnit, facts, result, ref limitationMarks);
            result.Questions = limitationMarks.Order.ToArray();
        }

        states[known.SeriousCircumstances.Index] = enteredSerious;
        return result;
    }

    /// <summary>R06: texts that count which cases are serious.</summary>
    private void ApplySeriousRules(CompiledVersion law, VersionAssessment result, Span<byte> states, ReadOnlySpan<decimal> numbers)
    {
        foreach (var rule in law.SeriousRules)
        {
            var truth = rule.Any.On(new FactView(states, numbers));
            ref var serious = ref states[known.SeriousCircumstances.Index];
            if (rule.Sets)
            {
                if (truth == Truth.True)
                {
                    result.SeriousByStatute = true;
                    serious = (byte)Truth.True;
                }
                else if (truth == Truth.False && serious == 0)
                {
                    serious = (byte)Truth.False;
                }

                truth = (Truth)serious;
            }

            if (truth == Truth.True && rule.Adds is { } added)
            {
                result.Circumstances |= 1UL << added.Index;
            }
        }
    }

    /// <summary>R12: circumstances out of scope are ignored, for a unit also those of age and mind; entered ones count as proven.</summary>
    private static void CollectCircumstances(CompiledVersion law, AssessmentRequest request, bool isUnit, VersionAssessment result)
    {
        foreach (var circumstance in request.Circumstances)
        {
            if (circumstance.CountsFor(law.Matter.Field, isUnit))
            {
                result.Circumstances |= 1UL << circumstance.Index;
            }
            else if (circumstance.IsPersonal)
            {
                result.PersonalIgnored |= 1UL << circumstance.Index;
            }
        }
    }

    /// <summary>R03: two or five years from the last day of the act; discovery on the last day is in time.</summary>
    private void CheckLimitation(MatterVersion version, AssessmentRequest request, in FactView facts, VersionAssessment result, ref FactMarks marks)
    {
        var found = request.DiscoveryDate ?? request.DecisionDate;
        var shortEnd = Time.Limitation.LastDay(request.LastDayOfAct, version.LimitationYears);
        result.LimitationEnd = shortEnd;
        if (found <= shortEnd)
        {
            return;
        }

        var mayExtend = version.LimitationExtensionLikely && request.LastDayOfAct >= Settings.ExtendedLimitationFrom;
        var harm = mayExtend ? facts.TruthOf(known.HarmfulConsequences.Index) : Truth.False;
        var longEnd = Time.Limitation.LastDay(request.LastDayOfAct, version.ExtendedLimitationYears);
        if (harm == Truth.True)
        {
            result.LimitationEnd = longEnd;
        }

        if (harm == Truth.True && found <= longEnd)
        {
            return;
        }

        if (request.DiscoveryDate is null)
        {
            // The decision day stands in for the discovery; it can raise the question, never bar.
            result.Limitation = LimitationState.Undecided;
            marks.Add(VersionAssessment.DiscoveryDateQuestion);
        }
        else
        {
            result.Limitation = harm == Truth.Unknown && found <= longEnd ? LimitationState.Undecided : LimitationState.Past;
        }

        if (harm == Truth.Unknown && result.Limitation == LimitationState.Undecided)
        {
            marks.Add(known.HarmfulConsequences.Index);
        }
    }

    /// <summary>R04: every entry in force for the region on the last day of the act or on the decision day is tried and reported.</summary>
    private static void TryExemptions(CompiledVersion law, AssessmentRequest request, in FactView facts, VersionAssessment result)
    {
        Span<int> applicable = stackalloc int[law.Exemptions.Length];
        var count = 0;
        for (var i = 0; i < law.Exemptions.Length; i++)
        {
            var entry = law.Exemptions[i];
            if (entry.AppliesIn(request.Region) && (entry.InForceOn(request.LastDayOfAct) || entry.InForceOn(request.DecisionDate)))
            {
                applicable[count++] = i;
            }
        }

        var results = new ExemptionResult[count];
        for (var i = 0; i < count; i++)
        {
            var entry = law.Exemptions[applicable[i]];
            var truth = entry.Conditions!.On(facts);
            uint failed = 0, unknown = 0;
            if (truth != Truth.True)
            {
                var leaf = 0;
                entry.Conditions.MarkLeaves(facts, ref leaf, ref failed, ref unknown);
            }

            results[i] = new ExemptionResult(entry, truth, failed, unknown);
        }

        result.Exemptions = results;
    }

    /// <summary>R07: a penalty on units or individuals needs that type of party; an individual business passes both.</summary>
    private static bool FallsOn(Subject subject, PartyKind party, bool isUnit) => subject switch
    {
        Subject.Unit => isUnit || party == PartyKind.IndividualBusiness,
        Subject.Individual => !isUnit || party == PartyKind.IndividualBusiness,
        _ => true,
    };

    /// <summary>R08, R09 and R16: the band of each subject.</summary>
    private void OpenFines(CompiledVersion law, PartyKind party, bool isUnit, in FactView facts, VersionAssessment result)
    {
        var multiplied = law.Multiplier?.When?.On(facts) ?? Truth.False;
        List<Band>? bands = null;
        for (var s = 0; s < law.Fines.Length; s++)
        {
            var subject = (Subject)s;
            if (!FallsOn(subject, party, isUnit) || !SubjectCounts(subject, isUnit, result))
            {
                continue;
            }

            var (possible, undetermined, band) = OpenSubject(law, law.Fines[s], isUnit, facts, multiplied, result.Profile);
            if (!possible)
            {
                continue;
            }

            if (result.OwnSubject < 0)
            {
                result.OwnSubject = s;
                result.OwnUndetermined = undetermined;
                result.OwnBand = undetermined ? null : band;
            }

            result.AnyUndetermined |= undetermined;
            if (band is not null)
            {
                (bands ??= new List<Band>(2)).Add(band);
            }
        }

        if (bands is not null)
        {
            result.Bands = [.. bands];
            var fine = Matters.Kinds.Find(PenaltyKindTable.Fine)!;
            result.HighestSeverity = Math.Max(result.HighestSeverity, fine.Severity);
            result.PenaltyOpen = true;
        }
    }

    /// <summary>R09: where the party is no unit, a personal fine counts only if it is the only one.</summary>
    private static bool SubjectCounts(Subject subject, bool isUnit, VersionAssessment result)
        => subject != Subject.ResponsiblePerson || isUnit || result.OwnSubject < 0;

    private static (bool Possible, bool Undetermined, Band? Band) OpenSubject(CompiledVersion law, Tier[] tiers, bool isUnit, in FactView facts, Truth multiplied, BandProfile profile)
    {
        Tier? best = null;
        decimal bestMinimum = 0, bestMaximum = 0;
        var undecided = false;
        foreach (var tier in tiers)
        {
            var truth = tier.On(facts, isUnit);
            if (truth == Truth.False)
            {
                continue;
            }

            var hasBand = tier.TryBand(facts, out var minimum, out var maximum);
            if (truth == Truth.Unknown || !hasBand)
            {
                undecided = true;
            }
            else if (best is null || Exceeds(minimum, maximum, bestMinimum, bestMaximum))
            {
                (best, bestMinimum, bestMaximum) = (tier, minimum, maximum);
            }
        }

        if (best is null)
        {
            return (undecided, undecided, null);
        }

        var undetermined = multiplied == Truth.Unknown || (undecided && CouldBeExceeded(tiers, isUnit, facts, bestMinimum, bestMaximum));
        if (multiplied == Truth.True)
        {
            bestMinimum *= law.Multiplier!.MinimumFactor!.Value;
            bestMaximum *= law.Multiplier.MaximumFactor!.Value;
        }

        return (true, undetermined, undetermined ? null : new Band(best.Penalty, best.Overlay?.Basis, bestMinimum, bestMaximum, profile));
    }

    private static bool Exceeds(decimal minimum, decimal maximum, decimal otherMinimum, decimal otherMaximum)
        => maximum > otherMaximum || (maximum == otherMaximum && minimum > otherMinimum);

    private static bool CouldBeExceeded(Tier[] tiers, bool isUnit, in FactView facts, decimal minimum, decimal maximum)
    {
        foreach (var tier in tiers)
        {
            if (IsUndecided(tier, isUnit, facts) && CouldExceed(tier, facts, minimum, maximum))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUndecided(Tier tier, bool isUnit, in FactView facts)
        => tier.On(facts, isUnit) switch
        {
            Truth.False => false,
            Truth.Unknown => true,
            _ => tier.Penalty.BaseFact is { } fact && !facts.Knows(fact),
        };

    private static bool CouldExceed(Tier tier, in FactView facts, decimal minimum, decimal maximum)
        => tier.TryBand(facts, out var low, out var high)
            ? Exceeds(low, high, minimum, maximum)
            : tier.Penalty.AbsoluteCap is not { } cap || Exceeds(cap, cap, minimum, maximum);

    private static void OpenOtherKinds(CompiledVersion law, PartyKind party, bool isUnit, in FactView facts, VersionAssessment result)
    {
        foreach (var tier in law.Others)
        {
            var penalty = tier.Penalty;
            if (!FallsOn(penalty.Subject, party, isUnit) || tier.On(facts, isUnit) != Truth.True)
            {
                continue;
            }

            if (penalty.Mandatory)
            {
                result.MandatoryKinds |= 1UL << penalty.Kind.Index;
            }
            else
            {
                result.OptionalKinds |= 1UL << penalty.Kind.Index;
            }

            result.HighestSeverity = Math.Max(result.HighestSeverity, penalty.Kind.Severity);
            result.PenaltyOpen |= penalty.Kind.IsPenalty;
        }
    }

    /// <summary>R05, R15 and R16: the gates in their order.</summary>
    private AssessmentOutcome OutcomeOf(CompiledVersion law, in FactView facts, VersionAssessment result)
    {
        if (result.Limitation == LimitationState.Past || Has(result, Matters.Circumstances, c => c.Bars))
        {
            return AssessmentOutcome.Barred;
        }

        bool shall = false, may = false;
        foreach (var exemption in result.Exemptions)
        {
            if (exemption.Truth == Truth.True)
            {
                shall |= exemption.Entry.Shall;
                may |= !exemption.Entry.Shall;
            }
        }

        if (shall || Has(result, Matters.Circumstances, c => c.Effect == CircumstanceEffect.NoPenalty && c.Shall))
        {
            return AssessmentOutcome.NoPenalty;
        }

        if (may || Has(result, Matters.Circumstances, c => c.Effect == CircumstanceEffect.NoPenalty))
        {
            return AssessmentOutcome.MayBeExempt;
        }

        var partyFineOpen = result.OwnBand is not null;
        if (law.Version.OrderToCorrect == OrderToCorrect.First && facts.TruthOf(known.RefusesToCorrect.Index) != Truth.True && !partyFineOpen)
        {
            return AssessmentOutcome.CorrectFirst;
        }

        if (result.OwnUndetermined)
        {
            return AssessmentOutcome.NeedsFacts;
        }

        return result.PenaltyOpen ? AssessmentOutcome.Penalty : AssessmentOutcome.CorrectFirst;
    }

    private static bool Has(VersionAssessment result, IReadOnlyList<Circumstance> all, Func<Circumstance, bool> which)
    {
        for (var mask = result.Circumstances; mask != 0; mask &= mask - 1)
        {
            if (which(all[System.Numerics.BitOperations.TrailingZeroCount(mask)]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>R11 and R12: the level from circumstances, then the benchmark tier in force.</summary>
    private void SetLevel(CompiledVersion law, AssessmentRequest request, in FactView facts, VersionAssessment result)
    {
        bool mitigating = false, shallMitigate = false, exempting = false, aggravating = false, shallAggravate = false;
        for (var mask = result.Circumstances; mask != 0; mask &= mask - 1)
        {
            var circumstance = Matters.Circumstances[System.Numerics.BitOperations.TrailingZeroCount(mask)];
            if (circumstance.Mitigates)
            {
                mitigating = true;
                shallMitigate |= circumstance.Shall;
                exempting |= circumstance.Effect == CircumstanceEffect.MitigatedOrExempt;
            }
            else if (circumstance.Effect == CircumstanceEffect.Heavier)
            {
                aggravating = true;
                shallAggravate |= circumstance.Shall;
            }

            if (circumstance.SameAs.Count > 0)
            {
                MarkUsedTwice(law, circumstance, facts, result);
            }
        }

        result.Level = (mitigating, aggravating) switch
        {
            _ when shallAggravate => Level.Heavier,
            (true, false) => exempting ? Level.Mitigated : Level.Lighter,
            (false, true) => Level.Heavier,
            _ => Level.Normal,
        };
        result.Conflict = shallAggravate && shallMitigate;
        result.GroundForMitigation = !shallAggravate && (mitigating || PassesMitigateOrExempt(result));
        if (result.Outcome != AssessmentOutcome.Penalty)
        {
            return;
        }

        result.Range = result.OwnBand?.RangeOf(result.Level);
        ApplyBenchmark(law, request, facts, result);
    }

    private static bool PassesMitigateOrExempt(VersionAssessment result)
    {
        foreach (var exemption in result.Exemptions)
        {
            if (exemption.Truth == Truth.True && exemption.Entry.Kind == "mitigateOrExempt")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One fact may open a tier or move the level, not both; what the statute itself doubles is left out.</summary>
    private void MarkUsedTwice(CompiledVersion law, Circumstance circumstance, in FactView facts, VersionAssessment result)
    {
        foreach (var fact in circumstance.SameAs)
        {
            var used = result.OwnBand?.Penalty.When is { } when && HoldsOn(when, fact, facts);
            if (!used && facts.TruthOf(known.SeriousCircumstances.Index) == Truth.True)
            {
                foreach (var rule in law.SeriousRules)
                {
                    used |= rule.Sets && HoldsOn(rule.Any, fact, facts);
                }
            }

            if (used)
            {
                result.UsedTwice |= 1UL << circumstance.Index;
            }
        }

        static bool HoldsOn(Condition condition, Fact fact, in FactView facts)
        {
            foreach (var test in condition.Leaves)
            {
                if (ReferenceEquals(test.Fact, fact) && test.On(facts) == Truth.True && test.Comparison is Comparison.Equal or Comparison.AtLeast or Comparison.More)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>R11: of a tier table in force the last matching tier sets level and range, not the statutory band.</summary>
    private static void ApplyBenchmark(CompiledVersion law, AssessmentRequest request, in FactView facts, VersionAssessment result)
    {
        foreach (var benchmark in law.BenchmarkTiers)
        {
            if (benchmark.Region is not { } region || !region.Contains(request.Region) || !benchmark.PublishedBy(request.DecisionDate))
            {
                continue;
            }

            foreach (var tier in benchmark.Tiers)
            {
                if (tier.Level is { } level && (tier.When?.On(facts) ?? Truth.True) == Truth.True && RangeOf(tier, facts) is { } range)
                {
                    (result.BenchmarkTier, result.Level, result.Range) = (tier, level, range);
                }
            }
        }

        static SumRange? RangeOf(BenchmarkTier tier, in FactView facts)
        {
            foreach (var (basis, minimum, maximum, cap, when) in tier.Bands)
            {
                if ((when?.On(facts) ?? Truth.True) != Truth.True || (basis is not null && !facts.Knows(basis)))
                {
                    continue;
                }

                var factor = basis is null ? 1m : facts.NumberOf(basis);
                return new SumRange(Band.ToFen(Math.Min(minimum * factor, cap ?? decimal.MaxValue)), Band.ToFen(Math.Min(maximum * factor, cap ?? decimal.MaxValue)));
            }

            return null;
        }
    }

    /// <summary>R18: limitation, the party's tiers and base, shall exemptions, may exemptions, other subjects, other kinds.</summary>
    private static void CollectQuestions(CompiledVersion law, PartyKind party, bool isUnit, in FactView facts, VersionAssessment result, ref FactMarks marks)
    {
        if (result.OwnUndetermined)
        {
            AskSubject(law, result.OwnSubject, isUnit, facts, ref marks);
        }

        AskExemptions(result, shall: true, facts, ref marks);
        AskExemptions(result, shall: false, facts, ref marks);
        for (var s = 0; s < law.Fines.Length; s++)
        {
            if (s != result.OwnSubject && FallsOn((Subject)s, party, isUnit) && SubjectCounts((Subject)s, isUnit, result))
            {
                AskSubject(law, s, isUnit, facts, ref marks);
            }
        }

        foreach (var tier in law.Others)
        {
            if (FallsOn(tier.Penalty.Subject, party, isUnit) && tier.On(facts, isUnit) == Truth.Unknown)
            {
                tier.MarkOpen(facts, ref marks);
            }
        }
    }

    private static void AskSubject(CompiledVersion law, int subject, bool isUnit, in FactView facts, ref FactMarks marks)
    {
        decimal bestMinimum = -1, bestMaximum = -1;
        foreach (var tier in law.Fines[subject])
        {
            if (tier.On(facts, isUnit) == Truth.True && tier.TryBand(facts, out var minimum, out var maximum) && Exceeds(minimum, maximum, bestMinimum, bestMaximum))
            {
                (bestMinimum, bestMaximum) = (minimum, maximum);
            }
        }

        var possible = bestMaximum >= 0;
        foreach (var tier in law.Fines[subject])
        {
            if (IsUndecided(tier, isUnit, facts) && CouldExceed(tier, facts, bestMinimum, bestMaximum))
            {
                possible = true;
                tier.MarkOpen(facts, ref marks);
            }
        }

        if (possible && law.Multiplier?.When is { } when && when.On(facts) == Truth.Unknown)
        {
            when.MarkOpen(facts, ref marks);
        }
    }

    private static void AskExemptions(VersionAssessment result, bool shall, in FactView facts, ref FactMarks marks)
    {
        foreach (var exemption in result.Exemptions)
        {
            if (exemption.Truth == Truth.Unknown && exemption.Entry.Shall == shall)
            {
                exemption.Entry.Conditions!.MarkOpen(facts, ref marks);
            }
        }
    }

    internal IReadOnlyList<Circumstance> CircumstancesOf(ulong mask) => [.. Matters.Circumstances.Where(c => (mask & (1UL << c.Index)) != 0)];
}

/// <summary>The facts whose meaning the engine itself knows.</summary>
internal sealed class WellKnownFacts
{
    public WellKnownFacts(FactTable facts)
    {
        PartyType = Find(facts, "partyType");
        PartyTypeUnit = PartyType.StateOf("unit");
        PartyTypeIndividual = PartyType.StateOf("individual");
        HasIllegalIncome = Find(facts, "hasIllegalIncome");
        IllegalIncome = Find(facts, "illegalIncome");
        HasTurnover = Find(facts, "hasTurnover");
        Turnover = Find(facts, "turnover");
        GoodsValue = Find(facts, "goodsValue");
        SlightHarm = Find(facts, "slightHarm");
        NoHarm = Find(facts, "noHarm");
        HarmfulConsequences = Find(facts, "harmfulConsequences");
        SeriousCircumstances = Find(facts, "seriousCircumstances");
        RefusesToCorrect = Find(facts, "refusesToCorrect");
        Opposites = [(NoHarm, HarmfulConsequences), .. facts.Find("correctedPromptly") is { } corrected ? [(corrected, RefusesToCorrect)] : Array.Empty<(Fact, Fact)>()];
    }

    public Fact PartyType { get; }

    public byte PartyTypeUnit { get; }

    public byte PartyTypeIndividual { get; }

    public Fact HasIllegalIncome { get; }

    public Fact IllegalIncome { get; }

    public Fact HasTurnover { get; }

    public Fact Turnover { get; }

    public Fact GoodsValue { get; }

    public Fact SlightHarm { get; }

    public Fact NoHarm { get; }

    public Fact HarmfulConsequences { get; }

    public Fact SeriousCircumstances { get; }

    public Fact RefusesToCorrect { get; }

    /// <summary>Pairs of claims that cannot both be true.</summary>
    public IReadOnlyList<(Fact First, Fact Second)> Opposites { get; }

    private static Fact Find(FactTable facts, string id)
        => facts.Find(id) ?? throw new LawDataException("matters/facts.json", "$.facts", $"缺少引擎需要的事实“{id}”");
}
