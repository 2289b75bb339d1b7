using System.Globalization;
using System.Text;

namespace Heng.Platform.Record;

/// <summary>Canonical JSON (规范化 JSON) of one flat object: no blanks, and text escaped as RFC 8785 says.</summary>
/// <remarks>Written by hand, because what the framework escapes depends on the Unicode tables of its version, and a chain must hold for decades.</remarks>
internal sealed class CanonicalJson
{
    private readonly StringBuilder json;

    /// <summary>Begins an object.</summary>
    /// <param name="capacity">About how long it will be.</param>
    public CanonicalJson(int capacity) => json = new StringBuilder(capacity).Append('{');

    /// <summary>Adds a text.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">The text.</param>
    public void Text(string name, string value)
    {
        Name(name);
        json.Append('"');
        var done = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is >= ' ' and not '"' and not '\\')
            {
                continue;
            }

            json.Append(value, done, i - done);
            done = i + 1;
            _ = value[i] switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                _ => json.Append("\\u").Append(((int)value[i]).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        json.Append(value, done, value.Length - done).Append('"');
    }

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">Name of the property, in ASCII.</param>
    /// <param name="value">The number.</param>
    public void Number(string name, int value)
    {
        Name(name);
        json.Append(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Ends the object: its UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(json.Append('}').ToString());

    private void Name(string name)
    {
        if (json.Length > 1)
        {
            json.Append(',');
        }

        json.Append('"').Append(name).Append("\":");
    }
}
