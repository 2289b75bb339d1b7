using System.Globalization;

namespace Heng.Dossiers;

/// <summary>The settings that dossiers look at, with what holds while a bureau has decided nothing.</summary>
public sealed class DossierSettings : IDossierSettings
{
    /// <summary>Share of a time limit after which it is shown yellow, in per cent.</summary>
    public const string YellowShare = "deadlines.yellow-share";

    /// <summary>Share of a time limit after which it is shown red, in per cent.</summary>
    public const string RedShare = "deadlines.red-share";

    /// <summary>Days after a decision or exemption on which the first visit is due.</summary>
    public const string VisitAfterDays = "follow-up.visit-after-days";

    /// <summary>Parts of the five-part mode that need an outcome before a dossier is closed, separated by commas.</summary>
    public const string MandatoryParts = "dossiers.mandatory-parts";

    /// <summary>Whether facts known as "not known whether first" may be treated as first after approval of a head.</summary>
    public const string UnknownFirstNeedsHead = "exemption.unknown-first-needs-head";

    private static readonly Dictionary<string, string> defaults = new(StringComparer.Ordinal)
    {
        [YellowShare] = "60",
        [RedShare] = "85",
        [VisitAfterDays] = "30",
        [MandatoryParts] = "prevention,exemption,severity,proportion,visit",
        [UnknownFirstNeedsHead] = "yes",
    };

    private DossierSettings()
    {
    }

    /// <summary>What holds while a bureau has decided nothing.</summary>
    public static IDossierSettings Defaults { get; } = new DossierSettings();

    /// <inheritdoc/>
    public string this[string name] => defaults[name];

    /// <summary>A setting as a whole number.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="name">The name.</param>
    public static int Number(IDossierSettings settings, string name)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return int.Parse(settings[name], CultureInfo.InvariantCulture);
    }
}
