using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Heng.Documents.Engine;

/// <summary>Package of a .docx: its parts in order. The same parts always give the same bytes.</summary>
internal sealed class DocxPackage
{
    public const string MainPart = "word/document.xml";
    private const int LargestPart = 8 * 1024 * 1024;
    private const int MostParts = 200;
    private static readonly DateTimeOffset fixedTime = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DocxPackage(IReadOnlyList<(string Name, byte[] Content)> parts) => Parts = parts;

    public IReadOnlyList<(string Name, byte[] Content)> Parts { get; }

    /// <summary>Reads a package, or says why it is none.</summary>
    public static DocxPackage? TryRead(byte[] content, out string fault)
    {
        fault = "";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts)
            {
                fault = "文件的组成部分过多，不是文书模板。";
                return null;
            }

            var parts = new List<(string, byte[])>();
            foreach (var entry in zip.Entries)
            {
                if (entry.Length > LargestPart || entry.FullName.Contains("..", StringComparison.Ordinal))
                {
                    fault = "文件中有过大的或者名称异常的组成部分。";
                    return null;
                }

                if (entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("embeddings", StringComparison.OrdinalIgnoreCase))
                {
                    fault = "文件中含有宏或者嵌入对象，不能作为模板。";
                    return null;
                }

                using var stream = entry.Open();
                // Never trust the length that the directory states.
                var buffer = new MemoryStream();
                var chunk = new byte[81920];
                int read;
                while ((read = stream.Read(chunk)) > 0)
                {
                    buffer.Write(chunk, 0, read);
                    if (buffer.Length > LargestPart)
                    {
                        fault = "文件中有过大的组成部分。";
                        return null;
                    }
                }

                parts.Add((entry.FullName, buffer.ToArray()));
            }

            if (!parts.Any(p => p.Item1 == MainPart))
            {
                fault = "文件中没有正文，不是 Word 文档（.docx）。";
                return null;
            }

            var package = new DocxPackage(parts);
            _ = package.ReadMain();
            return package;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            fault = "文件已经损坏或者不是 Word 文档（.docx）。";
            return null;
        }
    }

    public XDocument ReadMain()
    {
        using var reader = XmlReader.Create(new MemoryStream(Parts.First(p => p.Name == MainPart).Content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public DocxPackage WithMain(XDocument main) => new([.. Parts.Select(p => p.Name == MainPart ? (p.Name, BytesOf(main)) : p)]);

    public byte[] ToBytes()
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = fixedTime;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return buffer.ToArray();
    }

    public static byte[] BytesOf(XDocument document)
    {
        var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
        {
            document.Save(writer);
        }

        return buffer.ToArray();
    }
}
