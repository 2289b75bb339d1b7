using System.Globalization;
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
using Heng.Dossiers.Steps;
using Heng.FollowUp.Steps;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Dossiers;

/// <summary>Five tasks of an officer, act by act: what the form fills in, what is chosen, what is typed, and that nothing is typed that the dossier holds already.</summary>
public sealed class TypedOnceTests
{
    [Fact, Row("10.6")]
    public async Task Five_tasks_are_done_without_typing_anything_twice_and_their_counts_are_published()
    {
        await using var house = await TestHouse.BuildAsync();
        var ledger = new Ledger(house);

        ledger.Begin("登记、核查和立案");
        await ledger.DoAsync<RegisterSource>(house.Officer1, _ => ExemptionPath.Clue(house));
        await ledger.DoAsync<AssignVerifiers>(house.UnitHead, a => a with { People = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await ledger.DoAsync<RecordVerification>(house.Officer1, a => a with { Findings = "现场核实，货值 12 元，属于超过保质期五日。" });
        await ledger.DoAsync<ProposeFiling>(house.UnitHead, a => a with { Handlers = [house.Officer1.PersonId, house.Officer2.PersonId] });
        await ledger.DoAsync<ApproveFiling>(house.Head, a => a);

        ledger.Begin("检查、询问、取证和责令改正");
        await ledger.DoAsync<BeginInvestigation>(house.UnitHead, a => a);
        await ledger.DoAsync<DeclareInterest>(house.Officer1, a => a with { Answer = Interest.None });
        await ledger.DoAsync<DeclareInterest>(house.Officer2, a => a with { Answer = Interest.None });
        house.Clock.Advance(TimeSpan.FromHours(1));
        await ledger.DoAsync<RecordInspection>(house.Officer1, a => a with { CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "货架第二层陈列方便面三袋，生产日期和保质期见照片。" });
        house.Clock.Advance(TimeSpan.FromHours(1));
        await ledger.DoAsync<RecordInterview>(house.Officer1, a => a with { CertificatesShown = true, RightsTold = true, Confirmed = Confirmation.Confirmed, Content = "问：是否知道已经过期？\n答：没有注意到，已经下架。" });
        var receipt = await house.UploadAsync(house.Officer1);
        await ledger.DoAsync<RecordEvidence>(house.Officer1, a => a with { Kind = EvidenceKind.Documentary, Name = "进货票据", Copy = CopyKind.ConfirmedCopy, Proves = "进货日期、数量和单价", Files = [receipt] });
        await ledger.DoAsync<OrderCorrection>(house.Officer1, a => a with { What = "立即停止销售并下架。", DueOn = house.Today });
        var photo = await house.UploadAsync(house.Officer2);
        await ledger.DoAsync<CheckCorrection>(house.Officer2, a => a with { Corrected = true, Result = "已经销毁。", Files = [photo] });
        await ledger.DoAsync<QueryFirstViolation>(house.Officer1, a => a with { Answer = FirstAnswer.First });

        ledger.Begin("认定事实、报告、审核和决定");
        var facts = ExemptionPath.Facts(house);
        await ledger.DoAsync<EnterFacts>(house.Officer1, a => facts with { Matter = a.Matter }, typedFacts: facts.Entries.Count(e => decimal.TryParse(e.Value, CultureInfo.InvariantCulture, out _)), chosenFacts: facts.Entries.Count(e => e.Value is "true" or "false"));
        await ledger.DoAsync<ConcludeInvestigation>(house.UnitHead, a => a);
        await ledger.DoAsync<SubmitForReview>(house.Officer1, a => a);
        await ledger.DoAsync<GiveOpinion>(house.Reviewer, a => a with { Checked = ["party", "facts", "nature", "basis", "discretion", "procedure", "disposal"] });
        await ledger.DoAsync<AgreeToOtherDisposal>(house.Head, a => a);
        await ledger.DoAsync<DecideNoPenalty>(house.Head, a => a);

        ledger.Begin("教育、签发、送达、结案和归档");
        await ledger.DoAsync<RecordEducation>(house.Officer1, a => a);
        var (file, context) = await house.ReadAsync(house.Officer1, ledger.Id!.Value);
        var key = DocumentDrafts.OpenIn(file, context).Last(d => d.Form == "46").Key;
        await ledger.DoAsync<IssueDocument>(house.Officer1, a => a with { Document = key });
        var proof = await house.UploadAsync(house.Officer1);
        await ledger.DoAsync<ServeDecision>(house.Officer1, a => a with { Files = [proof] });
        await ledger.DoAsync<CloseCase>(house.Head, a => a);
        await ledger.DoAsync<DeferVisits>(house.UnitHead, a => a);
        await ledger.DoAsync<ArchiveCase>(house.Officer1, a => a);

        ledger.Begin("回访、回头看和终结");
        house.Clock.Advance(TimeSpan.FromDays(20));
        await ledger.DoAsync<AssignVisitor>(house.UnitHead, a => a with { People = [house.UnitHead.PersonId] });
        await ledger.DoAsync<RecordVisit>(house.UnitHead, a => a with { Stopped = true, Corrected = true, ConductProper = true, RightsTold = true, Integrity = "none" });
        await ledger.DoAsync<RecordRelook>(house.UnitHead, a => a with { Officers = [house.UnitHead.PersonId, house.Officer1.PersonId], Result = RelookResult.Clean, Findings = "抽查库存，没有再次发现。" });
        await ledger.DoAsync<CloseDossier>(house.UnitHead, a => a);

        Assert.Equal(5, ledger.Tasks.Count);
        Assert.Empty(ledger.Twice);
        Assert.All(ledger.Tasks, t => Assert.True(t.Filled > 0, t.Name));
        Assert.True(ledger.Tasks.Sum(t => t.Typed) <= 40, $"{ledger.Tasks.Sum(t => t.Typed)} fields were typed");
        var written = ledger.Write();
        var path = Repository.PathOf("docs", "typing.md");
        if (Environment.GetEnvironmentVariable("HENG_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, written, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), written);
    }

    private sealed record Counted(string Name)
    {
        public List<string> Acts { get; } = [];

        public int Filled { get; set; }

        public int Chosen { get; set; }

        public int Typed { get; set; }
    }

    /// <summary>Counts field by field and remembers every text of the dossier.</summary>
    private sealed class Ledger(TestHouse house)
    {
        private const int ShortestText = 4;
        private readonly List<string> held = [];

        public Guid? Id { get; private set; }

        public List<Counted> Tasks { get; } = [];

        public List<string> Twice { get; } = [];

        public void Begin(string name) => Tasks.Add(new(name));

        public async Task DoAsync<T>(CurrentPerson me, Func<T, T> fill, int typedFacts = 0, int chosenFacts = 0)
            where T : DossierAct, new()
        {
            var first = Id is { } known ? await house.PrefilledAsync<T>(me, known) : new T();
            var act = fill(first);
            var (before, after) = (ActForm.ValuesOf(first), ActForm.ValuesOf(act));
            var (task, type) = (Tasks[^1], ActTypes.Of(act));
            task.Acts.Add(type.Chinese);
            foreach (var field in type.Fields.Where(f => after[f.Name].Length > 0))
            {
                if (after[field.Name].SequenceEqual(before[field.Name]))
                {
                    task.Filled++;
                }
                else if (!IsTyped(field))
                {
                    task.Chosen++;
                }
                else
                {
                    task.Typed++;
                    Twice.AddRange(after[field.Name].Where(t => field.Property.PropertyType == typeof(string) && t.Length >= ShortestText && held.Any(h => h == t || h.Contains(t, StringComparison.Ordinal) || (h.Length > ShortestText && t.Contains(h, StringComparison.Ordinal)))).Select(t => $"{type.Chinese}“{field.About.Label}”：{t}"));
                }
            }

            task.Typed += typedFacts;
            task.Chosen += chosenFacts;
            held.AddRange(type.Fields.Where(IsTyped).SelectMany(f => after[f.Name]).Where(t => t.Length >= ShortestText));
            Id = await house.DoAsync(me, Id, act);
        }

        public string Write()
        {
            var text = new StringBuilder("""
                # 录入项数

                一个轻微案件从登记到终结的五项任务，逐个表单统计：系统填好的、从选项中选的、手工键入的（文字、数字、日期）。
                同一内容只键入一次：键入的文字在档案中已经有的，测试不通过。由 `TypedOnceTests` 生成并核对（`HENG_APPROVE=1` 重新生成）。

                | 任务 | 步骤 | 系统填好 | 选择 | 键入 | 重复键入 |
                | --- | --- | ---: | ---: | ---: | ---: |

                """);
            foreach (var task in Tasks)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {task.Name} | {string.Join("、", task.Acts.Distinct())} | {task.Filled} | {task.Chosen} | {task.Typed} | 0 |\n");
            }

            return text.Append(CultureInfo.InvariantCulture, $"| 合计 | | {Tasks.Sum(t => t.Filled)} | {Tasks.Sum(t => t.Chosen)} | {Tasks.Sum(t => t.Typed)} | 0 |\n").ToString();
        }

        private static bool IsTyped(ActField field)
        {
            var type = Nullable.GetUnderlyingType(field.Property.PropertyType) ?? field.Property.PropertyType;
            return field.About.Kind is FieldKind.LongText or FieldKind.Money or FieldKind.Moment || (field.About.Kind == FieldKind.Auto && !type.IsEnum && type != typeof(bool));
        }
    }
}
