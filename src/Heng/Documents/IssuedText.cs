using Heng.Documents.Engine;
using Heng.Platform.Files;

namespace Heng.Documents;

/// <summary>Text of an issued document (已签发文书文本), read from its frozen file.</summary>
/// <param name="files">Keeps the files.</param>
public sealed class IssuedText(FileStore files)
{
    /// <summary>The text, a line for each paragraph or row; null when the file is missing or no longer what was issued.</summary>
    /// <param name="document">The document.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<string?> OfAsync(IssuedDocument document, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return await files.ReadAsync(document.File.Sha256, stop) is { } content ? FilledForm.TextOf(content) : null;
    }
}
