using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Heng.Demonstration.Model;

/// <summary>Files of the demonstration, made by code: small, of a real type, and visibly synthetic.</summary>
internal static class SyntheticFile
{
    /// <summary>Makes a file.</summary>
    /// <param name="kind"><c>photo</c>, <c>pdf</c>, <c>sound</c> or <c>text</c>.</param>
    /// <param name="title">What it stands for.</param>
    /// <param name="serial">Number of its dossier, so that no two are the same.</param>
    /// <returns>Name, media type, content.</returns>
    public static (string Name, string MediaType, byte[] Content) Make(string kind, string title, int serial) => kind switch
    {
        "photo" => ($"示例_{title}.png", "image/png", Picture(serial, title)),
        "pdf" => ($"示例_{title}.pdf", "application/pdf", Pdf(serial, title)),
        "sound" => ($"示例_{title}.wav", "audio/wav", Sound(serial)),
        "text" => ($"示例_{title}.txt", "text/plain", Encoding.UTF8.GetBytes($"演示数据，不是真实材料。\n{title}\n编号 {serial}\n")),
        _ => throw new ArgumentException($"No synthetic file of kind '{kind}'.", nameof(kind)),
    };

    /// <summary>A picture of coloured fields with a band across it.</summary>
    private static byte[] Picture(int serial, string title)
    {
        const int width = 240, height = 160;
        var shade = (byte)(Sum(title) % 160);
        var raw = new byte[height * ((width * 3) + 1)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (y * ((width * 3) + 1)) + 1 + (x * 3);
                var isBand = y is > 66 and < 94;
                var isField = ((x / 40) + (y / 40) + serial) % 2 == 0;
                (raw[at], raw[at + 1], raw[at + 2]) = isBand ? ((byte)180, (byte)35, (byte)42) : isField ? (shade, (byte)140, (byte)190) : ((byte)235, (byte)238, (byte)(200 + (serial % 50)));
            }
        }

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(raw);
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(file, "IHDR", header);
        Chunk(file, "tEXt", Encoding.ASCII.GetBytes($"Comment\0Heng demonstration {serial.ToString(CultureInfo.InvariantCulture)}-{Sum(title).ToString(CultureInfo.InvariantCulture)}"));
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Pdf(int serial, string title)
    {
        var text = $"BT /F1 24 Tf 60 760 Td (HENG DEMONSTRATION, NOT A REAL DOCUMENT) Tj 0 -40 Td (No. {serial.ToString(CultureInfo.InvariantCulture)}-{Sum(title).ToString(CultureInfo.InvariantCulture)}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {text.Length.ToString(CultureInfo.InvariantCulture)}>>\nstream\n{text}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var starts = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            starts.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var start in starts)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{start:0000000000} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    /// <summary>A fifth of a second of a tone.</summary>
    private static byte[] Sound(int serial)
    {
        const int rate = 8000, samples = rate / 5;
        var file = new byte[44 + samples];
        Encoding.ASCII.GetBytes("RIFF").CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 36 + samples);
        Encoding.ASCII.GetBytes("WAVEfmt ").CopyTo(file, 8);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), rate);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 1);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 8);
        Encoding.ASCII.GetBytes("data").CopyTo(file, 36);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), samples);
        for (var i = 0; i < samples; i++)
        {
            file[44 + i] = (byte)(128 + (60 * Math.Sin(2 * Math.PI * i * (300 + serial) / rate)));
        }

        return file;
    }

    private static int Sum(string text) => text.Aggregate(0, (sum, c) => (sum + c) % 100_003);
}
