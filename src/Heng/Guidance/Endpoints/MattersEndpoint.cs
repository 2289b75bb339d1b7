using System.Globalization;
using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Platform.Shell;

namespace Heng.Guidance.Endpoints;

/// <summary>Matter in a list (事项概要).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Field">Field it belongs to.</param>
/// <param name="PenalizedBy">The main penalty provision in Chinese.</param>
/// <param name="Version">The version in force on the day asked about, or the newest.</param>
public sealed record MatterSummary(string Id, string Name, string Field, string PenalizedBy, string Version);

/// <summary>Matter with its versions (事项详情).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="English">English name.</param>
/// <param name="Field">Field it belongs to.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Versions">Versions, oldest first.</param>
/// <param name="LawHash">Hash of the law set.</param>
public sealed record MatterDetail(string Id, string Name, string English, string Field, IReadOnlyList<string> Tags, IReadOnlyList<VersionDetail> Versions, string LawHash);

/// <summary>Version of a matter (事项版本).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="From">First day in force, inclusive.</param>
/// <param name="Until">Last day in force, inclusive; null while in force.</param>
/// <param name="Violates">Duties violated, as citations.</param>
/// <param name="PenalizedBy">Penalty provisions, as citations.</param>
/// <param name="OrderToCorrect">first, concurrent or none.</param>
/// <param name="Penalties">The penalties in Chinese.</param>
/// <param name="Facts">Ids of the facts that its conditions and bases name.</param>
/// <param name="Confidence">How well it is known.</param>
/// <param name="CheckedOn">Day it was last confirmed.</param>
public sealed record VersionDetail(string Id, DateOnly From, DateOnly? Until, IReadOnlyList<string> Violates, IReadOnlyList<string> PenalizedBy, string OrderToCorrect, IReadOnlyList<string> Penalties, IReadOnlyList<string> Facts, string Confidence, DateOnly CheckedOn);

/// <summary><c>GET /api/matters</c> and <c>GET /api/matters/{id}</c>: the matters for other systems.</summary>
internal static class MattersEndpoint
{
    public static void MapMatters(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/matters", (string? q, string? field, string? asOf, LawSet law, MatterSearch search) =>
        {
            DateOnly? day = null;
            if (!string.IsNullOrEmpty(asOf))
            {
                if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                {
                    return Problems.Input(new Dictionary<string, string[]> { ["asOf"] = ["应为 yyyy-MM-dd 形式的日期"] });
                }

                day = read;
            }

            if (!string.IsNullOrEmpty(field) && law.Matters.Fields.All(f => f.Id != field))
            {
                return Problems.Input(new Dictionary<string, string[]> { ["field"] = ["没有这个领域"] });
            }

            return (IResult)TypedResults.Ok(search.Find(q, field, day).Select(m => Summary(law, m, day)).ToArray());
        })
        .WithName("matters").WithTags("法规数据").WithSummary("查找执法事项 Find matters")
        .WithDescription("q 为名称、编号或条款的词；field 为领域；asOf 只列当日有效的。Words, field and day are optional.")
        .Produces<MatterSummary[]>().ProducesProblem(400);

        endpoints.MapGet("/api/matters/{id}", (string id, LawSet law) => law.Matters.Find(id) is { } matter
            ? (IResult)TypedResults.Ok(new MatterDetail(matter.Id, matter.Chinese, matter.English, matter.Field, matter.Tags, [.. matter.Versions.Select(Detail)], law.Hash))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound))
        .WithName("matter").WithTags("法规数据").WithSummary("一个执法事项 One matter")
        .WithDescription("各版本的依据、处罚种类和条件。The versions with their provisions, penalties and conditions.")
        .Produces<MatterDetail>().ProducesProblem(404);
    }

    private static MatterSummary Summary(LawSet law, Matter matter, DateOnly? day)
    {
        var version = (day is { } on ? matter.On(on) : null) ?? matter.Versions[^1];
        return new MatterSummary(matter.Id, matter.Chinese, matter.Field, law.Instruments.InChinese(version.PenalizedBy[0]), version.Id);
    }

    private static VersionDetail Detail(MatterVersion version) => new(
        version.Id,
        version.From,
        version.Until,
        [.. version.Violates.Select(c => c.ToString())],
        [.. version.PenalizedBy.Select(c => c.ToString())],
        version.OrderToCorrect switch { OrderToCorrect.First => "first", OrderToCorrect.Concurrent => "concurrent", _ => "none" },
        [.. version.Penalties.Select(p => (p.Mandatory ? "" : "可以") + (p.Kind.Id == PenaltyKindTable.Fine ? "罚款：" + DiscretionEngine.Amount(p) : p.Kind.Chinese))],
        [.. version.Penalties.SelectMany(p => (p.When?.Facts ?? []).Concat(p.BaseFact is { } basis ? [basis] : [])).Select(f => f.Id).Distinct()],
        GuidanceWords.Confidence(version.Confidence).Words,
        version.CheckedOn);
}
