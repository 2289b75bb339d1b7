using System.Text.RegularExpressions;

namespace Heng.Tests.Documents;

/// <summary>Approved text beside the test: differing output fails; <c>HENG_APPROVE=1</c> rewrites it.</summary>
internal static partial class Approval
{
    public static void Check(string name, string text)
    {
        text = Hash().Replace(Certificate().Replace(text, "示########"), "(sha-256)");
        var path = Repository.PathOf("tests", "Heng.Tests", "Documents", "Approved", name + ".txt");
        if (Environment.GetEnvironmentVariable("HENG_APPROVE") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{path} is not there; HENG_APPROVE=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    [GeneratedRegex("示[0-9a-f]{8}(?![0-9a-f])")]
    private static partial Regex Certificate();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Hash();
}
