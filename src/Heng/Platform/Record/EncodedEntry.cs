using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Heng.Platform.Record;

/// <summary>Encoded entry (编码记录): an entry of the record with its texts in UTF-8, as the database keeps them. To hash it, none of them needs to become a string.</summary>
internal readonly record struct EncodedEntry(
    Guid Bureau, Guid Dossier, int Number, DateTime At, DateOnly On, Guid Person,
    byte[] PersonName, byte[] Unit, byte[] Roles, byte[] Code, byte[] Content, byte[] Grounds, byte[] Before, byte[] After, byte[] LawHash, byte[] Hash)
{
    /// <summary>Writes the canonical form; what is given back holds until the writer is used again.</summary>
    /// <param name="json">The writer.</param>
    public ReadOnlySpan<byte> WriteTo(CanonicalJson json)
        => ActEntry.Write(json, Dossier, Number, At, On, Person, PersonName, Unit, Roles, Code, Content, Grounds, Before, After, LawHash);

    /// <summary>Reads rows, one after another, none of which is kept; the connection must be open.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stop">Stops the work.</param>
    public static async IAsyncEnumerable<EncodedEntry> ReadAsync(IQueryable<ActRow> rows, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var command = rows.Select(a => new { a.BureauId, a.DossierId, a.Number, a.At, a.On, a.PersonId, a.PersonName, a.Unit, a.Roles, a.Code, a.Content, a.Grounds, a.Before, a.After, a.LawHash, a.Hash }).CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            yield return new(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetDateTime(3), reader.GetFieldValue<DateOnly>(4), reader.GetGuid(5),
                Text(6), Text(7), Text(8), Text(9), Text(10), Text(11), Text(12), Text(13), Text(14), Text(15));
        }

        byte[] Text(int column) => reader.GetFieldValue<byte[]>(column);
    }
}
