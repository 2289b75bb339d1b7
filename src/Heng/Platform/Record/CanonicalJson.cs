using System.Buffers;
using System.Globalization;
using System.Text;

namespace Heng.Platform.Record;

/// <summary>Canonical JSON (规范化 JSON) of one flat object: no blanks, and text escaped as RFC 8785 says.</summary>
/// <remarks>Written by hand, because what the framework escapes depends on the Unicode tables of its version, and a chain must hold for decades.</remarks>
internal sealed class CanonicalJson
{
    /// <summary>The longest escape of a byte, <c>\u001f</c>.</summary>
    private const int MostPerByte = 6;
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
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var room = ArrayPool<byte>.Shared.Rent(most * (1 + MostPerByte));
        // Only bytes of ASCII are escaped, and none of them is a part of another character.
        var plain = room.AsSpan(0, Encoding.UTF8.GetBytes(value, room));
        var escaped = room.AsSpan(most);
        var length = 0;
        foreach (var b in plain)
        {
            if (b is >= (byte)' ' and not (byte)'"' and not (byte)'\\')
            {
                escaped[length++] = b;
            }
            else
            {
                var escape = EscapeOf(b);
                escape.CopyTo(escaped[length..]);
                length += escape.Length;
            }
        }

        json.Write(escaped[..length]);
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
