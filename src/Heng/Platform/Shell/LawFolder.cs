using Heng.Law.Citations;

namespace Heng.Platform.Shell;

/// <summary>Law folder (法规数据目录): law data that lies in a folder instead of inside the program.</summary>
public static class LawFolder
{
    /// <summary>Reads every JSON file below a folder.</summary>
    /// <param name="folder">The folder that holds <c>instruments/</c>, <c>matters/</c> and the rest.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static LawFiles Read(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var streams = folder.EnumerateFiles("*.json", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(folder.FullName, f.FullName).Replace('\\', '/'), (Stream)new MemoryStream(File.ReadAllBytes(f.FullName))));
        return LawFiles.From(streams);
    }
}
