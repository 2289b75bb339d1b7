using System.Text;
using Heng.Cases;
using Heng.Cases.Steps.Closing;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Facts;
using Heng.Cases.Steps.Filing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Review;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Documents.Steps;
using Heng.Dossiers;
using Heng.FollowUp.Steps;
using Heng.Intake.Steps;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.Bench;

/// <summary>How far a template dossier goes.</summary>
internal enum Goal
{
    Clue,
    Verified,
    NotFiled,
    Investigated,
    FactsEntered,
    Decided,
    Archived,
}

/// <summary>A template dossier: where it goes, when it begins, what it is about.</summary>
internal sealed record Plot(Goal Goal, DateOnly Start, string Matter, string Content);

/// <summary>Leads template dossiers through real acts, on a clock of its own; nothing is written past the act desk.</summary>
internal sealed class TemplateHouse(IServiceProvider services, CurrentPerson officer1, CurrentPerson officer2, CurrentPerson unitHead, CurrentPerson reviewer, CurrentPerson head)
{
    /// <summary>Name of the party in every template; copies have names of their own.</summary>
    public const string Party = "模板当事人商行";

    private readonly PlotClock clock = new();

    private DateOnly Today => DateOnly.FromDateTime(clock.Now.AddHours(8));

    /// <summary>Leads one dossier to its goal.</summary>
    public async Task<Guid> LeadAsync(Plot plot)
    {
        clock.Now = new DateTime(plot.Start, new TimeOnly(1, 0), DateTimeKind.Utc);
        var id = await DoAsync(officer1, null, new RegisterSource
        {
            PartySort = PartySort.IndividualBusiness,
            PartyName = Party,
            PartyCode = PartyNames.CodeOf(0),
            PartyAddress = "示例县示例路 2 号",
            PartyRepresentative = "示例经营者",
            Source = SourceKind.Inspection,
            FoundOn = Today,
            Content = plot.Content,
            Matter = plot.Matter,
        });
        if (plot.Goal == Goal.Clue)
        {
            return id;
        }

        await DoAsync(unitHead, id, new AssignVerifiers { People = [officer1.PersonId, officer2.PersonId] });
        await DoAsync(officer1, id, new RecordVerification { Findings = "经核查：" + plot.Content });
        if (plot.Goal == Goal.Verified)
        {
            return id;
        }

        var proposal = await PrefilledAsync<ProposeFiling>(unitHead, id);
        if (plot.Goal == Goal.NotFiled)
        {
            await DoAsync(unitHead, id, proposal with { Advice = FilingAdvice.DoNotFile, HasEvidence = false });
            await DoAsync(head, id, (await PrefilledAsync<RefuseFiling>(head, id)) with { Ground = NoFilingGround.ConditionsNotMet, Reason = "没有证据初步证明存在违法行为。" });
            return id;
        }

        await DoAsync(unitHead, id, proposal with { Handlers = [officer1.PersonId, officer2.PersonId] });
        await DoAsync(head, id, await PrefilledAsync<ApproveFiling>(head, id));
        await DoAsync(unitHead, id, new BeginInvestigation());
        await DoAsync(officer1, id, new DeclareInterest { Answer = Interest.None });
        await DoAsync(officer2, id, new DeclareInterest { Answer = Interest.None });
        clock.Now = clock.Now.AddHours(3);
        var local = clock.Now.AddHours(8);
        var inspection = await PrefilledAsync<RecordInspection>(officer1, id);
        await DoAsync(officer1, id, inspection with { Start = local.AddHours(-2), End = local.AddHours(-1.5), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = plot.Content });
        var interview = await PrefilledAsync<RecordInterview>(officer1, id);
        await DoAsync(officer1, id, interview with { Start = local.AddHours(-1), End = local.AddMinutes(-30), CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "问：是否知道？\n答：没有注意到，已经改正。" });
        var evidence = await PrefilledAsync<RecordEvidence>(officer1, id);
        await DoAsync(officer1, id, evidence with { Kind = EvidenceKind.Documentary, Name = "进货票据", Copy = CopyKind.ConfirmedCopy, Proves = "进货日期、数量和单价", Files = [await UploadAsync(officer1)] });
        if (plot.Goal == Goal.Investigated)
        {
            return id;
        }

        await DoAsync(officer1, id, new OrderCorrection { What = "立即停止销售并下架超过保质期的食品。", DueOn = Today });
        var check = await PrefilledAsync<CheckCorrection>(officer2, id);
        await DoAsync(officer2, id, check with { Corrected = true, Result = "已经下架销毁。", Files = [await UploadAsync(officer2)] });
        var query = await PrefilledAsync<QueryFirstViolation>(officer1, id);
        await DoAsync(officer1, id, query with { Answer = FirstAnswer.First });
        await DoAsync(officer1, id, new EnterFacts
        {
            Matter = "FOOD-008",
            ActFrom = Today.AddDays(-5),
            ActUntil = Today,
            Story = "当事人在货架上陈列销售三袋超过保质期五天的方便面，货值金额 12 元，检查后立即下架销毁。",
            StoryEvidence = [1, 2],
            Entries =
            [
                new("goodsValue", "12", [1, 3]), new("hasIllegalIncome", "false", [2]), new("firstViolation", "true", [5]), new("minorViolation", "true", [1]),
                new("correctedPromptly", "true", [4]), new("noHarm", "true", [1, 2]), new("harmfulConsequences", "false", [1, 2]),
            ],
        });
        if (plot.Goal == Goal.FactsEntered)
        {
            return id;
        }

        await DoAsync(unitHead, id, await PrefilledAsync<ConcludeInvestigation>(unitHead, id));
        await DoAsync(officer1, id, new SubmitForReview());
        var opinion = await PrefilledAsync<GiveOpinion>(reviewer, id);
        await DoAsync(reviewer, id, opinion with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] });
        await DoAsync(head, id, new AgreeToOtherDisposal());
        await DoAsync(head, id, await PrefilledAsync<DecideNoPenalty>(head, id));
        if (plot.Goal == Goal.Decided)
        {
            return id;
        }

        await DoAsync(officer1, id, await PrefilledAsync<RecordEducation>(officer1, id));
        await IssueAsync(officer1, id, "46");
        var service = await PrefilledAsync<ServeDecision>(officer1, id);
        await DoAsync(officer1, id, service with { Files = [await UploadAsync(officer1)] });
        await DoAsync(head, id, await PrefilledAsync<CloseCase>(head, id));
        await DoAsync(unitHead, id, await PrefilledAsync<DeferVisits>(unitHead, id));
        await DoAsync(officer1, id, new ArchiveCase());
        return id;
    }

    private async Task<Guid> DoAsync(CurrentPerson me, Guid? dossier, DossierAct act)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = ActivatorUtilities.CreateInstance<ActDesk>(scope.ServiceProvider, clock);
        clock.Now = clock.Now.AddMinutes(1);
        return await desk.DoAsync(me, dossier, null, act) is ActOutcome.Done done ? done.DossierId
            : throw new InvalidOperationException($"{ActTypes.Of(act).Code}: {(await desk.CheckAsync(me, dossier, act) is ActOutcome.Refused refused ? string.Join("；", refused.Refusals.Select(r => r.Says)) : "")}");
    }

    private async Task<T> PrefilledAsync<T>(CurrentPerson me, Guid dossier)
        where T : DossierAct, new()
    {
        var (file, context) = await ReadAsync(me, dossier);
        return (T)new T().Prefilled(file, context);
    }

    /// <summary>Issues the last document of a form.</summary>
    private async Task IssueAsync(CurrentPerson me, Guid dossier, string form)
    {
        var (file, context) = await ReadAsync(me, dossier);
        await DoAsync(me, dossier, new IssueDocument { Document = DocumentDrafts.OpenIn(file, context).Last(d => d.Form == form).Key });
    }

    private async Task<(DossierFile File, ActContext Context)> ReadAsync(CurrentPerson me, Guid dossier)
    {
        await using var scope = services.CreateAsyncScope();
        var read = await ActivatorUtilities.CreateInstance<ActDesk>(scope.ServiceProvider, clock).ReadAsync(me, dossier);
        return (read!.Value.File, read.Value.Context);
    }

    private async Task<Guid> UploadAsync(CurrentPerson me)
    {
        var content = Encoding.UTF8.GetBytes("示例材料 " + Guid.CreateVersion7());
        await using var db = services.GetRequiredService<IHengDbFactory>().Create(me.Access);
        var hash = await services.GetRequiredService<FileStore>().KeepAsync(content);
        var file = new StoredFile(me.BureauId, Guid.CreateVersion7(), null, hash, content.Length, "text/plain", "照片.txt", me.PersonId, clock.Now);
        db.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }

    /// <summary>A clock that goes when it is told to.</summary>
    private sealed class PlotClock : TimeProvider
    {
        public DateTime Now { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
