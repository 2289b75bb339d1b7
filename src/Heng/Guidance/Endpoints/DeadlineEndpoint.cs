namespace Heng.Guidance.Endpoints;

/// <summary><c>POST /api/deadline</c>: time limits for other systems.</summary>
internal static class DeadlineEndpoint
{
    private const string Example = """
        {"id":"1","rule":"L50","start":"2026-01-05","exclusions":[["2026-02-01","2026-02-10"]],"extensions":[{"length":30,"unit":"d"}]}
        """;

    public static void MapDeadlines(this IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/deadline", (HttpRequest request, DeadlineContract contract, CancellationToken stop)
            => ContractEndpoint.AnswerAsync(request, contract.Answer, stop))
            .WithName("deadline")
            .WithTags("期限计算")
            .WithSummary("期限计算 Count a time limit")
            .WithDescription("一个请求或者请求数组。扣除期间含首尾两日；延长的单位为 WD、ND（或者 d）、H、M、Y；按小时计算的期限，起算时间形如 2026-01-05T14:30。每一步附说明和依据。数组中有误的请求在原位返回错误。One request or an array; a bad element is answered in its place.")
            .AddOpenApiOperationTransformer((operation, _, _) => ContractExamples.AddAsync(operation, Example));
}
