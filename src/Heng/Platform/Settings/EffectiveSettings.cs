using System.Globalization;
using Heng.Platform.Tenancy;

namespace Heng.Platform.Settings;

/// <summary>Effective setting (生效设置): the value that holds in a bureau, where it comes from and who locked it.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Value">The value.</param>
/// <param name="Origin">The bureau that decided it; null for the default.</param>
/// <param name="LockedBy">The bureau above that forbids to decide otherwise; null for none.</param>
/// <param name="Own">The bureau's own last decision; null for none.</param>
public sealed record EffectiveSetting(SettingDefinition Definition, string Value, Bureau? Origin, Bureau? LockedBy, SettingRow? Own);

/// <summary>Effective settings (生效设置) of a bureau: from the top of the tree down, the nearest decision counts unless one above is locked.</summary>
public sealed class EffectiveSettings
{
    private readonly Dictionary<string, EffectiveSetting> byName;

    private EffectiveSettings(IReadOnlyList<EffectiveSetting> all) => (All, byName) = (all, all.ToDictionary(s => s.Definition.Name, StringComparer.Ordinal));

    /// <summary>Every setting, in the order of the register.</summary>
    public IReadOnlyList<EffectiveSetting> All { get; }

    /// <summary>The value of a setting.</summary>
    /// <param name="name">A name in the register.</param>
    /// <exception cref="KeyNotFoundException">No capability defines it.</exception>
    public string this[string name] => byName[name].Value;

    /// <summary>A setting, or null when nobody defines it.</summary>
    /// <param name="name">The name.</param>
    public EffectiveSetting? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A number.</summary>
    /// <param name="name">The name.</param>
    public int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

    /// <summary>Whether a setting is yes.</summary>
    /// <param name="name">The name.</param>
    public bool Holds(string name) => this[name] == "yes";

    /// <summary>Works out what holds at the end of a line of bureaus.</summary>
    /// <param name="definitions">The register.</param>
    /// <param name="line">The bureaus from the top down.</param>
    /// <param name="last">The last decision of each bureau about each setting.</param>
    public static EffectiveSettings Of(IEnumerable<SettingDefinition> definitions, IReadOnlyList<Bureau> line, IReadOnlyList<SettingRow> last)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(line);
        var rows = last.ToDictionary(r => (r.BureauId, r.Name));
        return new([.. definitions.Select(Effective)]);

        EffectiveSetting Effective(SettingDefinition definition)
        {
            var (value, origin, lockedBy) = (definition.Default, (Bureau?)null, (Bureau?)null);
            foreach (var bureau in line)
            {
                if (!rows.TryGetValue((bureau.Id, definition.Name), out var row))
                {
                    continue;
                }

                if (row.Value is not null)
                {
                    (value, origin) = (row.Value, bureau);
                }

                if (row.IsLocked && bureau != line[^1])
                {
                    lockedBy = bureau;
                    break;
                }
            }

            return new(definition, value, origin, lockedBy, line.Count == 0 ? null : rows.GetValueOrDefault((line[^1].Id, definition.Name)));
        }
    }
}
