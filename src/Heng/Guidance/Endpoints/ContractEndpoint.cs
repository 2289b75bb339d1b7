using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Platform.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Heng.Guidance.Endpoints;

/// <summary>Answers one request of a contract; false when an error object was written instead.</summary>
/// <param name="json">One JSON object, UTF-8.</param>
/// <param name="writer">Receives one JSON object.</param>
internal delegate bool ContractAnswer(ReadOnlySpan<byte> json, Utf8JsonWriter writer);

/// <summary>What the endpoints over contracts share: one object gives one answer, an array gives an array in which a bad element is answered in its place.</summary>
internal static class ContractEndpoint
{
    private const int LargestBody = 4 << 20;
    private static readonly JsonWriterOptions form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<IResult> AnswerAsync(HttpRequest request, ContractAnswer answer, CancellationToken stop)
    {
        if (!request.HasJsonContentType())
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        if (await ReadAsync(request, stop) is not { } body)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: $"请求内容不得超过 {LargestBody >> 20} MB；大批量请使用命令 heng assess 或者 heng deadline。");
        }

        var written = new ArrayBufferWriter<byte>(Math.Max(1024, body.Length * 4));
        try
        {
            using var writer = new Utf8JsonWriter(written, form);
            return Write(body, writer, answer)
                ? TypedResults.Bytes(Flushed(writer, written), "application/json; charset=utf-8")
                : Problem(Flushed(writer, written));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Problems.Input(new Dictionary<string, string[]> { ["$"] = ["不是有效的 JSON（UTF-8 编码）；应为一个对象或者由对象组成的数组"] });
        }
    }

    private static byte[] Flushed(Utf8JsonWriter writer, ArrayBufferWriter<byte> written)
    {
        writer.Flush();
        return written.WrittenSpan.ToArray();
    }

    private static bool Write(ReadOnlySpan<byte> body, Utf8JsonWriter writer, ContractAnswer answer)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return answer(body, writer);
        }

        writer.WriteStartArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            answer(body[start..(int)reader.BytesConsumed], writer);
        }

        if (reader.Read())
        {
            throw new JsonException();
        }

        writer.WriteEndArray();
        return true;
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody + 1;
        }

        using var memory = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(memory, stop);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return memory.Length > LargestBody ? null : memory.ToArray();
    }

    /// <summary>The error object of a single request as problem details.</summary>
    private static ProblemHttpResult Problem(byte[] error)
    {
        using var document = JsonDocument.Parse(error);
        var fault = document.RootElement.GetProperty("error");
        var code = fault.GetProperty("code").GetString();
        var extensions = new Dictionary<string, object?> { ["code"] = code, ["id"] = document.RootElement.GetProperty("id").GetString() };

        // A refusal of the law names its basis; everything else is a fault of the input.
        var isRefusal = fault.TryGetProperty("articles", out var articles);
        if (isRefusal)
        {
            extensions["basis"] = articles.Clone();
            extensions["facts"] = fault.GetProperty("facts").Clone();
        }

        return TypedResults.Problem(
            type: $"urn:heng:{(isRefusal ? "refusal" : "input")}:{code}",
            title: isRefusal ? "依法不能办理" : "请求内容有误",
            detail: fault.GetProperty("says").GetString(),
            statusCode: isRefusal ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest,
            extensions: extensions);
    }
}
