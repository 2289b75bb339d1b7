namespace Heng.Law.Citations;

/// <summary>Confidence mark (可信度): how well a value is known.</summary>
public enum Confidence
{
    /// <summary>Read in the official text (原文核对).</summary>
    Primary,

    /// <summary>Read second hand: news, explanation, repost (二手来源).</summary>
    Secondary,

    /// <summary>Recalled from general knowledge (凭记忆).</summary>
    Recalled,

    /// <summary>Not to be relied on (未确认); shown, never a silent constant.</summary>
    Unconfirmed,
}

/// <summary>Text of an instrument (法规文本): one dated wording of a law, rule or opinion.</summary>
/// <param name="Key">Unique name of this text, for example <c>FSL25</c>.</param>
/// <param name="From">First day in force, inclusive; null when not known.</param>
/// <param name="Until">Last day in force, inclusive; null while in force.</param>
/// <param name="Title">Title with the date of the wording.</param>
/// <param name="Number">Document number, when known.</param>
/// <param name="Confidence">How well the dates are known.</param>
/// <param name="Source">Where the text was read.</param>
/// <param name="CheckedOn">Day the entry was last confirmed.</param>
/// <param name="Note">What a reader must know besides.</param>
public sealed record InstrumentText(string Key, DateOnly? From, DateOnly? Until, string Title, string? Number, Confidence Confidence, string Source, DateOnly CheckedOn, string? Note)
{
    /// <summary>Whether this text is in force on a day; both ends are inclusive and an open end has no bound.</summary>
    /// <param name="day">The day asked about.</param>
    public bool InForceOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);
}

/// <summary>Instrument (法规): a law, regulation, rule or opinion under one id, with its dated texts.</summary>
public sealed class Instrument
{
    internal Instrument(string id, string chinese, string english, string kind, IReadOnlyList<InstrumentText> texts, IReadOnlyList<string> aliases, string piece)
    {
        (Id, Chinese, English, Kind, Texts, Aliases, Piece) = (id, chinese, english, kind, texts, aliases, piece);
    }

    /// <summary>Stable id, for example <c>FSL</c>.</summary>
    public string Id { get; }

    /// <summary>Chinese title without brackets.</summary>
    public string Chinese { get; }

    /// <summary>English title.</summary>
    public string English { get; }

    /// <summary>Rank: law, administrativeRegulation, departmentRule, judicialInterpretation, policy, notice or modelForms.</summary>
    public string Kind { get; }

    /// <summary>The dated texts, oldest first.</summary>
    public IReadOnlyList<InstrumentText> Texts { get; }

    /// <summary>Other ids under which older material cites this instrument.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>What its numbered pieces are called: 条, or 部分 in an opinion.</summary>
    internal string Piece { get; }

    /// <summary>The text in force on a day, or null when none is loaded.</summary>
    /// <param name="day">The day asked about.</param>
    public InstrumentText? TextOn(DateOnly day)
    {
        foreach (var text in Texts)
        {
            if (text.InForceOn(day))
            {
                return text;
            }
        }

        return null;
    }
}

/// <summary>The instruments of a law set (法规目录), by id.</summary>
public sealed class InstrumentTable
{
    private readonly Dictionary<string, Instrument> byId;

    private InstrumentTable(IReadOnlyList<Instrument> all)
    {
        All = all;
        byId = all.ToDictionary(i => i.Id, StringComparer.Ordinal);
    }

    /// <summary>Every instrument, ordered by id.</summary>
    public IReadOnlyList<Instrument> All { get; }

    /// <summary>The instrument with an id, or null.</summary>
    /// <param name="id">For example <c>APL</c>.</param>
    public Instrument? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The citation as a Chinese document prints it; an unknown instrument keeps its id.</summary>
    /// <param name="citation">The place cited.</param>
    public string InChinese(Citation citation) => Find(citation.Instrument) is { } instrument ? citation.InChinese(instrument.Chinese, instrument.Piece) : citation.InChinese(citation.Instrument);

    /// <summary>Reads <c>instruments/*.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static InstrumentTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var all = new List<Instrument>();
        foreach (var file in files.Under("instruments/"))
        {
            using var document = file.Open();
            var root = document.Root;
            var texts = root.Items("texts").Select(t => new InstrumentText(
                t.Text("key"), t.OptionalDay("from"), t.OptionalDay("until"), t.Text("title"), t.OptionalText("number"),
                t.Confidence("confidence"), t.Text("source"), t.Day("checkedOn"), t.OptionalText("note"))).ToArray();
            all.Add(new Instrument(root.Text("id"), root.Text("zh"), root.Text("en"), root.Text("kind"), texts, root.OptionalTexts("aliases"), root.OptionalText("piece") ?? "条"));
        }

        return new InstrumentTable(all);
    }
}
