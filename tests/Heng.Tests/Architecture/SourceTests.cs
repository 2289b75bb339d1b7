using System.Text.RegularExpressions;

namespace Heng.Tests.Architecture;

public sealed partial class SourceTests
{
    [Fact]
    public void No_file_names_a_path_of_a_machine_or_leaves_work_undone()
    {
        var found = from file in Repository.SourceFiles(".cs", ".cshtml", ".css", ".json", ".md", ".props", ".csproj", ".txt", "")
                    where Path.GetFileName(file) is not ("packages.lock.json" or "SourceTests.cs")
                    from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
                    where Unwanted.IsMatch(line.text)
                    select $"{Path.GetRelativePath(Repository.Root, file)}:{line.number}: {line.text.Trim()}";
        Assert.Empty(found);
    }

    [Fact]
    public void Pages_hold_no_inline_script_or_style()
    {
        var found = from file in Repository.SourceFiles(".cshtml")
                    from line in File.ReadLines(file).Select((text, index) => (text, number: index + 1))
                    where Inline.IsMatch(line.text)
                    select $"{Path.GetRelativePath(Repository.Root, file)}:{line.number}: {line.text.Trim()}";
        Assert.Empty(found);
    }

    [GeneratedRegex(@"/work/|/root/|/home/\w|C:\\Users|\b(TODO|FIXME|XXX|HACK)\b")]
    private static partial Regex Unwanted { get; }

    [GeneratedRegex(@"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=""")]
    private static partial Regex Inline { get; }
}
