using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Heng.Platform.Record;

/// <summary>Canonical JSON (规范化 JSON) of one flat object: no blanks, and text escaped as RFC 8785 says.</summary>
/// <remarks>Written by hand, because what the framework escapes depends on the Unicode tables of its version, and a chain must hold for decades.</remarks>
internal sealed class CanonicalJson
{
    private readonly ArrayBufferWriter<byte> json;

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
    public void Text(ReadOnlySpan<byte> name, CanonicalText value)
    {
        if (value.String is not { } text)
        {
            Text(name, value.Utf8);
            return;
        }

        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Text(name, room.AsSpan(0, Encoding.UTF8.GetBytes(text, room)));
        ArrayPool<byte>.Shared.Return(room);
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

    /// <summary>Adds an instant, UTC, in whole microseconds: <c>2026-01-31T00:00:00.000000Z</c>.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="at">The instant; its kind does not matter.</param>
    public void Instant(ReadOnlySpan<byte> name, DateTime at)
    {
        Name(name);
        var target = json.GetSpan(30);
        // The round-trip form has one digit more, and is written many times faster than a form of one's own.
        DateTime.SpecifyKind(at, DateTimeKind.Unspecified).TryFormat(target[1..], out var written, "O", CultureInfo.InvariantCulture);
        target[0] = (byte)'"';
        target[written] = (byte)'Z';
        target[written + 1] = (byte)'"';
        json.Advance(written + 2);
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

    private void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        Name(name);
        json.Write("\""u8);
        // Only bytes of ASCII are escaped, and none of them is a part of another character.
        if (utf8.IndexOfAnyInRange((byte)0, (byte)(' ' - 1)) < 0)
        {
            WritePlain(utf8);
        }
        else
        {
            WriteAny(utf8);
        }

        json.Write("\""u8);
    }

    /// <summary>Text without control characters. What is kept is JSON itself, where every eighth byte is escaped: sixteen bytes are looked at together.</summary>
    /// <remarks>Compiled once and well: a check of all chains spends its first seconds here, and less well compiled code is many times slower.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WritePlain(ReadOnlySpan<byte> source)
    {
        var block = Vector128<byte>.Count;
        var target = json.GetSpan((source.Length * 2) + block);
        var (read, written) = (0, 0);
        // A block is copied anew from each byte that is escaped, and so may be read up to its length beyond its end.
        for (; read + (2 * block) <= source.Length; read += block)
        {
            var bytes = Vector128.Create(source[read..]);
            var escaped = (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
            var from = 0;
            for (; escaped != 0; escaped &= escaped - 1)
            {
                var at = BitOperations.TrailingZeroCount(escaped);
                Vector128.Create(source[(read + from)..]).CopyTo(target[written..]);
                written += at - from;
                target[written++] = (byte)'\\';
                from = at;
            }

            Vector128.Create(source[(read + from)..]).CopyTo(target[written..]);
            written += block - from;
        }

        foreach (var b in source[read..])
        {
            target[written] = (byte)'\\';
            written += b is (byte)'"' or (byte)'\\' ? 1 : 0;
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

/// <summary>A text on its way into canonical JSON: a string, or UTF-8 that need not become one.</summary>
internal readonly ref struct CanonicalText
{
    private CanonicalText(string? text, ReadOnlySpan<byte> utf8)
    {
        String = text;
        Utf8 = utf8;
    }

    /// <summary>The text; null when it is given as UTF-8.</summary>
    public string? String { get; }

    /// <summary>The text as UTF-8; empty when it is given as a string.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    public static implicit operator CanonicalText(string text) => new(text, default);

    public static implicit operator CanonicalText(ReadOnlySpan<byte> utf8) => new(null, utf8);
}
