namespace Heng.Tests.Architecture;

public sealed class LawLibraryTests
{
    [Fact]
    public void The_law_library_references_the_base_class_library_only()
    {
        var others = Code.LawAssembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(others);
    }

    [Fact]
    public void The_law_library_touches_no_network_process_or_thread()
    {
        string[] barred = ["System.Net", "System.Diagnostics.Process", "System.Threading.Thread", "System.IO.FileSystem", "Microsoft.Win32"];
        var references = Code.LawAssembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.Empty(references.Where(r => barred.Any(b => r.StartsWith(b, StringComparison.Ordinal))));
    }
}
