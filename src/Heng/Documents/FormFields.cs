using System.Collections;
using Heng.Dossiers;

namespace Heng.Documents;

/// <summary>Fields (文书字段) that a provider fills in: tag and text; those of bureau and party are there from the start.</summary>
public sealed class FormFields : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> mayBeEmpty = new(StringComparer.Ordinal);

    /// <summary>The tags that every form may use.</summary>
    public static IReadOnlyList<string> Common { get; } = ["bureau", "bureauAddress", "bureauPhone", "dossier", "matter", "party", "partyKind", "partyCode", "partyNumber", "partyIdentity", "partyAddress", "partyRepresentative", "partyPhone", "representativeTitle", "identityTitle", "partyLine", "partyLines", "you", "date"];

    /// <summary>The fields of bureau, dossier and party.</summary>
    /// <param name="file">The dossier as it was then.</param>
    /// <param name="context">The bureau.</param>
    public FormFields(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var (affair, bureau) = (file.Part<Affair>(), context.Bureau);
        var matter = affair.Matter is { } id ? context.Law.Matters.Find(id) : null;
        Add("bureau", bureau?.Name);
        Add("bureauAddress", bureau?.Address);
        Add("bureauPhone", bureau?.Telephone);
        Add("dossier", file.Number);
        Add("matter", matter?.Chinese ?? affair.About);
        var party = affair.Party;
        Add("party", party?.Name);
        Add("partyKind", party is null ? "" : ActTypes.LabelOf(party.Sort));
        May("partyCode", party?.Code);
        May("partyNumber", party?.PersonNumber);
        May("partyIdentity", party?.Code ?? party?.PersonNumber);
        May("partyAddress", party?.Address);
        May("partyRepresentative", party?.Representative);
        May("partyPhone", party?.Phone);
        Add("representativeTitle", FormText.RepresentativeTitle(party));
        Add("identityTitle", FormText.IdentityTitle(party));
        Add("partyLine", FormText.PartyLine(party));
        Add("partyLines", FormText.PartyLines(party));
        Add("you", FormText.You(party));
    }

    /// <summary>Adds a field that must not stay empty.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="text">The text.</param>
    public void Add(string tag, string? text)
    {
        texts[tag] = text?.Trim() ?? "";
        mayBeEmpty.Remove(tag);
    }

    /// <summary>Adds a field that may stay empty.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="text">The text.</param>
    public void May(string tag, string? text)
    {
        texts[tag] = text?.Trim() ?? "";
        mayBeEmpty.Add(tag);
    }

    /// <summary>Adds a field that may stay empty and is then left open, to be filled in by hand.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="text">The text.</param>
    public void Open(string tag, string? text)
    {
        texts[tag] = string.IsNullOrWhiteSpace(text) ? FormText.ByHand : text.Trim();
        mayBeEmpty.Add(tag);
    }

    /// <summary>The texts by tag.</summary>
    public IReadOnlyDictionary<string, string> Texts => texts;

    /// <summary>Tags that may stay empty.</summary>
    public IReadOnlySet<string> MayBeEmpty => mayBeEmpty;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
