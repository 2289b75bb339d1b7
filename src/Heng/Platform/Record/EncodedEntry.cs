using System.Runtime.CompilerServices;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Record;

/// <summary>Encoded entry (编码记录): an entry of the record with its texts in UTF-8, as the database keeps them. To hash it, none of them needs to become a string.</summary>
/// <remarks>The texts come in one piece, between unit separators (U+001F). A row whose texts hold one has none of them here, and so no hash that fits: it must be read by itself.</remarks>
internal readonly struct EncodedEntry
{
    private const string Separator = "\u001f";
    private const int Texts = 10;
    private readonly byte[] texts;
    private readonly Ranges ranges;

    private EncodedEntry(Guid bureau, Guid dossier, int number, DateTime at, DateOnly on, Guid person, byte[] texts)
    {
        (Bureau, Dossier, Number, At, On, Person, this.texts) = (bureau, dossier, number, at, on, person, texts);
        var (count, found) = (0, default(Ranges));
        foreach (var range in ((ReadOnlySpan<byte>)texts).Split((byte)Separator[0]))
        {
            if (count < Texts)
            {
                found[count] = range;
            }

            count++;
        }

        ranges = count == Texts ? found : default;
    }

    /// <summary>The bureau.</summary>
    public Guid Bureau { get; }

    /// <summary>The dossier.</summary>
    public Guid Dossier { get; }

    /// <summary>Place in the chain, from 1.</summary>
    public int Number { get; }

    /// <summary>Instant.</summary>
    public DateTime At { get; }

    /// <summary>Beijing day.</summary>
    public DateOnly On { get; }

    /// <summary>Who acted.</summary>
    public Guid Person { get; }

    /// <summary>The hash that is stored with it.</summary>
    public ReadOnlySpan<byte> Hash => Text(0);

    /// <summary>Writes the canonical form; what is given back holds until the writer is used again.</summary>
    /// <param name="json">The writer.</param>
    public ReadOnlySpan<byte> WriteTo(CanonicalJson json)
        => ActEntry.Write(json, Dossier, Number, At, On, Person, Text(1), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), Text(8), Text(9));

    /// <summary>Reads rows, one after another, none of which is kept; the connection must be open.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stop">Stops the work.</param>
    public static async IAsyncEnumerable<EncodedEntry> ReadAsync(IQueryable<ActRow> rows, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var command = rows.Select(a => new
        {
            a.BureauId,
            a.DossierId,
            a.Number,
            a.At,
            a.On,
            a.PersonId,
            Texts = HengDb.Joined(Separator, a.Hash, a.PersonName, a.Unit, a.Roles, a.Code, a.Content, a.Grounds, a.Before, a.After, a.LawHash),
        }).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            yield return new(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetDateTime(3), reader.GetFieldValue<DateOnly>(4), reader.GetGuid(5), reader.GetFieldValue<byte[]>(6));
        }
    }

    private ReadOnlySpan<byte> Text(int number) => texts.AsSpan(ranges[number]);

    /// <summary>Where each text lies.</summary>
    [InlineArray(EncodedEntry.Texts)]
    private struct Ranges
    {
        private Range first;
    }
}
