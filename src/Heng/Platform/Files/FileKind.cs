namespace Heng.Platform.Files;

/// <summary>File kind (文件类型): told from the first bytes, never from the name.</summary>
public static class FileKind
{
    /// <summary>Types that may be uploaded, for people.</summary>
    public const string Accepted = "图片（JPEG、PNG、WebP）、PDF、Word 和 Excel 文档（docx、xlsx）、录音录像（MP3、M4A、WAV、MP4）、纯文本";

    private static readonly (byte[] Start, int At, string Type)[] signatures =
    [
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], 0, "image/png"),
        ("WEBP"u8.ToArray(), 8, "image/webp"),
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
        ("WAVE"u8.ToArray(), 8, "audio/wav"),
        ("ID3"u8.ToArray(), 0, "audio/mpeg"),
        ("ftypM4A"u8.ToArray(), 4, "audio/mp4"),
        ("ftyp"u8.ToArray(), 4, "video/mp4"),
    ];

    /// <summary>The media type of a content, or null when it is none of the accepted.</summary>
    /// <param name="content">The whole content.</param>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        foreach (var (start, at, type) in signatures)
        {
            if (content.Length >= at + start.Length && content.Slice(at, start.Length).SequenceEqual(start))
            {
                return type;
            }
        }

        if (content.Length > 2 && content[0] == 0xFF && (content[1] & 0xE0) == 0xE0)
        {
            return "audio/mpeg";
        }

        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            return content.IndexOf("word/document.xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : content.IndexOf("xl/workbook.xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : null;
        }

        return IsText(content) ? "text/plain" : null;
    }

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty || content.ContainsAny(new ReadOnlySpan<byte>([0, 1, 2, 3, 4, 5, 6, 7, 8])) || content.IndexOf((byte)'<') == 0)
        {
            return false;
        }

        return System.Text.Unicode.Utf8.IsValid(content);
    }
}
