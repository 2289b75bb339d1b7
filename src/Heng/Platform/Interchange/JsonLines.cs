using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Threading.Channels;

namespace Heng.Platform.Interchange;

/// <summary>Answers one line: reads it and writes exactly one JSON value.</summary>
/// <param name="line">The line without its end: valid UTF-8, not blank, not longer than allowed. Only valid during the call.</param>
/// <param name="number">Number of the line in the input, from 1.</param>
/// <param name="answer">Receives the value; it may be abandoned half-way by throwing <see cref="InputException"/>.</param>
/// <returns>True for an answer, false when an error was written instead.</returns>
public delegate bool JsonLineAnswer(ReadOnlyMemory<byte> line, long number, Utf8JsonWriter answer);

/// <summary>How many lines a run read and how many of them it could not answer.</summary>
/// <param name="Lines">Lines answered, blank ones not counted.</param>
/// <param name="Failed">Lines answered with an error.</param>
public readonly record struct JsonLinesTally(long Lines, long Failed);

/// <summary>JSON Lines (逐行 JSON): reads lines from a stream, answers them on all cores and writes the answers in the order of the lines.</summary>
/// <remarks>
/// Lines end with LF or CR LF; the last one may end with the stream. Blank lines are passed over; a byte order mark is dropped.
/// A line that is too long or no UTF-8 is answered with an error and the run goes on; memory stays bounded whatever comes in.
/// </remarks>
public sealed class JsonLines
{
    /// <summary>Bytes a line may have unless said otherwise: 1 MiB.</summary>
    public const int DefaultMaxLineLength = 1 << 20;

    private const int BlockLength = 1 << 18;
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly JsonLineAnswer answer;
    private readonly int maxLineLength;
    private readonly int workers;

    /// <summary>Prepares a run.</summary>
    /// <param name="answer">Answers one line; called from several threads at once.</param>
    /// <param name="maxLineLength">Bytes a line may have without its end.</param>
    /// <param name="workers">Threads; all cores unless said otherwise.</param>
    public JsonLines(JsonLineAnswer answer, int maxLineLength = DefaultMaxLineLength, int? workers = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLineLength, 1);
        this.answer = answer;
        this.maxLineLength = maxLineLength;
        this.workers = workers ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(this.workers, 1, nameof(workers));
    }

    /// <summary>Answers every line of a stream.</summary>
    /// <param name="input">Read to its end and left open.</param>
    /// <param name="output">Receives one line per line read; flushed and left open.</param>
    /// <param name="progress">Told the tally after each block written; called on the writing thread.</param>
    /// <param name="stop">Stops the run.</param>
    public async Task<JsonLinesTally> RunAsync(Stream input, Stream output, IProgress<JsonLinesTally>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var answers = Channel.CreateBounded<Task<AnsweredBlock>>(new BoundedChannelOptions(workers * 2) { SingleReader = true, SingleWriter = true });
        var reading = ReadAsync(input, answers.Writer, stopping.Token);
        try
        {
            var tally = await WriteAsync(answers.Reader, output, progress, stopping.Token).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            return tally;
        }
        catch
        {
            // The reader must not wait for ever for a writer that is gone.
            await stopping.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static async Task<JsonLinesTally> WriteAsync(ChannelReader<Task<AnsweredBlock>> answers, Stream output, IProgress<JsonLinesTally>? progress, CancellationToken stop)
    {
        var tally = default(JsonLinesTally);
        await foreach (var pending in answers.ReadAllAsync(stop).ConfigureAwait(false))
        {
            var block = await pending.ConfigureAwait(false);
            await output.WriteAsync(block.Answers.Written, stop).ConfigureAwait(false);
            // Someone may be waiting at the other end of a pipe: hand out what is done when nothing more is under way.
            if (answers.Count == 0)
            {
                await output.FlushAsync(stop).ConfigureAwait(false);
            }

            tally = new JsonLinesTally(tally.Lines + block.Lines, tally.Failed + block.Failed);
            block.Answers.Dispose();
            progress?.Report(tally);
        }

        await output.FlushAsync(stop).ConfigureAwait(false);
        return tally;
    }

    private async Task ReadAsync(Stream input, ChannelWriter<Task<AnsweredBlock>> answers, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            await CutAsync(input, answers, stop).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            answers.Complete(fault);
        }
    }

    /// <summary>Cuts the input into blocks of whole lines and gives each block to a worker.</summary>
    private async Task CutAsync(Stream input, ChannelWriter<Task<AnsweredBlock>> answers, CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        var length = 0;
        var firstLine = 1L;
        var skipping = false;
        var atStart = true;
        while (true)
        {
            var read = await input.ReadAsync(buffer.AsMemory(length), stop).ConfigureAwait(false);
            var ended = read == 0;
            var searched = length;
            length += read;
            if (atStart)
            {
                if (length < ByteOrderMark.Length && !ended)
                {
                    continue;
                }

                atStart = false;
                searched = 0;
                if (buffer.AsSpan(0, length).StartsWith(ByteOrderMark))
                {
                    length -= ByteOrderMark.Length;
                    buffer.AsSpan(ByteOrderMark.Length, length).CopyTo(buffer);
                }
            }

            if (skipping)
            {
                var end = buffer.AsSpan(0, length).IndexOf((byte)'\n');
                if (end < 0 && !ended)
                {
                    length = 0;
                    continue;
                }

                var number = firstLine++;
                await answers.WriteAsync(Task.FromResult(TooLong(number)), stop).ConfigureAwait(false);
                skipping = false;
                var rest = end < 0 ? 0 : length - end - 1;
                buffer.AsSpan(length - rest, rest).CopyTo(buffer);
                length = rest;
                searched = 0;
            }

            var whole = ended ? length : searched + buffer.AsSpan(searched, length - searched).LastIndexOf((byte)'\n') + 1;
            if (!ended && whole == searched)
            {
                whole = 0;
            }

            if (whole > 0)
            {
                var rest = length - whole;
                var next = ArrayPool<byte>.Shared.Rent(Math.Max(BlockLength, rest * 2));
                buffer.AsSpan(whole, rest).CopyTo(next);
                var (block, number) = (buffer, firstLine);
                firstLine += block.AsSpan(0, whole).Count((byte)'\n');
                await answers.WriteAsync(Task.Run(() => Answer(block, whole, number), CancellationToken.None), stop).ConfigureAwait(false);
                (buffer, length) = (next, rest);
            }

            if (ended)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                return;
            }

            // What is left has no line end. Room for one CR besides.
            if (length > maxLineLength + 1)
            {
                skipping = true;
                length = 0;
            }
            else if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
    }

    private AnsweredBlock Answer(byte[] block, int length, long number)
    {
        var answers = new AnswerBuffer(length * 2);
        using var writer = new Utf8JsonWriter(answers, Form);
        long lines = 0, failed = 0;
        var rest = block.AsMemory(0, length);
        while (!rest.IsEmpty)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span is [.., (byte)'\r'])
            {
                line = line[..^1];
            }

            if (line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                lines++;
                failed += AnswerLine(line, number, writer, answers) ? 0 : 1;
            }

            number++;
        }

        ArrayPool<byte>.Shared.Return(block);
        return new AnsweredBlock(answers, lines, failed);
    }

    private bool AnswerLine(ReadOnlyMemory<byte> line, long number, Utf8JsonWriter writer, AnswerBuffer answers)
    {
        var start = answers.Length;
        try
        {
            if (line.Length > maxLineLength)
            {
                throw new InputException("line-too-long", TooLongSays(number));
            }

            if (!Utf8.IsValid(line.Span))
            {
                throw new InputException("invalid-utf8", $"第 {number} 行不是有效的 UTF-8 文本，请以 UTF-8 编码保存后重试。");
            }

            var good = answer(line, number, writer);
            End(writer, answers);
            return good;
        }
        catch (InputException fault)
        {
            Abandon(writer, answers, start);
            fault.WriteTo(writer);
            End(writer, answers);
            return false;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug met on one line must not take the answers of a million others with it; it is named, never hidden.
            Abandon(writer, answers, start);
            new InputException("internal-error", $"第 {number} 行触发了程序错误（{bug.GetType().Name}），请报告此问题。").WriteTo(writer);
            End(writer, answers);
            return false;
        }
    }

    private static void End(Utf8JsonWriter writer, AnswerBuffer answers)
    {
        writer.Flush();
        answers.Write("\n"u8);
        writer.Reset();
    }

    private static void Abandon(Utf8JsonWriter writer, AnswerBuffer answers, int start)
    {
        writer.Reset();
        answers.Length = start;
    }

    private AnsweredBlock TooLong(long number)
    {
        var answers = new AnswerBuffer(256);
        using var writer = new Utf8JsonWriter(answers, Form);
        new InputException("line-too-long", TooLongSays(number)).WriteTo(writer);
        End(writer, answers);
        return new AnsweredBlock(answers, 1, 1);
    }

    private string TooLongSays(long number) => $"第 {number} 行超过 {maxLineLength} 字节，未处理；请拆分后重试。";

    private sealed record AnsweredBlock(AnswerBuffer Answers, long Lines, long Failed);

    /// <summary>A growing buffer that can forget its end.</summary>
    private sealed class AnswerBuffer(int expected) : IBufferWriter<byte>, IDisposable
    {
        private byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Max(expected, 256));

        public int Length { get; set; }

        public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

        public void Advance(int count) => Length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            Reserve(sizeHint);
            return bytes.AsMemory(Length);
        }

        public Span<byte> GetSpan(int sizeHint = 0)
        {
            Reserve(sizeHint);
            return bytes.AsSpan(Length);
        }

        public void Dispose()
        {
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = [];
        }

        private void Reserve(int sizeHint)
        {
            var needed = Math.Max(sizeHint, 1);
            if (bytes.Length - Length >= needed)
            {
                return;
            }

            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + needed));
            bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
    }
}
