using System.Text.Json.Nodes;
using Heng.Law.Citations;

namespace Heng.Law.Tests;

/// <summary>The embedded law set with faults planted in memory.</summary>
internal static class PlantedLaw
{
    public static DateOnly Day { get; } = new(2026, 11, 27);

    public static LawFiles With(string path, Action<JsonNode> plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        return Replace(path, content =>
        {
            var root = JsonNode.Parse(content.Span)!;
            plant(root);
            return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
        });
    }

    public static LawFiles Replace(string path, Func<ReadOnlyMemory<byte>, byte[]> change)
        => LawFiles.From(LawFiles.Embedded.Select(f => (f.Path, (Stream)new MemoryStream(f.Path == path ? change(f.Content) : f.Content.ToArray()))));
}
