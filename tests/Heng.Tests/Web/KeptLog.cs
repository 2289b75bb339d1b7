using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Heng.Tests.Web;

/// <summary>Keeps every line that the program logs.</summary>
public sealed class KeptLog : ILoggerProvider
{
    /// <summary>The lines, with what an exception says.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => log.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception}");
    }
}
