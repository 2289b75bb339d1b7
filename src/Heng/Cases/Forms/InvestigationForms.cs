using System.Globalization;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Service;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;

namespace Heng.Cases.Forms;

/// <summary>The forms of the investigation: 09 scene record (现场笔录), 10 address (送达地址确认书), 11 and 12 evidence (证据提取), 14 interview (询问笔录), 15 material (限期提供材料), 33 correction (责令改正).</summary>
internal sealed class InvestigationForms : IFormProvider
{
    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
        => file.Acts.Select(done => done.Act switch
        {
            RecordInspection i => Scene(file, context, done, i),
            RecordInterview i => Interview(file, context, done, i),
            RecordEvidence { Kind: EvidenceKind.Electronic } e => Electronic(file, context, done, e),
            RecordEvidence e => Extraction(file, context, done, e),
            RequireMaterial m => Material(file, context, done, m),
            OrderCorrection o => Correction(file, context, done, o),
            ConfirmAddress a => Address(file, context, done, a),
            _ => null,
        }).OfType<DocumentDraft>();

    private static DocumentDraft Scene(DossierFile file, ActContext context, RecordedAct done, RecordInspection act)
        => FormSheets.Of("09", "现场笔录", done, file, context, f =>
        {
            Record(f, act);
            f.May("present", act.Present);
            f.Add("content", act.Content);
        }) with
        { Signers = act.Named, LeastSigners = 2, Course = [("检查日期", DateOnly.FromDateTime(act.Start)), ("笔录登记日期", done.On)] };

    private static DocumentDraft Interview(DossierFile file, ActContext context, RecordedAct done, RecordInterview act)
        => FormSheets.Of("14", "询问笔录", done, file, context, f =>
        {
            Record(f, act);
            f.Add("name", act.Name);
            f.Add("standing", ActTypes.LabelOf(act.Standing!));
            f.May("identity", act.Number);
            f.Add("content", act.Content);
        }) with
        { Signers = act.Named, LeastSigners = 2, Course = [("询问日期", DateOnly.FromDateTime(act.Start)), ("笔录登记日期", done.On)] };

    private static void Record(FormFields f, RecordAct act)
    {
        f.Add("time", FormText.Span(act.Start, act.End));
        f.Add("place", act.Place);
        f.Add("officers", FormText.Officers(act.Named));
        f.Add("told", $"执法人员{FormText.Names(act.Named)}出示了执法证件，告知当事人依法享有陈述、申辩的权利，认为执法人员与本案有利害关系的，有权申请回避。");
        f.Add("confirmed", act.Confirmed == Confirmation.Confirmed ? "以上笔录已交当事人（被询问人）核对或者向其宣读，确认无误，逐页签名。"
            : $"{ActTypes.LabelOf(act.Confirmed!)}。见证或者录音录像情况：{FormText.Closed(act.RefusalProof ?? "")}");
    }

    private static DocumentDraft Extraction(DossierFile file, ActContext context, RecordedAct done, RecordEvidence act)
        => FormSheets.Of("11", $"证据提取单（{act.Name}）", done, file, context, f => Piece(f, act, file, done)) with
        {
            Signers = file.AsOf(done.Number).Part<CaseFile>().Handlers,
            LeastSigners = 2,
            Course = [("提取日期", act.On), ("登记日期", done.On)],
        };

    private static DocumentDraft Electronic(DossierFile file, ActContext context, RecordedAct done, RecordEvidence act)
        => FormSheets.Of("12", $"电子数据证据提取笔录（{act.Name}）", done, file, context, f =>
        {
            Piece(f, act, file, done);
            f.Add("integrity", act.Stored.Count == 0 ? $"原始载体保存于{act.KeptAt}。" : $"提取的电子数据以下列文件保存，存入时即计算校验值；文件有任何改动，校验值都会不同。{(act.KeptAt is { Length: > 0 } kept ? $"原始载体保存于{kept}。" : "")}");
        }) with
        {
            Rows = FormSheets.Rows("files", FormSheets.FileRows(act.Stored)),
            Signers = file.AsOf(done.Number).Part<CaseFile>().Handlers,
            LeastSigners = 2,
            Course = [("提取日期", act.On), ("登记日期", done.On)],
        };

    private static void Piece(FormFields f, RecordEvidence act, DossierFile file, RecordedAct done)
    {
        var then = file.AsOf(done.Number).Part<CaseFile>();
        f.Add("no", "证据" + then.Evidence[^1].Number.ToString(CultureInfo.InvariantCulture));
        f.Add("kind", ActTypes.LabelOf(act.Kind!));
        f.Add("name", act.Name);
        f.May("source", act.Source);
        f.May("maker", act.Maker);
        f.Add("on", FormText.Day(act.On));
        f.May("place", act.Place);
        f.May("method", act.MethodSaid);
        f.Add("copy", ActTypes.LabelOf(act.Copy!));
        f.Add("proves", FormText.Closed(act.Proves));
        f.May("files", act.Stored.Count > 0 ? string.Join('\n', act.Stored.Select(s => s.Name)) : act.KeptAt is { Length: > 0 } kept ? $"原物保存于{kept}" : "");
        f.Add("handlers", FormText.Officers(then.Handlers));
        f.May("foreign", act.IsForeign == true ? $"境外形成：{act.ForeignProof}" : "");
    }

    private static DocumentDraft Material(DossierFile file, ActContext context, RecordedAct done, RequireMaterial act)
        => FormSheets.Of("15", "限期提供材料通知书", done, file, context, f =>
        {
            f.Add("number", act.DocumentNumber);
            f.Add("due", FormText.Day(act.DueOn));
            f.Add("items", string.Join('\n', act.Items.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((l, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}．{FormText.Open(l)}；")).TrimEnd('；') + "。");
            // Before the rules with a set time the law named no article for it.
            var proof = context.Law.IllegalGain.Regimes.FirstOrDefault(r => r.HasSetTime && r.From <= done.On && !(r.Until < done.On))?.Proof;
            f.May("outlay", act.ForOutlay == true ? $"上述材料用于证明申请从违法所得中扣除的支出。{(proof is { } article ? $"依照{FormText.Cite(context.Law, article)}的规定，" : "")}期限内没有提供、提供的材料不能证明，或者与其他经营支出混同无法区分的支出，不予扣除。" : "");
            f.Add("basis", FormText.Cite(context.Law, [Citation.Parse("APL 55(2)"), Citation.Parse("PR 30(1)")]));
            f.Add("contact", FormText.Names(file.AsOf(done.Number).Part<CaseFile>().Handlers));
        }) with
        { Number = act.DocumentNumber, IsNumbered = true, IsOutward = true, Course = [("通知日期", done.On), ("提供期限", act.DueOn)] };

    private static DocumentDraft Correction(DossierFile file, ActContext context, RecordedAct done, OrderCorrection act)
    {
        var matter = file.AsOf(done.Number).Part<Affair>().Matter is { } id ? context.Law.Matters.Find(id) : null;
        var version = matter?.On(done.On);
        // An order to correct is an administrative act of its own; the periods are those of any decision.
        var remedies = CaseRemedies.Of(Law.Reasoning.DocumentKind.PenaltyDecision, context, done.On).Text;
        var you = FormText.You(file.AsOf(done.Number).Part<Affair>().Party);
        IReadOnlyList<Support> articles = version is null ? [] : [.. version.Violates.Append(Citation.Parse("APL 28(1)")).Select(a => new Support(SupportKind.Article, a.ToString(), FormText.Cite(context.Law, a), context.Law.Instruments.Find(a.Instrument)?.TextOn(done.On) is not null))];
        return FormSheets.Of("33", "责令改正通知书", done, file, context, f =>
        {
            f.Add("number", act.DocumentNumber);
            f.Add("what", act.What);
            f.Add("due", act.DueOn == done.On ? "立即改正" : $"于{FormText.Day(act.DueOn)}前改正。期限届满后");
            f.Add("remedies", remedies.Replace("本决定书", "本通知书", StringComparison.Ordinal).Replace("如不服本决定", "如不服本责令改正", StringComparison.Ordinal));
            f.Add("contact", FormText.Names(file.AsOf(done.Number).Part<CaseFile>().Handlers));
        }) with
        {
            Number = act.DocumentNumber,
            IsNumbered = true,
            IsOutward = true,
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal)
            {
                ["reasons"] =
                [
                    new(matter is null || version is null
                        ? $"经查，{you}涉嫌“{file.AsOf(done.Number).Part<Affair>().About}”。依照{FormText.Cite(context.Law, Citation.Parse("APL 28(1)"))}的规定，现责令{you}{(act.DueOn == done.On ? "立即" : $"于{FormText.Day(act.DueOn)}前")}改正下列行为："
                        : $"经查，{you}的行为涉嫌“{matter.Chinese}”，违反了{FormText.Cite(context.Law, version.Violates)}的规定。依照{FormText.Cite(context.Law, Citation.Parse("APL 28(1)"))}的规定，现责令{you}{(act.DueOn == done.On ? "立即" : $"于{FormText.Day(act.DueOn)}前")}改正下列行为：", articles),
                ],
            },
            Course = [("通知日期", done.On), ("改正期限", act.DueOn)],
        };
    }

    private static DocumentDraft Address(DossierFile file, ActContext context, RecordedAct done, ConfirmAddress act)
        => FormSheets.Of("10", "送达地址确认书", done, file, context, f =>
        {
            f.Add("place", act.Place);
            f.Add("receiver", act.Receiver);
            f.May("phone", act.Phone);
            f.Add("electronic", act.Electronic == true ? $"同意电子送达，接收账号：{act.Account}" : "不同意电子送达");
            f.Add("basis", FormText.Cite(context.Law, Citation.Parse("PR 83")));
        });
}
