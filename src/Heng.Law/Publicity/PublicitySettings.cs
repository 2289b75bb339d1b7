using Heng.Law.Citations;

namespace Heng.Law.Publicity;

/// <summary>Settings of publicity (公示设置): what the rules leave open, each by a name in <c>parameters/settings.json</c>.</summary>
public sealed record PublicitySettings
{
    /// <summary>Whether the class follows the rules of the day of the decision; else those of the day of publication (<c>publicity.class-day</c>).</summary>
    public bool ClassByDecision { get; init; }

    /// <summary>Whether what was published before 2025-12-25 keeps its display; else the shorter one counts (<c>publicity.shown-before</c>).</summary>
    public bool KeepsOlderDisplay { get; init; }

    /// <summary>Kinds that may stand beside a lower fine in the minor class (<c>publicity.minor-beside</c>).</summary>
    public IReadOnlyList<string> MinorBeside { get; init; } = [];

    /// <summary>Whether a natural person is measured by the line of businesses; else by that of responsible persons (<c>publicity.individual-line</c>).</summary>
    public bool IndividualByBusinessLine { get; init; }

    /// <summary>Whether the name of a party who is a natural person is shown (<c>publicity.natural-party</c>).</summary>
    public bool ShowsNaturalParty { get; init; }

    /// <summary>Whether the name of a legal representative, person in charge or operator is shown (<c>publicity.representative</c>).</summary>
    public bool ShowsRepresentative { get; init; }

    internal static PublicitySettings From(LawFiles files)
    {
        using var document = files.One("parameters/settings.json").Open();
        var settings = new PublicitySettings();
        foreach (var s in document.Root.Items("settings").Where(s => s.Text("id").StartsWith("publicity.", StringComparison.Ordinal)))
        {
            var value = s.Items("values").Last();
            settings = s.Text("id") switch
            {
                "publicity.class-day" => settings with { ClassByDecision = Choice(value, "decision", "publication") },
                "publicity.shown-before" => settings with { KeepsOlderDisplay = Choice(value, "keep", "shorter") },
                "publicity.minor-beside" => settings with { MinorBeside = value.Text("value").Split(' ', StringSplitOptions.RemoveEmptyEntries) },
                "publicity.individual-line" => settings with { IndividualByBusinessLine = Choice(value, "business", "responsiblePerson") },
                "publicity.natural-party" => settings with { ShowsNaturalParty = Choice(value, "shown", "masked") },
                "publicity.representative" => settings with { ShowsRepresentative = Choice(value, "shown", "masked") },
                var other => throw s.Fault("id", $"“{other}”不是公示设置"),
            };
        }

        return settings;
    }

    private static bool Choice(LawElement value, string yes, string no)
        => value.Text("value") is var text && text == yes || (text == no ? false : throw value.Fault("value", $"“{text}”应为 {yes} 或者 {no}"));
}
