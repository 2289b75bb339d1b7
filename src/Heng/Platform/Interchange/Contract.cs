using System.Globalization;
using System.Text.Json;

namespace Heng.Platform.Interchange;

/// <summary>What the contracts for machines read and write alike: ids, days, sums and errors.</summary>
internal static class Contract
{
    private const int LongestShown = 60;
    private static readonly DateOnly earliest = new(1949, 10, 1);
    private static readonly DateOnly latest = new(2199, 12, 31);

    public static InputException WrongType(string field, string wanted) => new("wrong-type", $"“{field}”的类型不对，应为{wanted}");

    public static string Text(ref Utf8JsonReader reader, string field)
        => reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw WrongType(field, "文本");

    public static DateOnly Day(ref Utf8JsonReader reader, string field)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw WrongType(field, "yyyy-MM-dd 形式的日期");
        }

        Span<char> text = stackalloc char[16];
        if (reader.HasValueSequence || reader.ValueSpan.Length > text.Length
            || !DateOnly.TryParseExact(text[..reader.CopyString(text)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day < earliest || day > latest)
        {
            throw new InputException("impossible-date", $"“{field}”应为 1949-10-01 至 2199-12-31 之间真实存在的日期，形式为 yyyy-MM-dd");
        }

        return day;
    }

    /// <summary>An id as the caller wrote it: text, or a number kept as text.</summary>
    public static string Id(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw WrongType("id", "文本"),
    };

    /// <summary>The id of a request that could not be read to its end, or null.</summary>
    public static string? FindId(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                {
                    return reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? Id(ref reader) : null;
                }

                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }

    /// <summary>A caller's text as an error may show it: short and on one line.</summary>
    public static string Shown(string? text)
    {
        text ??= "";
        var shown = text.Length <= LongestShown ? text : text[..LongestShown] + "…";
        return string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
    }

    /// <summary>A sum in yuan, already rounded to fen, without trailing zeros.</summary>
    public static void WriteSum(Utf8JsonWriter writer, decimal yuan)
    {
        var whole = decimal.Truncate(yuan);
        if (whole == yuan && whole is >= long.MinValue and <= long.MaxValue)
        {
            writer.WriteNumberValue((long)whole);
            return;
        }

        Span<byte> text = stackalloc byte[40];
        System.Buffers.Text.Utf8Formatter.TryFormat(yuan, text, out var length, new System.Buffers.StandardFormat('F', 2));
        writer.WriteRawValue(text[..(text[length - 1] == (byte)'0' ? length - 1 : length)], skipInputValidation: true);
    }
}
