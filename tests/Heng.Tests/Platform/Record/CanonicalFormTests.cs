using System.Text;
using Heng.Platform.Record;

namespace Heng.Tests.Platform.Record;

public sealed class CanonicalFormTests
{
    private static readonly string[] pieces = ["\"", "\\", "a", "处", "罚", "\n", "\t", "\u0001", "\u001f", "\u007f", " ", "{\"says\":\"", "𠮷", "é", "0123456789abcdef", "/"];

    [Fact]
    public void Whatever_a_text_holds_it_is_escaped_as_RFC_8785_says()
    {
        var choice = new Random(8785);
        for (var round = 0; round < 20_000; round++)
        {
            // Half of the texts have no control characters, and are written in blocks.
            var known = round % 2 == 0 ? pieces : [.. pieces.Where(p => p[0] >= ' ')];
            var text = string.Concat(Enumerable.Range(0, choice.Next(60)).Select(_ => known[choice.Next(known.Length)]));
            var entry = new ActEntry(Guid.Empty, 1, new DateTime(2026, 1, 31, 15, 4, 5, DateTimeKind.Utc).AddMicroseconds(round), new DateOnly(2026, 1, 31), Guid.Empty, "", "", "", "", text, "", "", "", "");
            var expected = $"{{\"dossier\":\"{Guid.Empty:N}\",\"number\":1,\"at\":\"2026-01-31T15:04:05.{round:000000}Z\",\"on\":\"2026-01-31\",\"person\":\"{Guid.Empty:N}\",\"personName\":\"\",\"unit\":\"\",\"roles\":\"\",\"code\":\"\",\"content\":\"{Escaped(text)}\",\"grounds\":\"\",\"before\":\"\",\"after\":\"\",\"lawHash\":\"\"}}";
            Assert.Equal(expected, Encoding.UTF8.GetString(entry.CanonicalBytes()));
            Assert.Equal(entry, ActEntry.Parse(entry.CanonicalBytes()));
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        < ' ' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    }));
}
