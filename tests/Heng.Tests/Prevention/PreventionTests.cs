using Heng.Dossiers;
using Heng.Dossiers.Steps;
using Heng.Intake.Steps;
using Heng.Law;
using Heng.Prevention;
using Heng.Prevention.Steps;
using Heng.Tests.Storage;

namespace Heng.Tests.Prevention;

public sealed class PreventionTests
{
    [Theory, EachDatabase, Row("3.6", "1.1")]
    public async Task A_reminder_stands_alone_with_receipt_and_reply_and_closes_with_every_part_explained(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, Reminder());
        await house.DoAsync(house.Officer1, id, await house.PrefilledAsync<RecordReceipt>(house.Officer1, id));
        await house.DoAsync(house.Officer1, id, (await house.PrefilledAsync<RecordReply>(house.Officer1, id)) with { Result = ReplyResult.Corrected });
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<CloseDossier>(house.UnitHead, id));

        var (file, _) = await house.ReadAsync(house.UnitHead, id);
        var letter = file.Part<PreventionFile>().Letters.Single();
        Assert.Matches("^示市监提〔2026〕1号$", letter.Letter.Number);
        Assert.Equal(house.Today, letter.ReceivedOn);
        Assert.Contains("已经改正", letter.Reply, StringComparison.Ordinal);
        Assert.Contains(letter.Letter.SelfCheck, s => s.Contains("《中华人民共和国食品安全法》第三十四条", StringComparison.Ordinal) || s.Contains("食品安全法", StringComparison.Ordinal));
        Assert.InRange(letter.Letter.Characters, 1, file.Law.Reminders.MostCharacters);
        Assert.Equal([FiveState.Applied, FiveState.Skipped, FiveState.Skipped, FiveState.Skipped, FiveState.Skipped], file.Part<DossierEnd>().Parts.Select(p => p.State));
    }

    [Theory, EachDatabase, Row("3.6", "10.6")]
    public async Task A_clue_in_the_dossier_of_a_reminder_has_party_and_matter_filled_in(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, Reminder());
        var clue = await house.PrefilledAsync<RegisterSource>(house.Officer1, id);
        Assert.Equal(("示例县甲商店", "示例数据", "FOOD-008"), (clue.PartyName, clue.NoCodeReason, clue.Matter));
        await house.DoAsync(house.Officer1, id, clue with { Source = SourceKind.Inspection, Content = "提醒后复查，发现超过保质期的食品。" });
        var (file, context) = await house.ReadAsync(house.Officer1, id);
        Assert.Equal("S00", file.Procedure.Main);
        Assert.Equal(FiveState.Applied, context.Summary!.Five[FivePart.Prevention].State);
        Assert.Equal(FiveState.Open, context.Summary.Five[FivePart.Visit].State);
    }

    [Fact, Row("3.6")]
    public async Task A_letter_with_a_fine_in_it_is_refused_and_names_each_word_with_its_reason()
    {
        await using var house = await TestHouse.BuildAsync();
        var outcome = await house.TryAsync(house.Officer1, null, Reminder() with { Advice = "请立即下架，否则将处五万元罚款。" });
        var refusal = Assert.Single(Assert.IsType<ActOutcome.Refused>(outcome).Refusals);
        Assert.Equal("reminder.no-penal-wording", refusal.Code);
        Assert.Equal(["否则", "罚款"], refusal.Facts.Values);
        Assert.Contains("提醒不写处罚种类和数额", refusal.Says, StringComparison.Ordinal);
    }

    [Fact, Row("3.6")]
    public async Task A_letter_longer_than_a_page_is_refused()
    {
        await using var house = await TestHouse.BuildAsync();
        var outcome = await house.TryAsync(house.Officer1, null, Reminder() with { Advice = new string('请', 900) });
        Assert.Equal("reminder.one-page", Assert.Single(Assert.IsType<ActOutcome.Refused>(outcome).Refusals).Code);
    }

    [Theory, EachDatabase, Row("3.6")]
    public async Task An_urging_letter_needs_the_head_of_the_unit_and_nobody_approves_his_own(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await house.DoAsync(house.Officer1, null, Reminder());
        var urging = (await house.PrefilledAsync<ProposeUrging>(house.UnitHead, id)) with { Failure = "临近保质期的食品仍然没有单独陈列" };
        Assert.Equal("reminder.urging-complete", Code(await house.TryAsync(house.Officer1, id, urging with { AnswerBy = house.Today })));
        await house.DoAsync(house.UnitHead, id, urging);
        var approval = await house.PrefilledAsync<DecideUrging>(house.UnitHead, id);
        Assert.Equal("reminder.urging-approval", Code(await house.TryAsync(house.UnitHead, id, approval)));
        Assert.IsType<ActOutcome.Forbidden>(await house.TryAsync(house.Officer1, id, approval));

        var other = await house.HireAsync("副所长", house.Station, Heng.Platform.People.PersonRoles.UnitHead);
        await house.DoAsync(other, id, approval with { Approved = false, Opinion = "请先电话联系。" });
        await house.DoAsync(house.Officer1, id, urging);
        await house.DoAsync(house.UnitHead, id, approval);
        var (file, _) = await house.ReadAsync(house.Officer1, id);
        Assert.Equal([LetterKind.Reminder, LetterKind.Urging], file.Part<PreventionFile>().Letters.Select(l => l.Letter.Kind));
    }

    [Fact, Row("3.6")]
    public void No_self_check_of_any_matter_uses_a_word_that_a_letter_does_not_use()
    {
        var law = LawSet.Embedded;
        var context = new ActContext { Law = law, Me = new(default, default, default, default, "", default, false), Today = new(2026, 3, 2), Now = default };
        Assert.All(law.Matters.All, m => Assert.Empty(law.Reminders.FoundIn(string.Join('\n', Letter.SelfCheckOf(m, context).Skip(m.Versions[^1].Violates.Count)))));
        Assert.All(law.Matters.All, m => Assert.InRange(Letter.Reminder("有一个问题", null, "示例", m, "", context).Characters, 1, law.Reminders.MostCharacters));
    }

    internal static Remind Reminder() => new()
    {
        PartySort = PartySort.IndividualBusiness,
        PartyName = "示例县甲商店",
        NoCodeReason = "示例数据",
        PartyRepresentative = "示例经营者",
        Matter = "FOOD-008",
        Point = "部分食品临近保质期，没有单独陈列",
        Channel = LetterChannel.Handed,
    };

    private static string Code(ActOutcome outcome) => Assert.Single(Assert.IsType<ActOutcome.Refused>(outcome).Refusals).Code;
}
