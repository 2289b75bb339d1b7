using System.Text.Json;

namespace Heng.Platform.Interchange;

/// <summary>Input that cannot be used (输入有误): malformed, mistyped or impossible. It becomes an error object in the place of the answer.</summary>
/// <remarks>The codes are public and stable; the Chinese sentence says what is wrong and what to do, and is never compared.</remarks>
public sealed class InputException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">For example <c>unknown-field</c>.</param>
    /// <param name="says">What is wrong and what to do, in Chinese.</param>
    /// <param name="id">The id the caller gave, when it could be read.</param>
    public InputException(string code, string says, string? id = null)
        : base(says) => (Code, Id) = (code, id);

    /// <summary>Stable public code.</summary>
    public string Code { get; }

    /// <summary>The id the caller gave, when it could be read.</summary>
    public string? Id { get; }

    /// <summary>What is wrong and what to do, in Chinese.</summary>
    public string Says => Message;

    /// <summary>Writes <c>{"id","error":{"code","says"}}</c>.</summary>
    /// <param name="writer">Receives the object.</param>
    public void WriteTo(Utf8JsonWriter writer) => WriteError(writer, Id, Code, Says);

    /// <summary>Writes <c>{"id","error":{"code","says"}}</c>.</summary>
    /// <param name="writer">Receives the object.</param>
    /// <param name="id">The id the caller gave, or null.</param>
    /// <param name="code">Stable public code.</param>
    /// <param name="says">What is wrong and what to do, in Chinese.</param>
    public static void WriteError(Utf8JsonWriter writer, string? id, string code, string says)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("says", says);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
