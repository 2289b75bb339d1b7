using System.Buffers;
using System.Globalization;
using System.Text;

namespace Heng.Platform.Record;

/// <summary>Canonical JSON (规范化 JSON) of one flat object: no blanks, and text escaped as RFC 8785 says.</summary>
/// <remarks>Written by hand, because what the framework escapes depends on the Unicode tables of its version, and a chain must hold for decades.</remarks>
internal sealed class CanonicalJson
{
    private static readonly SearchValues<byte> escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(b => (byte)b), (byte)'"', (byte)'\\']);
    private readonly ArrayBufferWriter<byte> json;

    /// <summary>Begins an object.</summary>
    /// <param name="capacity">About how long it will be.</param>
    public CanonicalJson(int capacity)
    {
        json = new(capacity);
        json.Write("{"u8);
    }

    /// <summary>Adds a text.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">The text.</param>
    public void Text(string name, string value)
    {
        Name(name);
        json.Write("\""u8);
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        // Only bytes of ASCII are escaped, and none of them is a part of another character.
        var rest = (ReadOnlySpan<byte>)room.AsSpan(0, Encoding.UTF8.GetBytes(value, room));
        for (var next = rest.IndexOfAny(escaped); next >= 0; next = rest.IndexOfAny(escaped))
        {
            json.Write(rest[..next]);
            json.Write(EscapeOf(rest[next]));
            rest = rest[(next + 1)..];
        }

        json.Write(rest);
        ArrayPool<byte>.Shared.Return(room);
        json.Write("\""u8);
    }

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">The number.</param>
    public void Number(string name, int value)
    {
        Name(name);
        json.Write(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Ends the object: its UTF-8.</summary>
    public byte[] ToBytes()
    {
        json.Write("}"u8);
        return json.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> EscapeOf(byte b) => b switch
    {
        (byte)'"' => "\\\""u8,
        (byte)'\\' => "\\\\"u8,
        (byte)'\b' => "\\b"u8,
        (byte)'\t' => "\\t"u8,
        (byte)'\n' => "\\n"u8,
        (byte)'\f' => "\\f"u8,
        (byte)'\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes($"\\u{b:x4}"),
    };

    private void Name(string name)
    {
        if (json.WrittenCount > 1)
        {
            json.Write(","u8);
        }

        json.Write("\""u8);
        json.Write(Encoding.ASCII.GetBytes(name));
        json.Write("\":"u8);
    }
}
