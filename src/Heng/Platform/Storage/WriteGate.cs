namespace Heng.Platform.Storage;

/// <summary>Write gate (写入闸): SQLite has one writer; waiting here is faster and fairer than waiting in the file.</summary>
/// <param name="closes">Whether the database needs it.</param>
public sealed class WriteGate(bool closes) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Waits for the turn; dispose the answer to pass it on.</summary>
    /// <param name="stop">Gives up waiting.</param>
    public async ValueTask<Turn> EnterAsync(CancellationToken stop = default)
    {
        if (!closes)
        {
            return default;
        }

        await gate.WaitAsync(stop);
        return new Turn(gate);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>One writer's turn.</summary>
    public readonly struct Turn : IDisposable, IEquatable<Turn>
    {
        private readonly SemaphoreSlim? gate;

        internal Turn(SemaphoreSlim gate) => this.gate = gate;

        /// <inheritdoc/>
        public void Dispose() => gate?.Release();

        /// <inheritdoc/>
        public bool Equals(Turn other) => ReferenceEquals(gate, other.gate);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Turn other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => gate?.GetHashCode() ?? 0;

        /// <summary>Whether two turns are one.</summary>
        public static bool operator ==(Turn left, Turn right) => left.Equals(right);

        /// <summary>Whether two turns differ.</summary>
        public static bool operator !=(Turn left, Turn right) => !left.Equals(right);
    }
}
