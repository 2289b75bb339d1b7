using Heng.Cases.Steps.Checks;
using Heng.Dossiers;
using Heng.Law.Discretion;
using Heng.Law.Penalties;
using Heng.Platform.People;

namespace Heng.Cases;

/// <summary>What the checks before a penalty wait for (处罚前核对待办).</summary>
internal static class CheckNeeds
{
    public static IEnumerable<WorkNeed> Of(DossierFile file, DateOnly since)
    {
        if (!CaseChecks.AreOpen(file) || CaseChecks.StandingOf(file, since) is not { } crime)
        {
            yield break;
        }

        var (c, checks) = (file.Part<CaseFile>(), file.Part<CaseChecks>());
        var handling = CaseClocks.Handling(file);
        if (crime is { IsAnswered: true, IsSuspected: true, IsReleased: false })
        {
            yield return new WorkNeed("批准移送涉嫌犯罪案件", "办案人员认为涉嫌犯罪，三日内由主要负责人决定", since) { Roles = PersonRoles.Principal, Act = "cases.refer-crime", Clock = handling };
        }
        else if (crime is { IsAnswered: true, Level: CrimeLevel.Over, IsReleased: false, PrincipalDeclined: false })
        {
            yield return new WorkNeed("决定是否移送", "事实达到追诉标准，办案人员认为不涉嫌犯罪，由主要负责人决定", since) { Roles = PersonRoles.Principal, Act = "cases.decline-referral", Clock = handling };
        }

        if (checks.GainAwaits)
        {
            yield return new WorkNeed("批准违法所得认定", "违法所得没有全部查清，须经主要负责人批准", since) { Roles = PersonRoles.Principal, Act = "cases.approve-gain", Clock = handling };
        }

        (string Act, string Title)[] missing = [.. MissingIn(file, crime, since)];
        if (missing.Length > 0)
        {
            yield return new WorkNeed("处罚前核对", $"还没有办理：{string.Join("、", missing.Select(m => m.Title))}", since) { People = [.. c.Handlers.Select(h => h.Id)], Act = missing[0].Act, Clock = handling };
        }
    }

    private static IEnumerable<(string Act, string Title)> MissingIn(DossierFile file, CrimeStanding crime, DateOnly today)
    {
        var result = CaseAssessment.Of(file, today, "CN")!.Result;
        var punishes = result.Outcome == AssessmentOutcome.Penalty || file.Part<CaseFile>().Course.Proposal is not null;
        if (!crime.IsAnswered && !crime.IsReleased && (punishes || crime.Level == CrimeLevel.Over))
        {
            yield return (ActTypes.Of(new AnswerCrimeLine()).Code, "涉嫌犯罪核对");
        }

        if (!punishes || crime is { IsSuspected: true, IsReleased: false })
        {
            yield break;
        }

        if (!CaseChecks.IsSearched(file))
        {
            yield return (ActTypes.Of(new SearchSameAct()).Code, "一事不二罚查询");
        }
        else if (file.Part<CaseChecks>().OpenHits.Any())
        {
            yield return (ActTypes.Of(new TellActsApart()).Code, "说明不是同一行为");
        }

        if (file.Part<CaseChecks>().Gain is null && CaseChecks.HasGain(result))
        {
            yield return (ActTypes.Of(new DetermineGain()).Code, "违法所得认定");
        }
    }
}
