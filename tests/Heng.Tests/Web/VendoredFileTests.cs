using System.Security.Cryptography;
using System.Text.Json;

namespace Heng.Tests.Web;

public sealed class VendoredFileTests
{
    private static readonly string library = Repository.PathOf("src", "Heng", "wwwroot", "lib");

    [Fact]
    public void Every_vendored_file_is_the_one_that_its_package_published()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(library, "manifest.json")));
        var known = new HashSet<string> { "manifest.json" };
        foreach (var package in manifest.RootElement.GetProperty("packages").EnumerateArray())
        {
            Assert.NotEmpty(package.GetProperty("version").GetString()!);
            Assert.NotEmpty(package.GetProperty("licence").GetString()!);
            var licence = package.GetProperty("licenceText").GetString()!;
            Assert.True(File.Exists(Path.Combine(library, licence)), licence);
            known.Add(licence);
            foreach (var file in package.GetProperty("files").EnumerateArray())
            {
                var path = file.GetProperty("path").GetString()!;
                known.Add(path);
                Assert.NotEmpty(file.GetProperty("source").GetString()!);
                Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(library, path)))));
            }
        }

        var present = Directory.EnumerateFiles(library, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(library, f).Replace('\\', '/'));
        Assert.Empty(present.Except(known));
    }
}
