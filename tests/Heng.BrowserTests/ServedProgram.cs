using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heng.BrowserTests;

/// <summary>The real program, started as a user starts it, on a free port.</summary>
internal sealed partial class ServedProgram : IAsyncDisposable
{
    private readonly DirectoryInfo data;
    private readonly Process process;
    private readonly StringBuilder said = new();

    private ServedProgram(Process process, DirectoryInfo data) => (this.process, this.data) = (process, data);

    public string Address { get; private set; } = "";

    /// <summary>Days by which its clock is ahead of the real one; fewer than none where its practice data begin on an earlier day.</summary>
    public int DaysAhead { get; set; }

    /// <summary>Starts it.</summary>
    /// <param name="option">Option of the command that says what data there are.</param>
    /// <param name="waits">Whether to wait until its practice data are made.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="day">The day on which its practice data begin; null for today.</param>
    public static async Task<ServedProgram> StartAsync(string option, bool waits, CancellationToken stop, DateOnly? day = null)
    {
        var data = Directory.CreateTempSubdirectory("heng-browser-");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "heng.dll"), "serve", "--port", "0", "--data", data.FullName, option, "--demo-size", "small" })
        {
            start.ArgumentList.Add(argument);
        }

        if (day is { } begin)
        {
            start.ArgumentList.Add("--demo-day");
            start.ArgumentList.Add(begin.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        var ahead = day?.DayNumber - DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).DayNumber ?? 0;
        var program = new ServedProgram(Process.Start(start)!, data) { DaysAhead = ahead };
        try
        {
            program.Address = await program.ReadAddressAsync(waits, stop);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    private async Task<string> ReadAddressAsync(bool practice, CancellationToken stop)
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        string? address = null;
        process.ErrorDataReceived += (_, line) =>
        {
            Note(line.Data);
            if (line.Data?.Contains("could not be made", StringComparison.Ordinal) == true)
            {
                ready.TrySetException(new InvalidOperationException("The practice data could not be made:\n" + said));
            }
        };
        process.OutputDataReceived += (_, line) =>
        {
            Note(line.Data);
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("The program ended before it was ready:\n" + said));
            }
            else if (AddressPattern.Match(line.Data) is { Success: true } match)
            {
                address = match.Value;
            }

            // With practice data the program is ready when it names the practice accounts.
            if (address is not null && (!practice || line.Data?.Contains("password:", StringComparison.Ordinal) == true))
            {
                ready.TrySetResult(address);
            }
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return await ready.Task.WaitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        data.Delete(recursive: true);
    }

    private void Note(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressPattern { get; }
}
