using System.Text.Json;
using Heng.Law;
using Heng.Law.Citations;

namespace Heng.Guidance;

/// <summary>Counts of the law set (法规集概况) for the home page, read once.</summary>
public sealed class LawCounts
{
    /// <summary>Counts a set.</summary>
    /// <param name="lawSet">The set.</param>
    public LawCounts(LawSet lawSet)
    {
        ArgumentNullException.ThrowIfNull(lawSet);
        var files = lawSet.Files;
        Instruments = lawSet.Instruments.All.Count;
        Limits = Entries(files, "parameters/limits/", "limits");
        Exemptions = Entries(files, "exemptions/", "entries");
        Benchmarks = Entries(files, "benchmarks/", "entries");
        Circumstances = lawSet.Matters.Circumstances.Count;
        Transitions = Entries(files, "procedure/transitions.json", "transitions");
        Stages = Entries(files, "procedure/stages.json", "stages");
        Forms = Entries(files, "documents/forms.json", "documents");
        Years = [.. files.Under("calendar/").Select(f => Path.GetFileNameWithoutExtension(f.Path)).Where(n => n.All(char.IsAsciiDigit))];
        var perField = lawSet.Matters.All.CountBy(m => m.Field).ToDictionary();
        Fields = [.. lawSet.Matters.Fields.Select(f => new FieldCount(f.Id, f.Chinese, perField.GetValueOrDefault(f.Id)))];
    }

    /// <summary>Laws, rules and opinions.</summary>
    public int Instruments { get; }

    /// <summary>Legal time limits.</summary>
    public int Limits { get; }

    /// <summary>Entries of exemption lists.</summary>
    public int Exemptions { get; }

    /// <summary>Entries of benchmark packs.</summary>
    public int Benchmarks { get; }

    /// <summary>Circumstances of discretion.</summary>
    public int Circumstances { get; }

    /// <summary>Transitions of the procedure.</summary>
    public int Transitions { get; }

    /// <summary>Stages of the procedure.</summary>
    public int Stages { get; }

    /// <summary>Forms of documents.</summary>
    public int Forms { get; }

    /// <summary>Years of the working calendar.</summary>
    public IReadOnlyList<string> Years { get; }

    /// <summary>Fields of enforcement with their matters.</summary>
    public IReadOnlyList<FieldCount> Fields { get; }

    /// <summary>Enforcement matters.</summary>
    public int Matters => Fields.Sum(f => f.Matters);

    private static int Entries(LawFiles files, string folder, string list)
    {
        var count = 0;
        foreach (var file in files.Under(folder))
        {
            using var document = JsonDocument.Parse(file.Content);
            count += document.RootElement.GetProperty(list).GetArrayLength();
        }

        return count;
    }
}

/// <summary>Field of enforcement (执法领域) and how many matters it has.</summary>
/// <param name="Id">For example <c>food</c>.</param>
/// <param name="Chinese">For example 食品安全.</param>
/// <param name="Matters">Matters in the set.</param>
public sealed record FieldCount(string Id, string Chinese, int Matters);
