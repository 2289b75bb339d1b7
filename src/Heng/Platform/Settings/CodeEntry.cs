namespace Heng.Platform.Settings;

/// <summary>Entry of a code list (代码): a code with its name.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The name.</param>
public sealed record CodeEntry(string Code, string Name)
{
    /// <summary>Reads entries as they are typed: a line each, code, a blank, name.</summary>
    /// <param name="text">The lines.</param>
    /// <returns>The entries, and what is wrong with the first faulty line.</returns>
    public static (IReadOnlyList<CodeEntry> Entries, string? Fault) Read(string? text)
    {
        var entries = new List<CodeEntry>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split([' ', '\t', '　'], 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 and <= 40 } code, { Length: > 0 } name])
            {
                return (entries, $"这一行应为“代码 名称”：{line}");
            }

            if (entries.Any(e => e.Code == code))
            {
                return (entries, $"代码重复：{code}");
            }

            entries.Add(new(code, name));
        }

        return (entries, entries.Count == 0 ? "请填写至少一行“代码 名称”。" : null);
    }
}
