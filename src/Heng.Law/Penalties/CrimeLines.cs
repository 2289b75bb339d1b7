using Heng.Law.Citations;
using Heng.Law.Matters;

namespace Heng.Law.Penalties;

/// <summary>How near the facts are to a crime (涉嫌犯罪程度).</summary>
public enum CrimeLevel
{
    /// <summary>No line is touched (未达到).</summary>
    Under,

    /// <summary>A line is near, or the matter itself asks for an answer (接近).</summary>
    Near,

    /// <summary>A line is reached (达到).</summary>
    Over,
}

/// <summary>Crime line (追诉标准): from which amount or harm a violation is to be referred as a suspected crime.</summary>
public sealed class CrimeLine
{
    private readonly IReadOnlyList<Condition> over;
    private readonly IReadOnlyList<Condition> near;
    private readonly CrimeLevel always;
    private readonly IReadOnlyList<string> matters;
    private readonly IReadOnlyList<string> fields;

    internal CrimeLine(LawElement e, FactTable facts)
    {
        (Id, Chinese, Crime, Standard, Says) = (e.Text("id"), e.Text("zh"), e.Text("crime"), e.Text("standard"), e.Text("says"));
        (matters, fields) = (e.Texts("matters"), e.Texts("fields"));
        always = e.OptionalText("always") switch { null => CrimeLevel.Under, "near" => CrimeLevel.Near, _ => CrimeLevel.Over };
        over = [.. e.Items("over").Select(c => Condition.Read(c, facts)!)];
        near = [.. e.Items("near").Select(c => Condition.Read(c, facts)!)];
        Confidence = e.Confidence("confidence");
    }

    /// <summary>Stable id, for example <c>CL-140</c>.</summary>
    public string Id { get; }

    /// <summary>Name of the crime, in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>The article of the criminal law, in Chinese.</summary>
    public string Crime { get; }

    /// <summary>Where the line is drawn, in Chinese.</summary>
    public string Standard { get; }

    /// <summary>The line in one Chinese sentence.</summary>
    public string Says { get; }

    /// <summary>How sure the line is.</summary>
    public Confidence Confidence { get; }

    /// <summary>Whether it is drawn for a matter.</summary>
    /// <param name="matter">The matter.</param>
    public bool AppliesTo(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matters.Count > 0 ? matters.Contains(matter.Id) : fields.Contains(matter.Field);
    }

    /// <summary>How near the facts are to it.</summary>
    /// <param name="facts">What is known; what is not known reaches nothing.</param>
    public CrimeLevel LevelOf(FactSheet facts)
    {
        var level = over.Any(c => c.On(facts) == Truth.True) ? CrimeLevel.Over : near.Any(c => c.On(facts) == Truth.True) ? CrimeLevel.Near : CrimeLevel.Under;

        // A line that nobody confirmed refuses nothing.
        return Confidence == Confidence.Unconfirmed && (level > CrimeLevel.Under || always > CrimeLevel.Under) ? CrimeLevel.Near : level > always ? level : always;
    }
}

/// <summary>Table of crime lines (追诉标准表).</summary>
public sealed class CrimeLineTable
{
    private const string Tag = "criminalReferral";

    private CrimeLineTable(IReadOnlyList<CrimeLine> lines) => Lines = lines;

    /// <summary>The lines, in the order of the data.</summary>
    public IReadOnlyList<CrimeLine> Lines { get; }

    /// <summary>Reads <c>parameters/crime-lines.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <param name="facts">The facts that conditions name.</param>
    /// <exception cref="LawDataException">The file is missing or malformed.</exception>
    public static CrimeLineTable From(LawFiles files, FactTable facts)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var document = files.One("parameters/crime-lines.json").Open();
        return new CrimeLineTable([.. document.Root.Items("lines").Select(e => new CrimeLine(e, facts))]);
    }

    /// <summary>Holds the facts of a case against the lines.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="facts">What is known.</param>
    public CrimeReview Review(Matter matter, FactSheet facts)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(facts);
        CrimeTouch[] touched = [.. Lines.Where(l => l.AppliesTo(matter)).Select(l => new CrimeTouch(l, l.LevelOf(facts))).Where(t => t.Level > CrimeLevel.Under)];
        var level = touched.Select(t => t.Level).DefaultIfEmpty(matter.Tags.Contains(Tag) ? CrimeLevel.Near : CrimeLevel.Under).Max();
        return new CrimeReview(level, touched);
    }
}

/// <summary>A line that the facts touch (触及的追诉标准).</summary>
/// <param name="Line">The line.</param>
/// <param name="Level">Near or over.</param>
public sealed record CrimeTouch(CrimeLine Line, CrimeLevel Level);

/// <summary>Review of the crime lines (涉嫌犯罪核对) of a case.</summary>
/// <param name="Level">The highest level.</param>
/// <param name="Touched">The lines touched.</param>
public sealed record CrimeReview(CrimeLevel Level, IReadOnlyList<CrimeTouch> Touched);
