using Heng.Tests.Storage;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Heng.Tests;

/// <summary>Runs the tests, or, called so by a test, acts on given data until it is killed.</summary>
internal static class TestProgram
{
    public static Task<int> Main(string[] args)
        => args is [ActingChild.Verb, ..] ? ActingChild.RunAsync(args)
            : args.Any(a => a is "--server" or "--internal-msbuild-node") ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : ConsoleRunner.Run(args);
}
