using Heng.Platform.Shell;
using Heng.Platform.SignIn;
using Heng.Platform.Storage;

namespace Heng.Demonstration.Storage;

/// <summary>At the start of the program: sets the practice clock, and makes or completes the practice data when that is wanted.</summary>
/// <param name="seeder">Makes them.</param>
/// <param name="clock">The clock.</param>
/// <param name="store">Says whether they are wanted.</param>
/// <param name="readiness">Hears of the progress.</param>
/// <param name="log">Hears of faults.</param>
internal sealed partial class PracticeStart(Seeder seeder, PracticeClock clock, DataStore store, Readiness readiness, ILogger<PracticeStart> log) : BackgroundService
{
    private bool isDue;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var installation = await seeder.FindInstallationAsync(cancellationToken);
        clock.Follow(installation);
        isDue = installation is { IsPractice: true, CompletedAt: null } || (store.WantsPractice && installation is null && await seeder.IsEmptyAsync(cancellationToken));
        if (isDue)
        {
            if (installation is null && store.PracticeDay is { } day)
            {
                clock.Begin(day);
            }

            readiness.Begin("正在生成演示数据");
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!isDue)
        {
            return;
        }

        if (seeder.FaultOfToday() is { } fault)
        {
            readiness.Fail(fault);
            return;
        }

        try
        {
            await seeder.SeedAsync(stoppingToken);
            clock.Follow(await seeder.FindInstallationAsync(stoppingToken));
            readiness.End();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on where this one stopped.
        }
        catch (Exception exception)
        {
            SeedingFailed(log, exception);
            readiness.Fail("生成演示数据时出现故障，详细信息见程序的错误输出。重新启动会从中断处继续；也可以换一个数据目录再试。");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Practice data could not be made.")]
    private static partial void SeedingFailed(ILogger log, Exception exception);
}
