using Heng.Dossiers;
using Heng.Law.Procedure;

namespace Heng.Cases;

/// <summary>Evidence matrix (证据矩阵): every finding against every piece of evidence, and the findings that nothing suitable supports.</summary>
/// <param name="Case">The case.</param>
/// <param name="Findings">The findings: the story, the facts, the circumstances.</param>
public sealed record EvidenceMatrix(CaseFile Case, IReadOnlyList<Finding> Findings)
{
    /// <summary>Ids of the files that are no longer what they were when they were recorded.</summary>
    public IReadOnlyList<Guid> Altered { get; init; } = [];

    /// <summary>The findings without suitable evidence (证据缺口).</summary>
    public IReadOnlyList<Finding> Gaps => [.. Findings.Where(f => f.Support.Suitable == 0)];

    /// <summary>The evidence that no finding uses.</summary>
    public IReadOnlyList<Evidence> Unused => [.. Case.Evidence.Where(e => e.Excluded is null && Findings.All(f => !f.Evidence.Contains(e.Number)))];

    /// <summary>The matrix of a dossier.</summary>
    /// <param name="file">The dossier.</param>
    public static EvidenceMatrix Of(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var c = file.Part<CaseFile>();
        if (c.Facts is not { } facts)
        {
            return new(c, []);
        }

        var findings = new List<Finding> { Held("违法事实经过", "", facts.StoryEvidence) };
        findings.AddRange(facts.Entries.Select(e => file.Law.Matters.Facts.Find(e.Fact) is { } fact ? Held(Discretion.AssessmentWords.NameOf(fact), FactView.Words(fact, e.Value), e.Evidence) : null).OfType<Finding>());
        findings.AddRange(facts.Circumstances.Select(e => file.Law.Matters.FindCircumstance(e.Fact) is { } known ? Held("情节：" + known.Chinese, "", e.Evidence) : null).OfType<Finding>());
        return new(c, findings);

        Finding Held(string name, string value, IReadOnlyList<int> evidence) => new(name, value, evidence, c.SupportOf(name, evidence));
    }
}

/// <summary>Finding (认定的事实) held against its evidence.</summary>
/// <param name="Name">What is found.</param>
/// <param name="Value">The value in words.</param>
/// <param name="Evidence">The numbers of the evidence linked.</param>
/// <param name="Support">How far it is supported.</param>
public sealed record Finding(string Name, string Value, IReadOnlyList<int> Evidence, FactSupport Support);
