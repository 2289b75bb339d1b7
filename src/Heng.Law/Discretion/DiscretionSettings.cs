using Heng.Law.Citations;
using Heng.Law.Codes;

namespace Heng.Law.Discretion;

/// <summary>Amount threshold (数额标准): from which sum a hearing right begins, by region and kind of party.</summary>
/// <param name="Id">Id of the threshold, for example <c>H02</c>.</param>
/// <param name="Region">CN or the province that set its own.</param>
/// <param name="Individual">True for individuals, false for units.</param>
/// <param name="Confiscation">True for confiscated gains and goods, false for fines.</param>
/// <param name="From">From this sum on, inclusive, in yuan.</param>
/// <param name="Basis">Where the law says it.</param>
public sealed record HearingThreshold(string Id, Region Region, bool Individual, bool Confiscation, decimal From, Citation Basis);

/// <summary>Discretion settings (裁量设置): what law leaves to a bureau's choice, by name, and the thresholds that gates test.</summary>
public sealed class DiscretionSettings
{
    private DiscretionSettings(LawFiles files)
    {
        using (var document = files.One("parameters/settings.json").Open())
        {
            DateOnly? limitation = null;
            foreach (var s in document.Root.Items("settings"))
            {
                var value = s.Items("values").Last();
                switch (s.Text("id"))
                {
                    case "disproportion.ratio": DisproportionRatio = value.Number("value"); break;
                    case "disproportion.base-below": DisproportionBaseBelow = value.Number("value"); break;
                    case "gates.individual-business-is-individual": IndividualBusinessIsIndividual = value.Flag("value"); break;
                    case "limitation.extended-years": limitation = s.Items("values").First().Day("from"); break;
                    default: break;
                }
            }

            ExtendedLimitationFrom = limitation ?? throw new LawDataException("parameters/settings.json", "$.settings", "缺少 limitation.extended-years");
            if (DisproportionRatio <= 0 || DisproportionBaseBelow <= 0)
            {
                throw new LawDataException("parameters/settings.json", "$.settings", "缺少 disproportion.ratio 或 disproportion.base-below");
            }
        }

        HearingThresholds = ReadThresholds(files);
    }

    /// <summary>A fine of more than this many times the larger of goods value and illegal income raises the alarm (小过重罚, readings R14).</summary>
    public decimal DisproportionRatio { get; }

    /// <summary>The alarm looks only at bases above 0 and below this sum, in yuan (readings R14).</summary>
    public decimal DisproportionBaseBelow { get; }

    /// <summary>Whether an individual business counts as an individual in gates.</summary>
    public bool IndividualBusinessIsIndividual { get; }

    /// <summary>The five-year limitation holds for acts that ended on this day or later (readings R03).</summary>
    public DateOnly ExtendedLimitationFrom { get; }

    /// <summary>Hearing thresholds whose source is confirmed.</summary>
    public IReadOnlyList<HearingThreshold> HearingThresholds { get; }

    /// <summary>Reads <c>parameters/settings.json</c> and <c>parameters/thresholds.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static DiscretionSettings From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new DiscretionSettings(files);
    }

    /// <summary>The threshold for a region: the province's own, else the national one.</summary>
    /// <param name="region">Region of the deciding bureau.</param>
    /// <param name="individual">Whether the party counts as an individual.</param>
    /// <param name="confiscation">True for confiscated gains and goods, false for fines.</param>
    public HearingThreshold? ThresholdFor(Region region, bool individual, bool confiscation)
    {
        HearingThreshold? best = null;
        foreach (var threshold in HearingThresholds)
        {
            if (threshold.Individual == individual && threshold.Confiscation == confiscation && threshold.Region.Contains(region)
                && (best is null || threshold.Region.Value.Length > best.Region.Value.Length))
            {
                best = threshold;
            }
        }

        return best;
    }

    private static List<HearingThreshold> ReadThresholds(LawFiles files)
    {
        using var document = files.One("parameters/thresholds.json").Open();
        var read = new List<HearingThreshold>();
        foreach (var t in document.Root.Items("thresholds"))
        {
            // A figure whose source is not confirmed is shown in the data, never applied.
            if (t.Text("topic") != "hearing" || t.Find("limb") is not { } limb || t.Confidence("confidence") == Confidence.Unconfirmed)
            {
                continue;
            }

            read.Add(new HearingThreshold(t.Text("id"), RegionElement.Read(t["region"]), t.Text("subject") == "individual", limb.Text() == "confiscation", t.Number("value"), t.Items("cite").First().Citation()));
        }

        return read;
    }
}
