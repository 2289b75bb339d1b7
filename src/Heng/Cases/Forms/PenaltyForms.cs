using System.Globalization;
using Heng.Cases.Steps.Decision;
using Heng.Cases.Steps.Discussion;
using Heng.Cases.Steps.Hearing;
using Heng.Cases.Steps.Investigation;
using Heng.Cases.Steps.Notice;
using Heng.Cases.Steps.Proposal;
using Heng.Cases.Steps.Review;
using Heng.Documents;
using Heng.Dossiers;
using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Penalties;
using Heng.Law.Reasoning;

namespace Heng.Cases.Forms;

/// <summary>Form 37, the notice (行政处罚告知书), and form 45, the decision (行政处罚决定书): their reasons are built from the facts, the evidence, the trace of the assessment and the defence.</summary>
internal sealed class PenaltyForms : IFormProvider
{
    private const string DefencePeriod = "L40";
    private const string PayPeriod = "L70";
    private static readonly Citation noticeBasis = Citation.Parse("APL 44");

    public IEnumerable<DocumentDraft> Of(DossierFile file, ActContext context)
    {
        foreach (var done in file.Acts)
        {
            var draft = done.Act switch
            {
                ApproveProposal approved => Approved(file, context, done, approved),
                DecidePenalty decided => Decision(file.AsOf(done.Number), context, decided, done.Number, done.On, decided.DocumentNumber),
                _ => null,
            };
            if (draft is not null)
            {
                yield return draft;
            }
        }

        // From the report on, everyone who reviews sees notice and decision as they would read.
        var c = file.Part<CaseFile>();
        if (c is not { Report.Disposal: ProposedDisposal.Penalty, Penalty: null, Decision: null, Course: { Proposal: { } proposal, ProposedBy: { } proposed } course })
        {
            yield break;
        }

        if (course is { HasNewProposal: true, Approval: null } && Notice(file, context, proposal, Penalties.HearingOf(proposal.Sanction, file, context).Count > 0, proposed.Number, context.Today, "") is { } notice)
        {
            yield return notice with { Pending = "负责人批准拟处罚意见后编号、签发" };
        }

        SanctionAct start = course.Concluded?.Conclusion is { Exempts: not true } concluded ? concluded : proposal;
        if (Decision(file, context, start, file.Last<ConcludeInvestigation>()!.Value.Done.Number, context.Today, "") is { } decision)
        {
            yield return decision with { Pending = "负责人作出行政处罚决定后编号、签发" };
        }
    }

    /// <summary>The notice of an approved proposal; one that was sent back before it was served is not issued any more.</summary>
    private static DocumentDraft? Approved(DossierFile file, ActContext context, RecordedAct done, ApproveProposal act)
    {
        var then = file.AsOf(done.Number);
        var course = file.Part<CaseFile>().Course;
        var stands = course.Approval?.DocumentNumber == act.DocumentNumber || course.Notices.Any(n => n.Number == act.DocumentNumber);
        return then.Part<CaseFile>().Course.Approved is { } proposal && Notice(then, context, proposal, act.OffersHearing == true, done.Number, done.On, act.DocumentNumber, act.HearingGrounds) is { } draft
            ? draft with { Pending = stands ? null : "拟处罚意见已经退回，本告知书不再签发" }
            : null;
    }

    private static DocumentDraft? Notice(DossierFile file, ActContext context, ProposePenalty proposal, bool offersHearing, int act, DateOnly on, string number, IReadOnlyList<string>? grounds = null)
    {
        if (CaseReasons.Of(file, on, RegionOf(context), null) is not { } reasons)
        {
            return null;
        }

        var law = context.Law;
        var c = file.Part<CaseFile>();
        var why = new SanctionReasons(reasons, proposal, file, isProposed: true);
        grounds ??= [.. Penalties.HearingOf(proposal.Sanction, file, context).Select(g => g.Says)];
        var fields = new FormFields(file, context);
        fields.Add("number", number.Length > 0 ? number : "（批准后编号）");
        fields.Add("date", FormText.Day(on));
        fields.Add("noticeBasis", FormText.Cite(law, noticeBasis));
        fields.Add("period", FormText.Period(law, DefencePeriod));
        fields.May("hearing", offersHearing ? string.Join("；", grounds).Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } says ? says : "本局认为有必要" : "");
        fields.Add("defenceBasis", FormText.Cite(law, [noticeBasis, Citation.Parse("APL 45")]));
        fields.Add("hearingBasis", FormText.Cite(law, [noticeBasis, Citation.Parse("APL 45"), Citation.Parse("APL 63"), Citation.Parse("HR 5")]));
        fields.Add("partyLines", PartyLines(file, why));
        fields.May("again", c.Course.Notices.Count > 0 ? $"本局此前告知的拟处罚意见已经改变，现重新告知{(proposal.NewFacts is { Length: > 0 } facts ? $"。新的事实和证据：{FormText.Closed(facts)}" : "。")}" : "");
        var refund = proposal.Refund ?? Money.Zero;
        fields.May("refund", refund > Money.Zero ? $"依照{FormText.Cite(law, Citation.Parse("PR 59"))}的规定，当事人应当将多收的价款{FormText.Sum(refund)}退还消费者或者其他经营者；本局听取意见后责令限期退还，逾期没有退还的予以没收。" : "");
        fields.May("persons", string.Join('\n', proposal.Sanction.Personal.Select(p => RightsOf(p, proposal.Sanction, file, context, offersHearing && grounds.Count == 0))));
        fields.Add("contact", FormText.Names(c.Handlers));
        IReadOnlyList<Sentence> story = reasons.FactSentences(why.IsWeighed);
        return new DocumentDraft("37", act, "行政处罚告知书", on)
        {
            Number = number,
            IsNumbered = true,
            IsOutward = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = file.Part<Affair>().Party,
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal)
            {
                ["facts"] = story,
                ["nature"] = reasons.NatureSentences(),
                ["discretion"] = why.Sentences(),
                ["decision"] = why.ItemSentences($"依照{FormText.Cite(law, why.Basis)}的规定，本局拟对当事人{AndPersons(why)}作出下列行政处罚："),
            },
            Rows = Rows(reasons, why),
            Course = [.. NoPenaltyForm.CourseOf(c), ("告知日期", on)],
            Reasoned = why.Structure(DocumentKind.PenaltyNotice, on) with
            {
                Level = CaseRemedies.LevelOf(context),
                ConfirmedParts = Parts(file, "right-to-defend", offersHearing ? "right-to-hearing" : "right-to-defend", "refund"),
                IsInHearingRange = grounds.Count > 0,
                HasPriceRefund = refund > Money.Zero,
            },
        };
    }

    private static DocumentDraft? Decision(DossierFile file, ActContext context, SanctionAct act, int number, DateOnly on, string documentNumber)
    {
        if (CaseReasons.Of(file, on, RegionOf(context), null) is not { } reasons)
        {
            return null;
        }

        var law = context.Law;
        var c = file.Part<CaseFile>();
        var why = new SanctionReasons(reasons, act, file, isProposed: false);
        var fields = new FormFields(file, context);
        fields.Add("number", documentNumber.Length > 0 ? documentNumber : "（决定后编号）");
        fields.Add("date", FormText.Day(on));
        fields.Add("partyLines", PartyLines(file, why));
        var remedies = CaseRemedies.Of(DocumentKind.PenaltyDecision, context, on);
        fields.Add("remedies", remedies.Text);
        var total = Money.Sum(why.Sums().Select(s => s.Sum));
        fields.May("total", total > Money.Zero ? $"{total}元" : "");
        fields.May("words", total > Money.Zero ? AmountInWords.Write(total) : "");
        fields.May("publicity", PublicityNotice.Of(file, PublicityNotice.PenaltyOf(file, act.Sanction, file.Part<Affair>().Matter ?? "", act.Band?.LevelOf(act.Fine?.Yuan ?? 0), on)));
        fields.May("goodsTotal", why.Goods.Count > 0 ? $"{why.Sanction.ConfiscatedGoods}元" : "");
        Citation[] basis = [.. why.Basis, Citation.Parse("PR 60(1)#1")];
        return new DocumentDraft("45", number, "行政处罚决定书", on)
        {
            Number = documentNumber,
            IsNumbered = true,
            IsOutward = true,
            Fields = fields.Texts,
            MayBeEmpty = fields.MayBeEmpty,
            Party = file.Part<Affair>().Party,
            Passages = new Dictionary<string, IReadOnlyList<Sentence>>(StringComparer.Ordinal)
            {
                ["course"] = NoPenaltyForm.Course(file, context),
                ["facts"] = reasons.FactSentences(why.IsWeighed),
                ["nature"] = reasons.NatureSentences(),
                ["told"] = Told(file, reasons, why),
                ["discretion"] = why.Sentences(),
                ["decision"] = [.. why.ItemSentences($"依照{FormText.Cite(law, basis)}的规定，本局决定对当事人{AndPersons(why)}作出下列行政处罚："), .. Corrections(file, reasons)],
                ["performance"] = Performance(reasons, why, total, documentNumber.Length > 0 && c.Penalty is { } decided ? person => decided.PaymentNumberIn(file.Number, person) : null, context),
            },
            Rows = Rows(reasons, why),
            Course = [.. NoPenaltyForm.CourseOf(c), .. c.Course.Notice is { } told ? new[] { ("告知书送达日期", told.ServedOn) } : [], ("决定日期", on)],
            Reasoned = why.Structure(DocumentKind.PenaltyDecision, on) with
            {
                Level = CaseRemedies.LevelOf(context),
                ConfirmedParts = Parts(file, "performance"),
                DefenceState = c.Course.Points.Count > 0 ? DefenceState.Made : c.Course.Waiver is not null ? DefenceState.Waived : c.Course.Notice is null ? DefenceState.NotStated : DefenceState.NotMade,
                DefencePoints = [.. c.Course.Points.Select(p => new DefencePoint(IdOf(p), p.Says))],
                DefenceAnswers = [.. c.Course.Points.Where(p => p.Adopted is not null).Select(p => new DefenceAnswer(IdOf(p), p.Adopted == true, p.Reason))],
                Notices = [.. c.Course.Notices.Select(n => Given(file, context, n))],
                Remedies = remedies.Statement,
            },
        };
    }

    /// <summary>Notice, statement and defence, hearing, discussion: what was done before the decision, point by point.</summary>
    private static List<Sentence> Told(DossierFile file, CaseReasons reasons, SanctionReasons why)
    {
        var course = file.Part<CaseFile>().Course;
        var sentences = new List<Sentence>();
        foreach (var (notice, n) in course.Notices.Select((notice, n) => (notice, n)))
        {
            sentences.Add(new(
                $"{FormText.Day(notice.ServedOn)}，本局向当事人送达{(n > 0 ? "新的" : "")}《行政处罚告知书》（{notice.Number}），告知拟作出行政处罚的内容及事实、理由、依据，并告知当事人依法享有陈述、申辩{(notice.OffersHearing ? "和要求听证" : "")}的权利。",
                [.. file.Acts.Where(a => a.Number == notice.Act).Select(NoPenaltyForm.Act), reasons.Article(noticeBasis)]));
        }

        if (course.Notice is not { } present)
        {
            return sentences;
        }

        var points = course.Points;
        if (points.Count > 0)
        {
            sentences.Add(new($"当事人提出陈述、申辩意见{ChineseNumber.Write(points.Count)}条，本局逐条进行了复核：", [.. file.Acts.Where(a => a.Act is RecordDefence).Select(NoPenaltyForm.Act)], false));
            sentences.AddRange(points.Select(p => new Sentence(
                $"（{ChineseNumber.Write(p.Number)}）当事人提出：“{FormText.Open(p.Says)}。”{Answered(p)}",
                [.. file.Acts.Where(a => a.Act is AnswerPoint answer && answer.Point == p.Number.ToString(CultureInfo.InvariantCulture)).Select(NoPenaltyForm.Act), reasons.Article(Citation.Parse("APL 45(1)"))])));
        }
        else if (course.Waiver is { } waiver)
        {
            sentences.Add(new($"{FormText.Day(waiver.On)}，当事人明确表示放弃陈述、申辩{(present.OffersHearing ? "和要求听证" : "")}的权利。", [.. file.Acts.Where(a => a.Act is RecordWaiver).Select(NoPenaltyForm.Act)], false));
        }
        else
        {
            sentences.Add(new($"当事人在规定期限内（至{FormText.Day(present.LapsesOn)}）没有提出陈述、申辩意见{(present.OffersHearing && course.Hearing is null ? "，也没有要求听证" : "")}。", [reasons.Article(Citation.Parse("PR 57(1)"))], false));
        }

        if (course.Hearing is { } hearing)
        {
            var held = file.Acts.LastOrDefault(a => a.Act is CloseHearing);
            sentences.Add(new(
                $"{FormText.Day(hearing.RequestedOn)}，当事人要求听证。{(held is null ? "" : $"{FormText.Day(((CloseHearing)held.Act).On)}听证结束，由非本案办案人员{hearing.Chair.Name}主持，听取了当事人的陈述、申辩和质证意见；听证结束后，本案经过法制审核。")}",
                [.. file.Acts.Where(a => a.Act is AcceptHearing or CloseHearing).Select(NoPenaltyForm.Act), reasons.Article(Citation.Parse("APL 63"))]));
        }

        if (course.Concluded is { ConcludedOn: { } discussed })
        {
            sentences.Add(new($"{FormText.Day(discussed)}，本案经本局负责人集体讨论。", [.. file.Acts.Where(a => a.Act is ConcludeDiscussion).TakeLast(1).Select(NoPenaltyForm.Act), reasons.Article(Citation.Parse("PR 60(2)"))]));
        }

        if (present.Sanction.Fine > why.Sanction.Fine)
        {
            sentences.Add(new($"综合上述情况，本局将告知时拟处的罚款{present.Sanction.Fine}元调整为{why.Sanction.Fine}元。", [reasons.Article(Citation.Parse("APL 45(1)"))]));
        }

        return sentences;
    }

    /// <summary>Who is addressed: the party, and whoever is fined beside it.</summary>
    private static string PartyLines(DossierFile file, SanctionReasons why)
        => string.Join('\n', [FormText.PartyLines(file.Part<Affair>().Party), .. why.Sanction.Personal.Count == 0 ? [] : new[] { $"责任人员：{string.Join("、", why.Sanction.Personal.Select(p => $"{p.Name}（{p.Post}）"))}" }]);

    private static string AndPersons(SanctionReasons why) => why.Sanction.Personal.Count > 0 ? "和有关责任人员" : "";

    /// <summary>The rights of a responsible person whom a fine is proposed for: his own, whatever the party does; the hearing by the sum of his own fine.</summary>
    private static string RightsOf(PersonalFine person, Sanction whole, DossierFile file, ActContext context, bool hearingOfBureau)
    {
        var own = Penalties.HearingOf(whole with { Fine = Money.Zero, ConfiscatedGain = Money.Zero, ConfiscatedGoods = Money.Zero, OtherKinds = [], Personal = [person] }, file, context);
        var hearing = own.Count > 0 ? $"，并可以要求举行听证（{string.Join("；", own.Select(g => g.Says)).Replace(" ", "", StringComparison.Ordinal)}）" : hearingOfBureau ? "，并可以要求举行听证" : "";
        return $"本告知书同时送达拟被处罚款的{person.Post}{person.Name}。就拟对其处罚款{FormText.Sum(person.Fine)}，{person.Name}本人有权自收到本告知书之日起{FormText.Period(context.Law, DefencePeriod)}内陈述、申辩{hearing}；逾期没有提出的，视为放弃此权利。";
    }

    /// <summary>What became of a point; nothing while nobody answered.</summary>
    private static string Answered(AnsweredPoint point)
    {
        var says = point.Adopted == true ? "该意见成立，本局予以采纳。" : "该意见不能成立，本局不予采纳。";
        return point.Adopted is null ? "" : $"经复核，{FormText.Closed(point.Reason)}{(point.Reason.Contains("采纳", StringComparison.Ordinal) ? "" : says)}";
    }

    /// <summary>Correction stands beside the penalty.</summary>
    private static IEnumerable<Sentence> Corrections(DossierFile file, CaseReasons reasons)
    {
        var article = Citation.Parse("APL 28(1)");
        foreach (var correction in file.Part<CaseFile>().Corrections)
        {
            yield return new(
                correction.Corrected == true
                    ? $"对《责令改正通知书》（{correction.Number}）责令改正的内容，当事人已经改正，{FormText.Day(correction.CheckedOn)}经执法人员核查属实。"
                    : $"依照{FormText.Cite(file.Law, article)}的规定，当事人应当按照《责令改正通知书》（{correction.Number}）的要求改正违法行为；本局将依法核查。",
                [.. file.Acts.Where(a => a.Act is OrderCorrection order && order.DocumentNumber == correction.Number).Select(NoPenaltyForm.Act), reasons.Article(article)]);
        }
    }

    /// <summary>How and by when the decision is performed.</summary>
    private static List<Sentence> Performance(CaseReasons reasons, SanctionReasons why, Money total, Func<int, PaymentNumber>? numberOf, ActContext context)
    {
        var (law, sentences) = (context.Law, new List<Sentence>());
        var (pay, plan, surcharge) = (Citation.Parse("APL 67(3)"), Citation.Parse("APL 66(2)"), Citation.Parse("APL 72(1)#1"));
        if (total > Money.Zero || why.Sanction.Personal.Count > 0)
        {
            var what = total > Money.Zero ? $"当事人应当自收到本决定书之日起{FormText.Period(law, PayPeriod)}内，将罚没款合计{FormText.Sum(total)}" : "被处罚款的责任人员应当";
            sentences.Add(new(
                $"依照{FormText.Cite(law, pay)}的规定，{what}{(total > Money.Zero ? "" : $"自收到本决定书之日起{FormText.Period(law, PayPeriod)}内将罚款")}缴至缴款通知书载明的银行，或者通过电子支付系统缴纳{(total > Money.Zero ? CodeOf(0) : "")}。{(total > Money.Zero && why.Sanction.Personal.Count > 0 ? "被处罚款的责任人员应当在同一期限内缴纳各自的罚款。" : "")}{string.Join("", why.Sanction.Personal.Select((p, n) => $"{p.Post}{p.Name}缴纳罚款{FormText.Sum(p.Fine)}{CodeOf(n + 1)}。"))}",
                [reasons.Article(pay)]));
        }

        if (why.Sanction.Fine > Money.Zero || why.Sanction.Personal.Count > 0)
        {
            sentences.Add(new($"确有经济困难，需要延期或者分期缴纳罚款的，可以依照{FormText.Cite(law, plan)}的规定向本局书面申请。", [reasons.Article(plan)], false));
            sentences.Add(new($"逾期不缴纳罚款的，依照{FormText.Cite(law, surcharge)}的规定，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款的数额；经催告仍不履行的，本局将依法申请人民法院强制执行。", [reasons.Article(surcharge)]));
        }

        if (why.Sanction.OtherKinds.Any(PenaltyKinds.IsOfGoods))
        {
            sentences.Add(new("没收的物品，由本局依法处理，不予退还。", [reasons.StoryHolds()]));
        }

        if (sentences.Count == 0)
        {
            sentences.Add(new("本决定自送达当事人之日起生效，由本局执行。", [reasons.StoryHolds()]));
        }

        return sentences;

        string CodeOf(int person) => numberOf is null ? "" : $"（缴款码：{FormText.Spaced(numberOf(person))}）";
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(CaseReasons reasons, SanctionReasons why)
    {
        var sums = why.Sums().ToArray();
        return new(StringComparer.Ordinal)
        {
            ["evidence"] = NoPenaltyForm.EvidenceRows(reasons.EvidenceUsed),
            // One sum needs no table.
            ["goods"] = GoodsRows(why.Goods),
            ["sums"] = sums.Length < 2 ? [] : [.. sums.Select(s => new Dictionary<string, string>(StringComparer.Ordinal) { ["item"] = s.Name, ["amount"] = $"{s.Sum}元" })],
        };
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> GoodsRows(IEnumerable<CaseGoods> goods)
        => [.. goods.Select((g, n) => new Dictionary<string, string>(StringComparer.Ordinal) { ["no"] = (n + 1).ToString(CultureInfo.InvariantCulture), ["name"] = g.Name, ["quantity"] = g.Amount, ["value"] = $"{g.Value}元" })];

    /// <summary>A notice as the review of the decision sees it: what was proposed and which facts were told.</summary>
    private static NoticeGiven Given(DossierFile file, ActContext context, ServedNotice notice)
    {
        var approved = file.Acts.LastOrDefault(a => a.Act is ApproveProposal p && p.DocumentNumber == notice.Number);
        var told = approved is not null && notice == file.Part<CaseFile>().Course.Notice ? file.AsOf(approved.Number) : null;
        string[] findings = told?.Part<CaseFile>().Course.Approved is { } proposal && CaseReasons.Of(told, approved!.On, RegionOf(context), null) is { } reasons
            ? [.. new SanctionReasons(reasons, proposal, told, isProposed: true).Structure(DocumentKind.PenaltyNotice, approved.On).Findings.Select(f => f.Id)]
            : [];
        return new(notice.ServedOn, notice.Sanction, findings, notice.NewFacts.Length > 0);
    }

    private static HashSet<string> Parts(DossierFile file, params string[] confirmed)
        => new(confirmed.Concat(["authority-date", "seal"]).Concat(file.Part<Affair>().Party is null ? [] : ["party"]), StringComparer.Ordinal);

    private static string IdOf(AnsweredPoint point) => "D" + point.Number.ToString(CultureInfo.InvariantCulture);

    private static string RegionOf(ActContext context) => context.Bureau?.LawRegion ?? "CN";
}
