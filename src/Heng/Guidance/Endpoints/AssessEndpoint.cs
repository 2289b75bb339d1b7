using System.Text.Json.Nodes;
using Heng.Discretion;
using Microsoft.OpenApi;

namespace Heng.Guidance.Endpoints;

/// <summary><c>POST /api/assess</c>: discretion for other systems.</summary>
internal static class AssessEndpoint
{
    private const string Example = """
        {"id":"1","matter":"FOOD-008","region":"CN","actDate":"2026-03-01","actEndDate":null,"discoveryDate":"2026-03-02","decisionDate":"2026-04-10",
         "party":"individualBusiness","facts":{"goodsValue":66,"correctedPromptly":true},"circumstances":["C-MT-08"],"proposed":{"fine":5000}}
        """;

    public static void MapAssess(this IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/assess", (HttpRequest request, AssessContract contract, bool? changes, bool? trace, CancellationToken stop)
            => ContractEndpoint.AnswerAsync(request, (json, writer) => contract.Answer(json, writer, new AssessOptions(changes ?? false, trace ?? false)), stop))
            .WithName("assess")
            .WithTags("裁量测算")
            .WithSummary("裁量测算 Assess discretion")
            .WithDescription("一个请求或者请求数组；未给出的事实视为不清楚，不视为“否”。changes=true 附带哪些变化会改变结果，trace=true 附带推理步骤。数组中有误的请求在原位返回错误。One request or an array; a bad element is answered in its place.")
            .AddOpenApiOperationTransformer((operation, _, _) => ContractExamples.AddAsync(operation, Example));
}

/// <summary>Examples of contracts in the OpenAPI document.</summary>
internal static class ContractExamples
{
    public static Task AddAsync(OpenApiOperation operation, string example)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object | JsonSchemaType.Array }, Example = JsonNode.Parse(example) } },
        };
        return Task.CompletedTask;
    }
}
