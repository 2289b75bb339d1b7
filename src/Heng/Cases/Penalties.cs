using Heng.Cases.Steps.Proposal;
using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Reasoning;
using Heng.Platform.Tenancy;

namespace Heng.Cases;

/// <summary>Penalties of a case (本案处罚): sanctions held against the facts of the file and the law of the day.</summary>
public static class Penalties
{
    /// <summary>The assessment with the fine of an act as the proposed one; null while matter or dates are not known.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static CaseAssessment? Assess(SanctionAct act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        return CaseAssessment.Of(file, context.Today, RegionOf(context), fine: act.Fine?.Yuan ?? 0);
    }

    /// <summary>What an act imposes, held against the assessment of the day; null while there is none.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static PenaltyProposal? Of(SanctionAct act, DossierFile file, ActContext context)
        => Assess(act, file, context) is { } a ? PenaltyProposal.Of(a.Result, act.Sanction, act.Reasons, context.Law.Matters.Kinds, IssuerAbove(a.Result, context)) : null;

    /// <summary>The kinds besides fine and illegal income that are open in the case.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IEnumerable<(string Value, string Label)> KindsIn(DossierFile file, ActContext context)
        => OpenIn(file, context).Select(k => (k.Kind.Id, k.Kind.Chinese + (k.Mandatory ? "（应当并处）" : "（可以并处）")));

    /// <summary>The kinds that the law orders, besides fine and illegal income.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IReadOnlyList<string> OrderedIn(DossierFile file, ActContext context) => [.. OpenIn(file, context).Where(k => k.Mandatory && k.Kind.IsPenalty).Select(k => k.Kind.Id)];

    /// <summary>The circumstances found that allow a fine below the minimum.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IEnumerable<(string Value, string Label)> MitigatingIn(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (CaseAssessment.Of(file, context.Today, RegionOf(context)) is not { Result: var result })
        {
            return [];
        }

        return [.. result.Circumstances.Where(c => c.Mitigates).Select(c => (c.Id, c.Chinese)), .. result.Exemptions.Where(e => e.Entry.Kind == "mitigateOrExempt" && e.Truth == Law.Matters.Truth.True).Select(e => (e.Entry.Id, e.Entry.Chinese))];
    }

    /// <summary>Why a sanction gives the right to a hearing; none where it gives none.</summary>
    /// <param name="sanction">The sanction.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    public static IReadOnlyList<HearingGround> HearingOf(Sanction sanction, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var law = context.Law;
        _ = Law.Codes.Region.TryParse(RegionOf(context), law.Codes, out var region, out _);
        var version = CaseAssessment.Of(file, context.Today, RegionOf(context))?.Result.Version;
        return HearingRight.Of(sanction, law.Discretion.Settings, region, file.Part<Affair>().Party?.Kind ?? PartyKind.Unit, version, law.Matters.Kinds);
    }

    /// <summary>A sanction as the procedure compares it.</summary>
    /// <param name="sanction">The sanction.</param>
    /// <param name="file">The dossier, for the law.</param>
    public static PenaltyGravity GravityOf(Sanction sanction, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PenaltyKinds.GravityOf(sanction, file.Law.Matters.Kinds);
    }

    /// <summary>Whether the heads must discuss the case before a penalty, by the list, a hearing, or what the proposal is marked with.</summary>
    /// <param name="file">The dossier.</param>
    public static bool NeedDiscussion(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.OnReviewList || file.Procedure.HearingHeld || file.Part<CaseFile>().Course.Proposal?.Marks.Any(PenaltyMarks.AskForDiscussion) == true;
    }

    /// <summary>A sanction in one line, in Chinese.</summary>
    /// <param name="sanction">The sanction.</param>
    /// <param name="file">The dossier, for the law.</param>
    public static string Say(Sanction sanction, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(sanction);
        ArgumentNullException.ThrowIfNull(file);
        // The value stands with the first kind that takes goods.
        var goods = sanction.ConfiscatedGoods.Fen > 0 ? sanction.OtherKinds.FirstOrDefault(PenaltyKinds.IsOfGoods) : null;
        string[] parts =
        [
            .. sanction.OtherKinds.Select(k => (file.Law.Matters.Kinds.Find(k)?.Chinese ?? k) + (k == goods ? $"（价值{sanction.ConfiscatedGoods}元）" : "")),
            .. sanction.ConfiscatedGoods.Fen > 0 && goods is null ? [$"没收财物价值{sanction.ConfiscatedGoods}元"] : Array.Empty<string>(),
            .. sanction.ConfiscatedGain.Fen > 0 ? [$"没收违法所得{sanction.ConfiscatedGain}元"] : Array.Empty<string>(),
            .. sanction.Fine.Fen > 0 ? [$"罚款{sanction.Fine}元"] : Array.Empty<string>(),
            .. sanction.Personal.Select(p => $"对{p.Post}{p.Name}罚款{p.Fine}元"),
        ];
        return parts.Length == 0 ? "不予处罚" : string.Join("、", parts);
    }

    /// <summary>Why this bureau may not decide it: the law leaves it to a higher level, each with its article.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Day and bureau.</param>
    /// <remarks>The sums of the law are those of one fine on one unit or person (食品安全法实施条例第八十一条): fines are not added up.</remarks>
    public static IEnumerable<Law.Rulings.Refusal> HigherLevelFor(SanctionAct act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        var level = context.Bureau?.Level ?? BureauLevel.County;
        var highest = act.Sanction.Personal.Select(p => p.Fine.Yuan).Append(act.Fine?.Yuan ?? 0).Max();
        return (CaseAssessment.Of(file, context.Today, RegionOf(context), fine: highest)?.Result.Gates ?? [])
            .Where(g => (g.LeastLevel == "prefecture" && level > BureauLevel.City) || (g.LeastLevel == "provincial" && level > BureauLevel.Province))
            .Select(g => new Law.Rulings.Refusal(g.Code, g.Basis, g.Because + "本局不能作出决定，请报有权的部门。", new Dictionary<string, string>()));
    }

    private static IEnumerable<OpenKind> OpenIn(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (CaseAssessment.Of(file, context.Today, RegionOf(context))?.Result.OtherKinds ?? []).Where(k => !PenaltyKinds.IsOfGain(k.Kind.Id) && k.Kind.Id != PenaltyKinds.Detention);
    }

    /// <summary>Who set the tier table that applies, when that is an authority above the bureau and the bureau asks first.</summary>
    private static string? IssuerAbove(Assessment result, ActContext context)
    {
        if (result.BenchmarkTier?.Benchmark is not { } benchmark || context.Bureau is not { } bureau || context.Settings[DossierSettings.AskIssuer] != "yes")
        {
            return null;
        }

        // A table that applies here was set for this region or one around it: of the whole country, a province, a city, a county.
        var issuer = benchmark.Region is { } region ? (BureauLevel)region.Value.Count(c => c == '-') : BureauLevel.Country;
        return issuer < bureau.Level ? $"“{benchmark.Title}”的制定机关" : null;
    }

    private static string RegionOf(ActContext context) => context.Bureau?.LawRegion ?? "CN";
}

/// <summary>Marks of a proposal (裁量提示代码): what the assessment said of it on the day.</summary>
public static class PenaltyMarks
{
    /// <summary>Outside the range, inside the statute (偏离).</summary>
    public const string Deviation = "deviation";

    /// <summary>Below the minimum (减轻).</summary>
    public const string Mitigated = "mitigated";

    /// <summary>Small gain, heavy fine (小过重罚).</summary>
    public const string Disproportionate = "disproportionate";

    /// <summary>Binding circumstances both ways (情节并存).</summary>
    public const string Conflict = "conflict";

    /// <summary>Heavier (从重).</summary>
    public const string Heavier = "heavier";

    /// <summary>The marks of a proposal.</summary>
    /// <param name="held">The proposal held against the assessment.</param>
    /// <param name="result">The assessment.</param>
    public static IReadOnlyList<string> Of(PenaltyProposal held, Assessment result)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. held.Deviates ? [Deviation] : Array.Empty<string>(),
            .. held.IsMitigated ? [Mitigated] : Array.Empty<string>(),
            .. held.IsDisproportionate ? [Disproportionate] : Array.Empty<string>(),
            .. held.HasConflict ? [Conflict] : Array.Empty<string>(),
            .. result.PenaltyLevel == Level.Heavier ? [Heavier] : Array.Empty<string>(),
        ];
    }

    /// <summary>Whether a mark asks for collective discussion before the decision.</summary>
    /// <param name="mark">The mark.</param>
    public static bool AskForDiscussion(string mark) => mark is Disproportionate or Conflict;
}

/// <summary>Kept band (处罚幅度): the statute, the range and the level of the day, as an act keeps them.</summary>
/// <param name="Minimum">Minimum of the statute, in yuan.</param>
/// <param name="Maximum">Maximum of the statute, in yuan.</param>
/// <param name="From">Lower end of the range; null where none applies.</param>
/// <param name="To">Upper end of the range.</param>
/// <param name="Level">The level that the facts lead to.</param>
public sealed record KeptBand(decimal Minimum, decimal Maximum, decimal? From, decimal? To, Level? Level)
{
    /// <summary>Where the middle part of the statute begins and ends, in yuan (从轻、一般、从重的分界).</summary>
    public decimal? LighterTo { get; init; }

    /// <summary>Where the high part begins.</summary>
    public decimal? HeavierFrom { get; init; }

    /// <summary>The level of a sum: mitigated below the minimum; null where the statute prints one sum or the sum is nothing.</summary>
    /// <param name="sum">In yuan.</param>
    public Level? LevelOf(decimal sum)
        => sum == 0 || Minimum == Maximum ? null
            : sum < Minimum ? Law.Discretion.Level.Mitigated
            : sum >= From && sum <= To ? Level
            : LighterTo is not { } low || HeavierFrom is not { } high ? Level
            : sum <= low ? Law.Discretion.Level.Lighter : sum >= high ? Law.Discretion.Level.Heavier : Law.Discretion.Level.Normal;

    /// <summary>The band of an assessment; null where the party's fine has none.</summary>
    /// <param name="result">The assessment.</param>
    public static KeptBand? Of(Assessment? result)
        => result?.OwnBand is { } band ? new(band.Minimum, band.Maximum, result.PenaltyRange?.From, result.PenaltyRange?.To, result.PenaltyLevel) { LighterTo = band.RangeOf(Law.Discretion.Level.Lighter).To, HeavierFrom = band.RangeOf(Law.Discretion.Level.Heavier).From } : null;
}
