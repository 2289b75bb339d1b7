using Heng.Law.Citations;

namespace Heng.Law.Time;

/// <summary>Counting rule (计算规则), K1 to K12: how the law counts periods.</summary>
/// <param name="Id">For example <c>K1</c>.</param>
/// <param name="Chinese">The rule in Chinese.</param>
/// <param name="English">The rule in English.</param>
/// <param name="Basis">The articles.</param>
/// <param name="Decision">What Heng chose where the articles leave room, or null.</param>
public sealed record CountingRule(string Id, string Chinese, string English, IReadOnlyList<Citation> Basis, string? Decision);

/// <summary>Clock exclusion (不计入办案期限的期间), X01 to X06: a cause that stops the clock of a limit.</summary>
/// <param name="Id">For example <c>X01</c>.</param>
/// <param name="Chinese">The cause in Chinese.</param>
/// <param name="English">The cause in English.</param>
/// <param name="ChineseStart">Suggested first day, in Chinese. The law names causes, not their edges.</param>
/// <param name="ChineseEnd">Suggested last day, in Chinese.</param>
/// <param name="AppliesTo">Id of the limit whose clock stops.</param>
/// <param name="Basis">The articles.</param>
public sealed record ClockExclusion(string Id, string Chinese, string English, string ChineseStart, string ChineseEnd, string AppliesTo, IReadOnlyList<Citation> Basis);

/// <summary>Counting rules (期间计算规则): K1 to K12, the clock exclusions X01 to X06 and the choices adopted.</summary>
public sealed class CountingRules
{
    private const string File = "parameters/counting-rules.json";
    private readonly Dictionary<string, CountingRule> byId;

    private CountingRules(IReadOnlyList<CountingRule> rules, IReadOnlyList<ClockExclusion> exclusions, IReadOnlyList<CountingChoice> choices, CountingPolicy adopted)
    {
        (Rules, Exclusions, Choices, Adopted) = (rules, exclusions, choices, adopted);
        byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>K1 to K12.</summary>
    public IReadOnlyList<CountingRule> Rules { get; }

    /// <summary>X01 to X06.</summary>
    public IReadOnlyList<ClockExclusion> Exclusions { get; }

    /// <summary>The choices as the law data records them.</summary>
    public IReadOnlyList<CountingChoice> Choices { get; }

    /// <summary>The choices adopted.</summary>
    public CountingPolicy Adopted { get; }

    /// <summary>A counting rule.</summary>
    /// <param name="id">For example <c>K1</c>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CountingRule this[string id] => byId.TryGetValue(id, out var rule) ? rule : throw new ArgumentException($"There is no counting rule '{id}'.", nameof(id));

    /// <summary>Reads <c>parameters/counting-rules.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">The file is missing or malformed.</exception>
    public static CountingRules From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var document = files.One(File).Open();
        var root = document.Root;
        var rules = root.Items("rules").Select(r => new CountingRule(
            r.Text("id"), r.Text("zh"), r.Text("rule"), r.AllCited("cite"), r.OptionalText("decision") ?? r.OptionalText("hengChoice"))).ToArray();
        foreach (var needed in new[] { StartNotCounted, EndRolls, DaysAreNatural, Months, ExclusionsMerged, Backward })
        {
            if (rules.All(r => r.Id != needed))
            {
                throw root.Fault("rules", $"缺少计算规则 {needed}");
            }
        }

        var exclusions = root.Items("clockExclusions").Select(x => new ClockExclusion(
            x.Text("id"), x.Text("zh"), x.Text("en"), x.Text("zhStart"), x.Text("zhEnd"), x.Text("appliesTo"), x.AllCited("cite"))).ToArray();
        var choices = root.Items("policies").Select(p => new CountingChoice(
            p.Text("id"), p.Text("name"), p.Text("value"), p.Texts("choices"), p.Text("zh"), p.AllCited("cite"))).ToArray();
        var adopted = new CountingPolicy(
            Chosen<RollOver>(root, "rollOver"), Chosen<ExcludedEnds>(root, "excludedEnds"),
            Chosen<ExtensionStart>(root, "extensionStart"), Chosen<BackwardLimit>(root, "backward"));
        return new CountingRules(rules, exclusions, choices, adopted);
    }

    internal const string StartNotCounted = "K1";
    internal const string EndRolls = "K2";
    internal const string DaysAreNatural = "K7";
    internal const string Months = "K9";
    internal const string ExclusionsMerged = "K10";
    internal const string Backward = "K11";

    /// <summary>K4, K5 or K6: the rule that makes the days of a law working days, or null where the law says so itself.</summary>
    internal CountingRule? WorkingDaysOf(IReadOnlyList<Citation> cited)
    {
        foreach (var id in new[] { "K4", "K5", "K6" })
        {
            if (byId.TryGetValue(id, out var rule) && cited.Any(c => rule.Basis.Any(b => b.Instrument == c.Instrument)))
            {
                return rule;
            }
        }

        return null;
    }

    private static TChoice Chosen<TChoice>(LawElement root, string name)
        where TChoice : struct, Enum
    {
        foreach (var policy in root.Items("policies").Where(p => p.Text("name") == name))
        {
            // Stored as a lower-case code, never as a number.
            foreach (var choice in Enum.GetValues<TChoice>())
            {
                var code = choice.ToString();
                if (policy.Text("value") == char.ToLowerInvariant(code[0]) + code[1..])
                {
                    return choice;
                }
            }

            throw policy.Fault("value", "不是可选的口径");
        }

        throw root.Fault("policies", $"缺少口径 {name}");
    }
}
