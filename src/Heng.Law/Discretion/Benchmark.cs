using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Matters;

namespace Heng.Law.Discretion;

/// <summary>Level (裁量阶次): the five levels, from none to heavier.</summary>
public enum Level
{
    /// <summary>No penalty (不予处罚).</summary>
    None,

    /// <summary>Mitigated, below the minimum (减轻处罚).</summary>
    Mitigated,

    /// <summary>Lighter, in the low part of the band (从轻处罚).</summary>
    Lighter,

    /// <summary>Ordinary, in the middle of the band (一般处罚); its code is <c>normal</c>.</summary>
    Normal,

    /// <summary>Heavier, in the high part of the band (从重处罚).</summary>
    Heavier,
}

/// <summary>Band profile (裁量幅度规则): how a bureau's region cuts a band into lighter, ordinary and heavier.</summary>
/// <param name="Id">Stable id, for example <c>SAMR-2022</c>.</param>
/// <param name="Document">Document number, when known.</param>
/// <param name="LighterTo">Upper end of lighter, as a share of the band.</param>
/// <param name="LighterIncludesEnd">Whether that point itself is lighter.</param>
/// <param name="HeavierFrom">Lower end of heavier, as a share of the band.</param>
/// <param name="HeavierIncludesStart">Whether that point itself is heavier.</param>
public sealed record BandProfile(string Id, string? Document, decimal LighterTo, bool LighterIncludesEnd, decimal HeavierFrom, bool HeavierIncludesStart)
{
    /// <summary>The level of a sum inside a band; unrounded values are compared.</summary>
    /// <param name="sum">The sum, inside the band.</param>
    /// <param name="minimum">Lower end of the band.</param>
    /// <param name="maximum">Upper end of the band.</param>
    public Level LevelOf(decimal sum, decimal minimum, decimal maximum)
    {
        var width = maximum - minimum;
        var toLighter = sum.CompareTo(minimum + (LighterTo * width));
        if (toLighter < 0 || (toLighter == 0 && LighterIncludesEnd))
        {
            return Level.Lighter;
        }

        var toHeavier = sum.CompareTo(minimum + (HeavierFrom * width));
        return toHeavier > 0 || (toHeavier == 0 && HeavierIncludesStart) ? Level.Heavier : Level.Normal;
    }
}

/// <summary>Benchmark entry (裁量基准): what one authority published for a matter, or for all.</summary>
public sealed class Benchmark
{
    internal Benchmark(LawElement e, FactTable facts, string? authority)
    {
        Order = e.Whole("order");
        Id = e.Text("id");
        Title = e.Text("title");
        Authority = authority;
        Region = e.Find("region") is { } region ? RegionElement.Read(region) : null;
        Published = e.OptionalText("published");
        Status = e.Text("status");
        Matter = e.OptionalText("matter");
        Method = e.Text("method");
        Provision = e.OptionalText("provision");
        ProfileId = e.OptionalText("profile");
        Tiers = [.. e.OptionalItems("tiers").Select(t => new BenchmarkTier(this, t, facts))];
        Source = e.OptionalText("source");
        Note = e.OptionalText("note");
        Verified = e.OptionalText("verified");
        Confidence = e.Confidence("confidence");
        CheckedOn = e.Day("checkedOn");
    }

    /// <summary>Stable id, for example <c>BM-JS-2024</c>.</summary>
    public string Id { get; }

    /// <summary>Title of the document.</summary>
    public string Title { get; }

    /// <summary>Id of the issuing authority; null when not known.</summary>
    public string? Authority { get; }

    /// <summary>Region in which it applies; null when not known.</summary>
    public Region? Region { get; }

    /// <summary>Day, month or year of publication as printed; null when not known.</summary>
    public string? Published { get; }

    /// <summary>Status as recorded, for example <c>in force</c> or <c>historic</c>.</summary>
    public string Status { get; }

    /// <summary>The matter it covers; <c>*</c> for all; null for a registry entry.</summary>
    public string? Matter { get; }

    /// <summary>tiered, baselinePlusAdjustments, bandRule, additive or registry.</summary>
    public string Method { get; }

    /// <summary>The provision it refines, as Chinese text.</summary>
    public string? Provision { get; }

    /// <summary>The band profile that a <c>bandRule</c> entry sets.</summary>
    public string? ProfileId { get; }

    /// <summary>Its tiers, in printed order.</summary>
    public IReadOnlyList<BenchmarkTier> Tiers { get; }

    /// <summary>Where it was read.</summary>
    public string? Source { get; }

    /// <summary>What was verified, in the recorder's words.</summary>
    public string? Verified { get; }

    /// <summary>What a reader must know besides.</summary>
    public string? Note { get; }

    /// <summary>How well it is known.</summary>
    public Confidence Confidence { get; }

    /// <summary>Day it was last confirmed.</summary>
    public DateOnly CheckedOn { get; }

    internal int Order { get; }

    /// <summary>Whether its tier table may set level and range (readings R11).</summary>
    public bool SetsTiers => Method == "tiered" && (Status.StartsWith("in force", StringComparison.Ordinal) || Status.StartsWith("trial", StringComparison.Ordinal));

    /// <summary>Whether its band rule may choose the profile (readings R11: any status but historic).</summary>
    public bool SetsProfile => Method == "bandRule" && ProfileId is not null && Status != "historic";

    /// <summary>Whether it was published by a day; a year or month counts from its first day.</summary>
    /// <param name="day">The day asked about.</param>
    public bool PublishedBy(DateOnly day)
        => Published is { } published && string.CompareOrdinal(published, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) <= 0;
}

/// <summary>Benchmark tier (裁量基准档次): a level with its condition and sums.</summary>
public sealed class BenchmarkTier
{
    internal BenchmarkTier(Benchmark benchmark, LawElement e, FactTable facts)
    {
        Benchmark = benchmark;
        Name = e.Text("level");
        When = Condition.Read(e.Find("when"), facts);
        Bands = [.. e.Items("bands").Select(b => (
            b.Text("base") == "fixed" ? null : facts.Required(b, b.Text("base")),
            b.Number("min"), b.Number("max"), b.OptionalNumber("cap"), Condition.Read(b.Find("when"), facts)))];
    }

    /// <summary>The entry it belongs to.</summary>
    public Benchmark Benchmark { get; }

    /// <summary>Name as printed in the data: slight, lighter, normal, heavier, serious, verySerious and others.</summary>
    public string Name { get; }

    /// <summary>Its condition; null for always.</summary>
    public Condition? When { get; }

    /// <summary>The level it stands for (readings R11), or null for a name that is no level.</summary>
    public Level? Level => Name switch
    {
        "slight" or "lighter" => Discretion.Level.Lighter,
        "normal" => Discretion.Level.Normal,
        "heavier" or "serious" or "verySerious" => Discretion.Level.Heavier,
        "mitigated" => Discretion.Level.Mitigated,
        _ => null,
    };

    /// <summary>Its sums: base fact (null for yuan), from, to, cap and condition.</summary>
    public IReadOnlyList<(Fact? Base, decimal Minimum, decimal Maximum, decimal? Cap, Condition? When)> Bands { get; }
}

/// <summary>Exemptions and benchmarks of a law set (清单与基准), in file order.</summary>
public sealed class DiscretionTable
{
    private DiscretionTable(LawFiles files, FactTable facts)
    {
        var exemptions = new List<Exemption>();
        foreach (var file in files.Under("exemptions/"))
        {
            using var document = file.Open();
            exemptions.AddRange(document.Root.Items("entries").Select(e => new Exemption(e, facts, document.Root.OptionalText("authority") ?? "")));
        }

        Exemptions = [.. exemptions.OrderBy(e => e.Order)];
        var benchmarks = new List<Benchmark>();
        foreach (var file in files.Under("benchmarks/"))
        {
            using var document = file.Open();
            benchmarks.AddRange(document.Root.Items("entries").Select(e => new Benchmark(e, facts, document.Root.OptionalText("authority"))));
        }

        Benchmarks = [.. benchmarks.OrderBy(b => b.Order)];
        Profiles = ReadProfiles(files);
        foreach (var benchmark in Benchmarks.Where(b => b.SetsProfile && Profiles.All(p => p.Id != b.ProfileId)))
        {
            throw new LawDataException("benchmarks/", "$", $"{benchmark.Id} 指向不存在的幅度规则 {benchmark.ProfileId}");
        }
    }

    /// <summary>Every exemption entry, also those that are never applied.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; }

    /// <summary>Every benchmark entry, also those that are never applied.</summary>
    public IReadOnlyList<Benchmark> Benchmarks { get; }

    /// <summary>The band profiles; the first is the national one and fills what others leave open.</summary>
    public IReadOnlyList<BandProfile> Profiles { get; }

    /// <summary>The profile for a region on the day of the decision (readings R11).</summary>
    /// <param name="region">Region of the deciding bureau.</param>
    /// <param name="decision">Day of the decision.</param>
    public BandProfile ProfileFor(Region region, DateOnly decision)
    {
        if (region == Region.Country)
        {
            return Profiles[0];
        }

        Benchmark? best = null;
        foreach (var benchmark in Benchmarks)
        {
            if (benchmark.SetsProfile && benchmark.Region is { } at && at.Contains(region) && benchmark.PublishedBy(decision)
                && (best is null || at.Value.Length > best.Region!.Value.Value.Length || (at == best.Region && string.CompareOrdinal(benchmark.Published, best.Published) > 0)))
            {
                best = benchmark;
            }
        }

        return best is null ? Profiles[0] : Profiles.First(p => p.Id == best.ProfileId);
    }

    /// <summary>Reads <c>exemptions/</c>, <c>benchmarks/</c> and the band profiles.</summary>
    /// <param name="files">The law data.</param>
    /// <param name="facts">The facts that conditions test.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static DiscretionTable From(LawFiles files, FactTable facts)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(facts);
        return new DiscretionTable(files, facts);
    }

    private static BandProfile[] ReadProfiles(LawFiles files)
    {
        using var document = files.One("parameters/band-profiles.json").Open();
        BandProfile? national = null;
        var profiles = new List<BandProfile>();
        foreach (var p in document.Root.Items("profiles"))
        {
            var lighter = p.Find("lighter");
            var heavier = p.Find("heavier");
            var profile = new BandProfile(
                p.Text("id"),
                p.OptionalText("docNo"),
                lighter?.OptionalNumber("to") ?? national!.LighterTo,
                lighter?.OptionalFlag("toInclusive", true) ?? national!.LighterIncludesEnd,
                heavier?.OptionalNumber("from") ?? national!.HeavierFrom,
                heavier?.OptionalFlag("fromInclusive", true) ?? national!.HeavierIncludesStart);
            national ??= profile;
            profiles.Add(profile);
        }

        return [.. profiles];
    }
}
