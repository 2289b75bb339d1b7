namespace Heng.Platform.Shell;

/// <summary>Readiness (准备进度): whether the site may be used, and how far it has come while it may not.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isPreparing;
    private int steps;
    private int all;

    /// <summary>Whether the site may be used.</summary>
    public bool IsReady => !isPreparing;

    /// <summary>What is being done, in Chinese.</summary>
    public string Says { get; private set; } = "";

    /// <summary>Why it cannot go on, in Chinese; null when nothing is wrong.</summary>
    public string? Fault { get; private set; }

    /// <summary>Steps done.</summary>
    public int Done => Volatile.Read(ref steps);

    /// <summary>Steps in all.</summary>
    public int Total => Volatile.Read(ref all);

    /// <summary>The share done, in per cent.</summary>
    public int Percent => Total == 0 ? 0 : Math.Min(100, Done * 100 / Total);

    /// <summary>Ends when the site may be used, or cannot become so.</summary>
    public Task Completion => isPreparing ? done.Task : Task.CompletedTask;

    /// <summary>Begins: from now on every page shows the progress.</summary>
    /// <param name="says">What is being done, in Chinese.</param>
    public void Begin(string says) => (Says, isPreparing) = (says, true);

    /// <summary>Says how many steps there are.</summary>
    /// <param name="total">Their number.</param>
    public void Expect(int total) => Interlocked.Add(ref all, total);

    /// <summary>One step is done.</summary>
    public void Advance() => Interlocked.Increment(ref steps);

    /// <summary>The site may be used.</summary>
    public void End()
    {
        isPreparing = false;
        done.TrySetResult();
    }

    /// <summary>It cannot go on.</summary>
    /// <param name="fault">Why and what to do, in Chinese.</param>
    public void Fail(string fault)
    {
        Fault = fault;
        done.TrySetResult();
    }
}
