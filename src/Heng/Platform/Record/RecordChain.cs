namespace Heng.Platform.Record;

/// <summary>Record chain (记录链): checks the entries of one dossier against their hashes.</summary>
public static class RecordChain
{
    /// <summary>What is wrong with a chain, in order; empty when it holds.</summary>
    /// <param name="profile">The profile of the chain.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="entries">The entries with the hash stored with each.</param>
    /// <param name="head">A hash of the last entry kept elsewhere, or null.</param>
    public static IReadOnlyList<string> FaultsOf(HashProfile profile, Guid dossier, IEnumerable<(ActEntry Entry, string Hash)> entries, string? head)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(entries);
        var faults = new List<string>();
        var before = ActEntry.Genesis(profile, dossier);
        var number = 0;
        foreach (var (entry, hash) in entries)
        {
            number++;
            if (entry.Dossier != dossier)
            {
                faults.Add($"第 {number} 条记录不属于本档案");
            }

            if (entry.Number != number)
            {
                faults.Add($"第 {number} 条记录的序号是 {entry.Number}");
            }

            var expected = entry.HashAfter(profile, before);
            if (expected != hash)
            {
                faults.Add($"第 {number} 条记录的哈希不符");
            }

            before = expected;
        }

        if (head is not null && before != head)
        {
            faults.Add("最后一条记录与保存的链首哈希不符：记录可能被截断或者改动");
        }

        return faults;
    }
}
