using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;
using Heng.Documents.Engine;
using Heng.Platform.Storage;

namespace Heng.Documents;

/// <summary>PDF printer (PDF 转换): LibreOffice, when the machine has it; one file at a time, with a profile and fonts of its own.</summary>
/// <param name="store">Where the profile lies.</param>
/// <param name="logger">Told when a conversion fails.</param>
public sealed partial class PdfPrinter(DataStore store, ILogger<PdfPrinter> logger) : IDisposable
{
    private const int Tries = 2;
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(60);
    private static readonly string[] places = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice", @"C:\Program Files\LibreOffice\program\soffice.exe"];
    private readonly SemaphoreSlim queue = new(1, 1);
    private readonly string? program = places.FirstOrDefault(File.Exists);
    private string? version;

    /// <summary>Whether the machine has the converter.</summary>
    public bool IsThere => program is not null;

    /// <summary>Converter and version; empty before the first conversion.</summary>
    public string Version => version ?? "";

    /// <summary>Converts a .docx; null when there is no converter or it failed.</summary>
    /// <param name="word">The .docx.</param>
    /// <param name="stop">Stops the waiting.</param>
    public async Task<byte[]?> PrintAsync(byte[] word, CancellationToken stop = default)
    {
        if (program is null)
        {
            return null;
        }

        await queue.WaitAsync(stop);
        try
        {
            version ??= await AskVersionAsync(program, stop);
            for (var attempt = 1; attempt <= Tries; attempt++)
            {
                if (await ConvertAsync(program, word, stop) is { } pdf)
                {
                    return pdf;
                }
            }

            return null;
        }
        finally
        {
            queue.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => queue.Dispose();

    private async Task<byte[]?> ConvertAsync(string soffice, byte[] word, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("heng-pdf-");
        try
        {
            var fonts = Path.Combine(folder.FullName, "fonts.conf");
            await File.WriteAllTextAsync(fonts, Fonts, stop);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "document.docx"), ForConverter(word), stop);
            var profile = new Uri(Directory.CreateDirectory(Path.Combine(store.Folder, "converter")).FullName).AbsoluteUri;
            // No name that a person chose reaches the command line.
            var (exit, _) = await RunAsync(soffice, [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder.FullName, Path.Combine(folder.FullName, "document.docx")], fonts, stop);
            var pdf = Path.Combine(folder.FullName, "document.pdf");
            if (exit == 0 && File.Exists(pdf))
            {
                return await File.ReadAllBytesAsync(pdf, stop);
            }

            LogFailure(exit);
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the converter is given: LibreOffice drops a comma that hangs over the end of a full line it justifies, so its lines are set to the left.</summary>
    /// <param name="word">The .docx; what is none goes through as it is.</param>
    internal static byte[] ForConverter(byte[] word)
    {
        if (DocxPackage.TryRead(word, out _) is not { } package)
        {
            return word;
        }

        return new DocxPackage([.. package.Parts.Select(p => p.Name is DocxPackage.MainPart or "word/styles.xml" ? (p.Name, Unjustified(p.Content)) : p)]).ToBytes();
    }

    private static byte[] Unjustified(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var alignment in document.Descendants(Wml.W + "jc").Attributes(Wml.Val).Where(v => v.Value == "both"))
        {
            alignment.Value = "left";
        }

        return DocxPackage.BytesOf(document);
    }

    private static async Task<string> AskVersionAsync(string soffice, CancellationToken stop)
    {
        var (_, says) = await RunAsync(soffice, ["--version"], null, stop);
        return says.Trim() is { Length: > 0 } line ? line.Split('\n')[0] : "LibreOffice";
    }

    private static async Task<(int Exit, string Says)> RunAsync(string soffice, string[] arguments, string? fonts, CancellationToken stop)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(soffice, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        if (fonts is not null)
        {
            process.StartInfo.Environment["FONTCONFIG_FILE"] = fonts;
        }

        process.Start();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(longest);
        try
        {
            var says = process.StandardOutput.ReadToEndAsync(late.Token);
            _ = process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, await says);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            return (-1, "");
        }
    }

    [LoggerMessage(LogLevel.Warning, "The converter of documents to PDF ended with {Exit}.")]
    private partial void LogFailure(int exit);

    /// <summary>The official fonts are not free to ship; where the machine lacks them, these stand in.</summary>
    private const string Fonts = """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
          <alias binding="same"><family>方正小标宋简体</family><prefer><family>FZXiaoBiaoSong-B05S</family><family>Noto Serif CJK SC</family></prefer></alias>
          <alias binding="same"><family>仿宋_GB2312</family><prefer><family>FangSong</family><family>FandolFang R</family><family>FandolFang</family><family>Noto Serif CJK SC</family></prefer></alias>
          <alias binding="same"><family>黑体</family><prefer><family>SimHei</family><family>Noto Sans CJK SC</family></prefer></alias>
        </fontconfig>
        """;
}
