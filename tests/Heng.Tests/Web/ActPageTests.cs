using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Heng.Platform.Tenancy;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Web;

/// <summary>The general form of acts, over the pages.</summary>
public sealed class ActPageTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private const string Register = "intake.register-source";
    private static readonly byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    private TestHouse House => site.House;

    private static string NewClue => DossierLinks.New(Register);

    [Fact]
    public async Task A_clue_is_registered_by_its_form_and_leads_to_the_page_of_its_dossier()
    {
        var officer = await OfficerAsync();
        using var answer = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "submit", Clue("示例县甲商店"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await site.GetPageAsync(officer, answer.Headers.Location!.ToString());
        Assert.Contains("“案源登记”已经办理", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("示例县甲商店", page.QuerySelector(".h-dossier-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_and_wrong_fields_are_told_beside_the_field_and_on_top_and_nothing_typed_is_lost()
    {
        var officer = await OfficerAsync();
        using var answer = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "submit", [.. Clue("示例县乙商店").Where(f => f.Item1 != "source"), ("partyCode", "91440000123456789X"), ("foundOn", "昨天"), ("source", null)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SiteFixture.ReadPageAsync(answer);
        foreach (var field in new[] { "partyCode", "foundOn", "source" })
        {
            Assert.NotNull(page.QuerySelector($"#field-{field}-problem"));
            Assert.NotNull(page.QuerySelector($".h-notice a[href='#field-{field}']"));
            Assert.NotNull(page.QuerySelector($"#field-{field}"));
        }

        Assert.Equal("示例县乙商店", Input(page, "partyName").Value);
        Assert.Equal("91440000123456789X", Input(page, "partyCode").Value);
    }

    [Fact]
    public async Task A_refused_act_shows_its_article_linked_and_keeps_what_was_typed()
    {
        var officer = await OfficerAsync();
        using var answer = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "submit", [.. Clue("示例县丙商店"), ("foundOn", "2026-02-20")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await SiteFixture.ReadPageAsync(answer);
        var refusal = page.QuerySelector(".h-notice.h-bad[role=alert]")!;
        Assert.Contains("依法不能办理", refusal.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/law/instruments/PR", refusal.QuerySelector("a.h-cite")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("示例县丙商店", Input(page, "partyName").Value);
    }

    [Fact]
    public async Task A_person_without_the_role_is_told_who_may_and_can_send_nothing_either()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        var address = DossierLinks.Act(id, "intake.assign-verifiers");
        using var asked = await site.GetAsync(House.Officer1, address);
        Assert.Equal(HttpStatusCode.Forbidden, asked.StatusCode);
        var page = await SiteFixture.ReadPageAsync(asked);
        Assert.Contains("应当由办案机构负责人办理", TextOf(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        var open = await site.GetPageAsync(House.Officer1, NewClue);
        using var step = await site.PostAsync(House.Officer1, address, open, ("do", "submit"), ("people", House.Officer1.PersonId.ToString()), ("people", House.Officer2.PersonId.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, step.StatusCode);
        using var act = await site.PostAsync(House.Officer1, DossierLinks.Act(id, "cases.record-breach"), open, ("do", "submit"));
        Assert.Equal(HttpStatusCode.Forbidden, act.StatusCode);
    }

    [Fact]
    public async Task An_approval_without_the_second_factor_is_forbidden()
    {
        var id = await ExemptionPath.ToFilingAsync(House);
        var client = await site.ClientOfAsync(House.UnitHead, secondFactor: false);
        using var answer = await client.GetAsync(new Uri(DossierLinks.Act(id, "cases.begin-investigation"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("双因子", TextOf(await SiteFixture.ReadPageAsync(answer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_out_of_turn_is_refused_with_its_article()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        using var answer = await site.GetAsync(House.UnitHead, DossierLinks.Act(id, "cases.begin-investigation"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await SiteFixture.ReadPageAsync(answer)).QuerySelector(".h-notice a.h-cite"));
    }

    [Theory, Row("1.5")]
    [InlineData("")]
    [InlineData("/record")]
    [InlineData("/acts/intake.record-verification")]
    public async Task A_dossier_of_another_bureau_or_station_is_not_found(string page)
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        var (stranger, neighbour) = (await StrangerAsync(), await NeighbourAsync());
        foreach (var person in new[] { stranger, neighbour })
        {
            using var answer = await site.GetAsync(person, $"/dossiers/{id}{page}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var sent = await site.PostAsync(neighbour, $"/dossiers/{id}/acts/intake.record-verification", await site.GetPageAsync(neighbour, NewClue), ("findings", "有人试探"), ("do", "submit"));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    [Fact]
    public async Task Who_acts_second_sees_what_was_done_keeps_the_text_and_may_send_it_again()
    {
        var id = await VerifiedByTwoAsync();
        var address = DossierLinks.Act(id, "intake.record-verification");
        var form = await site.GetPageAsync(House.Officer1, address);
        await House.DoAsync(House.Officer2, id, new RecordVerification { Findings = "乙先登记。" });
        using var answer = await site.SubmitAsync(House.Officer1, address, form, "submit", ("findings", "甲随后登记。"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await SiteFixture.ReadPageAsync(answer);
        Assert.Contains("办案乙：登记核查情况", page.QuerySelector(".h-notice.h-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("甲随后登记。", page.QuerySelector<IHtmlTextAreaElement>("#field-findings")!.Value);
        using var again = await site.SubmitAsync(House.Officer1, address, page, "submit");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_shown_again_to_its_writer_alone_and_goes_when_it_is_discarded_or_done()
    {
        var id = await VerifiedByTwoAsync();
        var address = DossierLinks.Act(id, "intake.record-verification");
        using var kept = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "draft", ("findings", "写到一半"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("写到一半", await FindingsAsync(House.Officer1));
        Assert.Equal("", await FindingsAsync(House.Officer2));
        Assert.Contains("有草稿", TextOf(await site.GetPageAsync(House.Officer1, DossierLinks.Page(id))), StringComparison.Ordinal);
        await DiscardAsync(House.Officer1, address);
        Assert.Equal("", await FindingsAsync(House.Officer1));
        using var second = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "draft", ("findings", "写完了"));
        using var done = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "submit");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("", await FindingsAsync(House.Officer1));

        async Task<string> FindingsAsync(CurrentPerson me) => (await site.GetPageAsync(me, address)).QuerySelector<IHtmlTextAreaElement>("#field-findings")!.Value;
    }

    [Fact]
    public async Task A_draft_does_not_lie_open_in_the_database()
    {
        var officer = await OfficerAsync();
        using var kept = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "draft", ("reporter", "举报人某某"));
        await using var db = House.Db(officer.Access);
        var draft = Assert.Single(db.Set<Heng.Dossiers.Model.Draft>(), d => d.PersonId == officer.PersonId);
        Assert.DoesNotContain("某某", draft.Fields, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_act_freezes_cannot_be_sent()
    {
        var officer = await OfficerAsync();
        using var answer = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "submit", [.. Clue("示例县己商店"), ("stored", "假附件"), ("stored[0].name", "假附件"), ("documentNumber", "假文号")]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var (file, _) = await House.ReadAsync(officer, IdIn(answer));
        Assert.Empty(((RegisterSource)file.Acts[0].Act).Stored);
    }

    [Fact]
    public async Task An_irreversible_act_is_asked_once_more_and_done_only_then()
    {
        var id = await ExemptionPath.ToReadyForDecisionAsync(House);
        var type = ActTypes.Find("cases.decide-no-penalty")!;
        var address = DossierLinks.Act(id, type);
        using var first = await site.SubmitAsync(House.Head, address, await site.GetPageAsync(House.Head, address), "submit");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var asks = await SiteFixture.ReadPageAsync(first);
        Assert.Contains(type.About.Irreversible!, TextOf(asks), StringComparison.Ordinal);
        Assert.DoesNotContain((await House.ReadAsync(House.Head, id)).File.Acts, a => ActTypes.Of(a.Act) == type);
        using var second = await site.SubmitAsync(House.Head, address, asks, "confirm");
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Contains((await House.ReadAsync(House.Head, id)).File.Acts, a => ActTypes.Of(a.Act) == type);
    }

    [Fact]
    public async Task A_file_is_its_senders_until_an_act_names_it_then_its_dossiers()
    {
        var id = await VerifiedByTwoAsync();
        var address = DossierLinks.Act(id, "intake.record-verification");
        using var uploaded = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "upload:files", [("new.files", @"C:\照片\现场 <1>.jpg", photo)], ("findings", "附照片一张"));
        var page = await SiteFixture.ReadPageAsync(uploaded);
        var link = page.QuerySelector(".h-files a")!.GetAttribute("href")!;
        Assert.Equal("现场 1.jpg", page.QuerySelector(".h-files a")!.TextContent);
        using var mine = await site.GetAsync(House.Officer1, link);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal("image/jpeg", mine.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", mine.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(mine.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(mine.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(House.Officer2, link));
        // The draft keeps the file; the act gives it to the dossier.
        using var done = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "submit");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(House.Officer2, link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await NeighbourAsync(), link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await StrangerAsync(), link));
    }

    [Fact]
    public async Task A_file_of_another_dossier_cannot_be_named()
    {
        var file = await House.UploadAsync(House.Officer1);
        await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House) with { Files = [file] });
        var id = await VerifiedByTwoAsync();
        var address = DossierLinks.Act(id, "intake.record-verification");
        using var answer = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "submit", ("findings", "借用别案的材料"), ("files", file.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await SiteFixture.ReadPageAsync(answer)).QuerySelector(".h-field-wrong input[type=file]"));
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_is_called_is_refused_beside_its_field()
    {
        var id = await VerifiedByTwoAsync();
        var address = DossierLinks.Act(id, "intake.record-verification");
        using var answer = await site.SubmitAsync(House.Officer1, address, await site.GetPageAsync(House.Officer1, address), "submit", [("new.files", "照片.jpg", Encoding.ASCII.GetBytes("MZ\0\0 program")), ("new.files", "真.jpg", photo)], ("findings", "两个文件"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await SiteFixture.ReadPageAsync(answer);
        Assert.Contains("照片.jpg", page.QuerySelector("#field-files-problem-0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("真.jpg", page.QuerySelector(".h-files a")!.TextContent);
        Assert.Equal("两个文件", page.QuerySelector<IHtmlTextAreaElement>("#field-findings")!.Value);
    }

    [Fact]
    public async Task A_matter_is_found_by_words_without_script()
    {
        var officer = await OfficerAsync();
        using var found = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "find:matter", ("find.matter", "过期食品"));
        var page = await SiteFixture.ReadPageAsync(found);
        Assert.NotNull(page.QuerySelector("input[type=radio][name=matter][value='FOOD-008']"));
    }

    [Fact, Row("10.6")]
    public async Task A_party_of_an_earlier_dossier_is_chosen_and_not_typed_again()
    {
        await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House) with { PartyName = "示例县再来商店", PartyPhone = "000-12345678" });
        var officer = await OfficerAsync();
        using var found = await site.SubmitAsync(officer, NewClue, await site.GetPageAsync(officer, NewClue), "find:party", ("find.party", "再来商店"));
        var page = await SiteFixture.ReadPageAsync(found);
        var use = page.QuerySelector<IHtmlButtonElement>("button[value^='use:']")!.Value!;
        using var used = await site.SubmitAsync(officer, NewClue, page, use);
        var filled = await SiteFixture.ReadPageAsync(used);
        Assert.Equal("示例县再来商店", Input(filled, "partyName").Value);
        Assert.Equal("000-12345678", Input(filled, "partyPhone").Value);
        Assert.Equal("IndividualBusiness", filled.QuerySelector<IHtmlInputElement>("input[name=partySort][checked]")!.Value);
        // A party of another station is not offered.
        using var elsewhere = await site.SubmitAsync(await NeighbourAsync(), NewClue, await site.GetPageAsync(await NeighbourAsync(), NewClue), "find:party", ("find.party", "再来商店"));
        Assert.Null((await SiteFixture.ReadPageAsync(elsewhere)).QuerySelector("button[value^='use:']"));
    }

    [Fact]
    public async Task Every_act_that_is_offered_on_the_path_has_a_form_that_can_be_drawn()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        Guid[] dossiers = [id, await VerifiedByTwoAsync(), await ExemptionPath.ToFilingAsync(House), await ExemptionPath.ToFactsAsync(House), await ExemptionPath.ToReadyForDecisionAsync(House), await ExemptionPath.ToDecisionAsync(House), await ExemptionPath.ToArchiveAsync(House)];
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dossier in dossiers)
        {
            foreach (var person in new[] { House.Officer1, House.UnitHead, House.Reviewer, House.Head })
            {
                var (file, context) = await House.ReadAsync(person, dossier);
                foreach (var offer in ActDesk.OffersOf(person, file, context).Where(o => o.IsMine && o.Type.About.Page is null && !drawn.Contains(o.Type.Code)))
                {
                    var page = await site.GetPageAsync(person, DossierLinks.Act(dossier, offer.Type));
                    Assert.Contains(offer.Type.Chinese, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
                    Assert.All(offer.Type.Fields, f => Assert.Equal(offer.Type.Empty.AsksFor(f.Property.Name, file), page.QuerySelector($"#field-{f.Name}") is not null));
                    drawn.Add(offer.Type.Code);
                }
            }
        }

        Assert.True(drawn.Count > 20, $"drawn: {string.Join(' ', drawn)}");
    }

    [Fact]
    public async Task Every_field_of_every_act_can_be_drawn_and_read_back()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        var (file, context) = await House.ReadAsync(House.Officer1, id);
        foreach (var type in ActTypes.All)
        {
            var values = ActForm.ValuesOf(type.Empty);
            var (act, faults) = ActForm.Read(type.Empty, values);
            Assert.Empty(faults);
            Assert.Equal(ActTypes.Write(type.Empty), ActTypes.Write(act));
            Assert.All(type.Fields, f => Assert.NotNull(FieldView.Of(f, values[f.Name], [], type.Empty, file, context)));
        }
    }

    private static (string, string?)[] Clue(string party) =>
    [
        ("partySort", "IndividualBusiness"), ("partyName", party), ("noCodeReason", "示例数据"), ("source", "Inspection"), ("content", "检查发现超过保质期的食品。"), ("matter", "FOOD-008"),
    ];

    private static string TextOf(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static IHtmlInputElement Input(IDocument page, string name) => page.QuerySelector<IHtmlInputElement>($"#field-{name}")!;

    private static Guid IdIn(HttpResponseMessage answer) => Guid.Parse(answer.Headers.Location!.ToString().Split('/')[2].Split('?')[0]);

    private async Task<HttpStatusCode> StatusAsync(CurrentPerson me, string address)
    {
        using var answer = await site.GetAsync(me, address);
        return answer.StatusCode;
    }

    private async Task DiscardAsync(CurrentPerson me, string address)
    {
        using var answer = await site.SubmitAsync(me, address, await site.GetPageAsync(me, address), "discard");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<Guid> VerifiedByTwoAsync()
    {
        var id = await House.DoAsync(House.Officer1, null, ExemptionPath.Clue(House));
        await House.DoAsync(House.UnitHead, id, new AssignVerifiers { People = [House.Officer1.PersonId, House.Officer2.PersonId] });
        return id;
    }

    /// <summary>An officer of the station without any draft.</summary>
    private Task<CurrentPerson> OfficerAsync() => House.HireAsync("办案庚", House.Station, PersonRoles.Officer);

    /// <summary>Someone of another bureau.</summary>
    private async Task<CurrentPerson> StrangerAsync()
    {
        var bureau = new Bureau(Guid.CreateVersion7(), null, BureauLevel.County, "别县市场监督管理局", "别", "990102", "CN-GD");
        var unit = new Unit(bureau.Id, Guid.CreateVersion7(), "别县执法大队", false);
        await using (var db = House.Db(Access.WholeBureau(bureau.Id)))
        {
            db.AddRange(bureau, unit);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return await House.HireAsync("别局人员", unit, PersonRoles.Officer | PersonRoles.Head, bureau: bureau);
    }

    /// <summary>An officer of another station of the bureau.</summary>
    private async Task<CurrentPerson> NeighbourAsync()
    {
        var unit = new Unit(House.Bureau.Id, Guid.CreateVersion7(), "城东所" + Guid.CreateVersion7(), true);
        await using (var db = House.Db(Access.WholeBureau(House.Bureau.Id)))
        {
            db.Add(unit);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return await House.HireAsync("邻所人员", unit, PersonRoles.Officer);
    }
}
