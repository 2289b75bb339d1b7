using System.Text;
using System.Text.Json;
using CsCheck;
using Heng.Platform.Interchange;

namespace Heng.Tests.Platform.Interchange;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task Answers_come_in_the_order_of_the_lines()
    {
        var lines = Enumerable.Range(0, 200_000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (answers, tally) = await Run(Encoding.UTF8.GetBytes(string.Join('\n', lines)), new JsonLines(Echo, workers: 4));
        Assert.Equal(lines, answers);
        Assert.Equal(new JsonLinesTally(lines.Length, 0), tally);
    }

    [Fact]
    public async Task Line_numbers_count_every_line_and_blank_lines_get_no_answer()
    {
        var (answers, tally) = await Run("\uFEFF{}\r\n\r\n  \n{}\n\n{}"u8.ToArray(), new JsonLines(Number));
        Assert.Equal(["1", "4", "6"], answers);
        Assert.Equal(3, tally.Lines);
    }

    [Fact]
    public void The_cut_of_the_stream_never_changes_the_answers()
        => Gen.Select(Gen.OneOf("1", "22", "", "\r", "  ", "a line of some length", "é衡").Array[0, 12], Gen.OneOf("\n", "\r\n"), Gen.Int[1, 7], Gen.Bool, Gen.Bool)
            .Sample((lines, end, piece, mark, closed) =>
            {
                var text = (mark ? "\uFEFF" : "") + string.Join(end, lines) + (closed ? end : "");
                var bytes = Encoding.UTF8.GetBytes(text);
                var whole = Run(bytes, new JsonLines(Length, maxLineLength: 9)).GetAwaiter().GetResult();
                var cut = Run(bytes, new JsonLines(Length, maxLineLength: 9), piece).GetAwaiter().GetResult();
                Assert.Equal(whole.Answers, cut.Answers);
                Assert.Equal(whole.Tally, cut.Tally);
                Assert.Equal(lines.Count(l => l.Trim().Length > 0), whole.Answers.Length);
            }, iter: 2_000);

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task A_line_may_have_as_many_bytes_as_allowed_and_no_more(int length, bool allowed)
    {
        var (answers, tally) = await Run(Encoding.UTF8.GetBytes(new string('x', length) + "\r\n1"), new JsonLines(Length, maxLineLength: 9));
        Assert.Equal(allowed ? "9" : "line-too-long", CodeOf(answers[0]));
        Assert.Equal("1", answers[1]);
        Assert.Equal(allowed ? 0 : 1, tally.Failed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_of_100_MB_is_an_error_and_the_run_goes_on(bool closed)
    {
        await using var input = new EndlessLine(100_000_000, closed ? "\n7\n" : "");
        using var output = new MemoryStream();
        var tally = await new JsonLines(Echo).RunAsync(input, output, stop: TestContext.Current.CancellationToken);
        var answers = Lines(output);
        Assert.Equal("line-too-long", CodeOf(answers[0]));
        Assert.Equal(closed ? ["7"] : Array.Empty<string>(), answers[1..]);
        Assert.Equal(1, tally.Failed);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error_and_the_run_goes_on()
    {
        var (answers, tally) = await Run([(byte)'1', (byte)'\n', 0xC3, 0x28, (byte)'\n', (byte)'2'], new JsonLines(Echo));
        Assert.Equal(["1", "invalid-utf8", "2"], answers.Select(CodeOf));
        Assert.Equal(new JsonLinesTally(3, 1), tally);
    }

    [Fact]
    public async Task A_half_written_answer_is_forgotten_when_the_line_turns_out_bad()
    {
        var (answers, tally) = await Run("1\n2\n3"u8.ToArray(), new JsonLines((line, number, answer) =>
        {
            answer.WriteStartArray();
            answer.WriteStringValue(new string('x', 100_000));
            if (number == 2)
            {
                throw new InputException("some-code", "不行。", "the-id");
            }

            answer.WriteEndArray();
            return true;
        }));
        Assert.Equal("""{"id":"the-id","error":{"code":"some-code","says":"不行。"}}""", answers[1]);
        Assert.StartsWith("[\"xxx", answers[2], StringComparison.Ordinal);
        Assert.Equal(new JsonLinesTally(3, 1), tally);
    }

    [Fact]
    public async Task A_bug_on_one_line_is_named_and_spares_the_others()
    {
        var (answers, tally) = await Run("1\n2\n3"u8.ToArray(), new JsonLines((line, number, answer) => number == 2 ? throw new InvalidOperationException("secret") : Echo(line, number, answer)));
        Assert.Equal(["1", "internal-error", "3"], answers.Select(CodeOf));
        Assert.DoesNotContain("secret", answers[1], StringComparison.Ordinal);
        Assert.Equal(1, tally.Failed);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_is_sent()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var back = new System.IO.Pipelines.Pipe();
        var run = new JsonLines(Echo).RunAsync(pipe.Reader.AsStream(), back.Writer.AsStream(), stop: TestContext.Current.CancellationToken);
        using var answers = new StreamReader(back.Reader.AsStream());
        await pipe.Writer.WriteAsync("1000\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("1000", await answers.ReadLineAsync(TestContext.Current.CancellationToken));
        await pipe.Writer.WriteAsync("2000\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("2000", await answers.ReadLineAsync(TestContext.Current.CancellationToken));
        await pipe.Writer.CompleteAsync();
        Assert.Equal(2, (await run).Lines);
    }

    [Fact]
    public async Task A_broken_output_ends_the_run()
    {
        using var output = new MemoryStream(new byte[10], writable: false);
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("1", 3_000_000))));
        await Assert.ThrowsAsync<NotSupportedException>(() => new JsonLines(Echo).RunAsync(input, output, stop: TestContext.Current.CancellationToken));
    }

    private static bool Echo(ReadOnlyMemory<byte> line, long number, Utf8JsonWriter answer)
    {
        answer.WriteRawValue(line.Span, skipInputValidation: true);
        return true;
    }

    private static bool Number(ReadOnlyMemory<byte> line, long number, Utf8JsonWriter answer)
    {
        answer.WriteNumberValue(number);
        return true;
    }

    private static bool Length(ReadOnlyMemory<byte> line, long number, Utf8JsonWriter answer)
    {
        answer.WriteNumberValue(line.Length);
        return true;
    }

    private static string CodeOf(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.GetProperty("error").GetProperty("code").GetString()! : answer;
    }

    private static async Task<(string[] Answers, JsonLinesTally Tally)> Run(byte[] bytes, JsonLines run, int? piece = null)
    {
        await using var input = new Pieces(bytes, piece ?? int.MaxValue);
        using var output = new MemoryStream();
        var tally = await run.RunAsync(input, output, stop: TestContext.Current.CancellationToken);
        return (Lines(output), tally);
    }

    private static string[] Lines(MemoryStream output)
    {
        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.True(text.Length == 0 || text[^1] == '\n');
        return text.Length == 0 ? [] : text[..^1].Split('\n');
    }

    /// <summary>Hands out its bytes in pieces, as a slow pipe does.</summary>
    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }

    /// <summary>One very long line that nobody has to hold in memory.</summary>
    private sealed class EndlessLine(long length, string after) : Stream
    {
        private readonly byte[] tail = Encoding.UTF8.GetBytes(after);
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (position < length)
            {
                var filled = (int)Math.Min(count, length - position);
                buffer.AsSpan(offset, filled).Fill((byte)'x');
                position += filled;
                return filled;
            }

            var left = tail.AsSpan((int)(position - length));
            left = left[..Math.Min(left.Length, count)];
            left.CopyTo(buffer.AsSpan(offset));
            position += left.Length;
            return left.Length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
