using System.Buffers;
using System.Globalization;
using System.Text;

namespace Heng.Platform.Record;

/// <summary>Canonical JSON (规范化 JSON) of one flat object: no blanks, and text escaped as RFC 8785 says.</summary>
/// <remarks>Written by hand, because what the framework escapes depends on the Unicode tables of its version, and a chain must hold for decades.</remarks>
internal sealed class CanonicalJson
{
    private readonly ArrayBufferWriter<byte> json;

    /// <summary>How many bytes stand before each byte when it is escaped: one before a quotation mark and a backslash.</summary>
    private static readonly byte[] steps = [.. Enumerable.Range(0, 256).Select(b => (byte)(b is '"' or '\\' ? 1 : 0))];

    /// <summary>Has room for an object.</summary>
    /// <param name="capacity">About how long it will be.</param>
    public CanonicalJson(int capacity) => json = new(capacity);

    /// <summary>Begins an object, in the place of the one before.</summary>
    public void Begin()
    {
        json.ResetWrittenCount();
        json.Write("{"u8);
    }

    /// <summary>Adds a text.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">The text.</param>
    public void Text(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        json.Write("\""u8);
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        // Only bytes of ASCII are escaped, and none of them is a part of another character.
        var source = (ReadOnlySpan<byte>)room.AsSpan(0, Encoding.UTF8.GetBytes(value, room));
        if (source.IndexOfAnyInRange((byte)0, (byte)(' ' - 1)) < 0)
        {
            WritePlain(source);
        }
        else
        {
            WriteAny(source);
        }

        ArrayPool<byte>.Shared.Return(room);
        json.Write("\""u8);
    }

    /// <summary>Adds a text of ASCII that needs no escape.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">What is written.</param>
    /// <param name="format">How it is written.</param>
    public void Plain<T>(ReadOnlySpan<byte> name, T value, string format)
        where T : IUtf8SpanFormattable
    {
        Name(name);
        json.Write("\""u8);
        Write(value, format);
        json.Write("\""u8);
    }

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">The number.</param>
    public void Number(ReadOnlySpan<byte> name, int value)
    {
        Name(name);
        Write(value, "");
    }

    /// <summary>Ends the object: its UTF-8, until the next begins.</summary>
    public ReadOnlySpan<byte> End()
    {
        json.Write("}"u8);
        return json.WrittenSpan;
    }

    /// <summary>Text without control characters. What is kept is JSON itself, where every eighth byte is escaped: byte by byte is faster than run by run.</summary>
    private void WritePlain(ReadOnlySpan<byte> source)
    {
        var target = json.GetSpan((source.Length * 2) + 1);
        var written = 0;
        var step = steps;
        foreach (var b in source)
        {
            // Written always, and stepped over only where it belongs: no branch to be foreseen.
            target[written] = (byte)'\\';
            written += step[b];
            target[written++] = b;
        }

        json.Advance(written);
    }

    private void WriteAny(ReadOnlySpan<byte> source)
    {
        foreach (ref readonly var b in source)
        {
            json.Write(b < ' ' || b is (byte)'"' or (byte)'\\' ? EscapeOf(b) : new ReadOnlySpan<byte>(in b));
        }
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

    private void Name(ReadOnlySpan<byte> name)
    {
        if (json.WrittenCount > 1)
        {
            json.Write(","u8);
        }

        json.Write("\""u8);
        json.Write(name);
        json.Write("\":"u8);
    }

    private void Write<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        int written;
        for (var room = 64; !value.TryFormat(json.GetSpan(room), out written, format, CultureInfo.InvariantCulture); room *= 2)
        {
        }

        json.Advance(written);
    }
}
