using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Platform.Administration;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Heng.Tests.Architecture;
using Heng.Tests.Cases;
using Heng.Tests.Storage;
using Heng.Tests.Web;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Heng.Tests.Platform.Administration;

public sealed class PersonalDataTests(SignedInSite site) : IClassFixture<SignedInSite>
{
    private static readonly PersonalDataCatalogue catalogue = PersonalDataCatalogue.Kept;

    [Fact, Row("X.3")]
    public void Every_text_and_file_of_a_table_or_an_act_is_in_the_catalogue()
    {
        var listed = catalogue.Personal.SelectMany(p => p.Places).Concat(catalogue.Other).ToHashSet(StringComparer.Ordinal);
        var missing = Columns().Concat(Fields()).Where(p => p.HoldsText && !listed.Contains(p.Place) && !listed.Contains("*" + p.Place[p.Place.IndexOf('.', StringComparison.Ordinal)..])).Select(p => p.Place).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(missing.Length == 0, "Say in personal-data.json what these hold: " + string.Join(' ', missing));
    }

    [Fact, Row("X.3")]
    public void Nothing_in_the_catalogue_is_stale_or_stands_twice_and_every_kind_says_everything()
    {
        var there = Columns().Concat(Fields()).Select(p => p.Place).ToHashSet(StringComparer.Ordinal);
        var listed = catalogue.Personal.SelectMany(p => p.Places).Concat(catalogue.Other).ToArray();
        Assert.Distinct(listed);
        var stale = listed.Where(p => p.StartsWith('*') ? !there.Any(t => t.EndsWith(p[1..], StringComparison.Ordinal)) : !there.Contains(p)).ToArray();
        Assert.True(stale.Length == 0, "Nothing has these any more: " + string.Join(' ', stale));
        Assert.All(catalogue.Personal, p => Assert.DoesNotContain("", new[] { p.Name, p.Purpose, p.Mask, p.SeenBy, p.Kept }));
    }

    [Fact, Row("X.3")]
    public void Every_number_telephone_and_account_of_a_person_is_masked_once_it_is_recorded()
    {
        var sensitive = catalogue.Personal.Where(p => p.Sensitive).SelectMany(p => p.Places).ToHashSet(StringComparer.Ordinal);
        var fields = ActTypes.All.SelectMany(t => t.Fields).Where(f => sensitive.Contains($"{f.Property.DeclaringType!.Name}.{f.Property.Name}") && new[] { "号码", "电话", "账号" }.Any(w => f.About.Label.Contains(w, StringComparison.Ordinal))).ToArray();
        Assert.NotEmpty(fields);
        Assert.All(fields, f => Assert.True(f.About.Masked, f.About.Label));
    }

    [Fact, Row("X.3")]
    public async Task A_persons_request_is_answered_from_the_log_by_the_number_of_the_dossier()
    {
        var house = site.House;
        var id = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var other = await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var stranger = await house.HireAsync("外所人员", house.Division, PersonRoles.Officer);
        (await site.GetAsync(stranger, $"/dossiers/{id}")).Dispose();
        await house.DoAsync(house.UnitHead, id, new Heng.Dossiers.Steps.ApproveExport { Person = house.Officer1.PersonId, Purpose = "案卷评查，市局。" });
        (await site.GetAsync(house.Officer1, $"/dossiers/{id}/export")).Dispose();
        (await site.GetAsync(stranger, $"/dossiers/{other}")).Dispose();
        var number = (await house.ReadAsync(house.Officer1, id)).File.Number;
        var audit = await house.AdminAsync(PersonRoles.AuditAdmin);
        var page = await site.GetPageAsync(audit, "/admin/log?dossier=" + Uri.EscapeDataString(number));
        Assert.Equal(["导出档案", "无事由查阅，已拒绝"], page.QuerySelectorAll("tbody tr").Select(r => r.Children[3].TextContent));
        var security = await house.AdminAsync(PersonRoles.SecurityAdmin);
        Assert.Contains("举报人、投诉人", (await site.GetPageAsync(security, "/admin/personal-data")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("X.3")]
    public async Task The_exported_list_carries_nothing_that_the_catalogue_calls_sensitive()
    {
        var sensitive = catalogue.Personal.Where(p => p.Sensitive).SelectMany(p => p.Places).ToHashSet(StringComparer.Ordinal);
        var clue = ExemptionPath.Clue(site.House) with { PartyName = "目录示例商店" };
        var filled = ActTypes.Of(clue).Fields.Where(f => f.Property.PropertyType == typeof(string) && sensitive.Contains($"{f.Property.DeclaringType!.Name}.{f.Property.Name}") && f.Property.Name != nameof(PartyAct.PartyNumber)).ToArray();
        Assert.Contains(filled, f => f.Property.Name == nameof(RegisterSource.Reporter));
        Assert.Contains(filled, f => f.Property.Name == nameof(PartyAct.PartyPhone));
        foreach (var field in filled)
        {
            field.Property.SetValue(clue, "机密" + field.Name);
        }

        await site.House.DoAsync(site.House.Officer1, null, clue);
        using var answer = await site.GetAsync(site.House.Officer1, "/dossiers/export.xlsx?q=目录示例");
        using var workbook = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(AdminHouse.Stop));
        var row = (IDictionary<string, object?>)Assert.Single(workbook.Query(useHeaderRow: true));
        Assert.Equal("目录示例商店", row["当事人"]);
        Assert.DoesNotContain("机密", string.Join('|', row.Values), StringComparison.Ordinal);
    }

    [Fact, Row("X.3")]
    public async Task Every_export_of_the_list_is_recorded_without_what_was_looked_for()
    {
        await site.House.DoAsync(site.House.Officer1, null, ExemptionPath.Clue(site.House) with { PartyName = "留痕示例商店" });
        (await site.GetAsync(site.House.Officer1, "/dossiers/export.xlsx?q=留痕示例&stage=S00")).Dispose();
        await using var db = site.House.Db(Access.WholeBureau(site.House.Bureau.Id));
        var entry = await db.Set<SecurityEntry>().Where(e => e.Code == "list.exported").OrderByDescending(e => e.Number).FirstAsync(AdminHouse.Stop);
        Assert.Equal((site.House.Officer1.PersonId, "档案清单 1 条"), (entry.PersonId, entry.Subject));
        Assert.Contains("\"q\",\"stage\"", entry.After, StringComparison.Ordinal);
        Assert.DoesNotContain("留痕", entry.After, StringComparison.Ordinal);
        var audit = await site.House.AdminAsync(PersonRoles.AuditAdmin);
        Assert.Contains("导出档案清单", (await site.GetPageAsync(audit, "/admin/log?code=list.exported")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Row("X.3")]
    public async Task Assessment_and_audit_are_recorded_and_the_next_audit_is_due_a_year_later()
    {
        var house = site.House;
        var security = await house.AdminAsync(PersonRoles.SecurityAdmin);
        var page = await site.GetPageAsync(security, "/admin/personal-data");
        Assert.Contains("还没有影响评估", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("还没有合规审计", page.Body!.TextContent, StringComparison.Ordinal);
        using (var refused = await site.SubmitAsync(security, "/admin/personal-data", page, null, ("kind", "audit"), ("scope", ""), ("findings", ""), ("measures", "")))
        {
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
        }

        foreach (var kind in new[] { "assessment", "audit" })
        {
            using var kept = await site.SubmitAsync(security, "/admin/personal-data", page, null, ("kind", kind), ("scope", "本系统处理的全部个人信息"), ("findings", "目的明确，范围必要，措施有效。"), ("measures", "无"));
            Assert.Equal(System.Net.HttpStatusCode.Redirect, kept.StatusCode);
        }

        var on = house.Today;
        page = await site.GetPageAsync(security, "/admin/personal-data");
        Assert.DoesNotContain("还没有", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(on.AddMonths(12).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), page.Body!.TextContent, StringComparison.Ordinal);
        house.Clock.Advance(TimeSpan.FromDays(367));
        Assert.Contains("合规审计已经到期", (await site.GetPageAsync(security, "/admin/personal-data")).Body!.TextContent, StringComparison.Ordinal);
        await using var db = house.Db(Access.WholeBureau(house.Bureau.Id));
        Assert.Equal(2, await db.Set<SecurityEntry>().CountAsync(e => e.Code == "privacy.reviewed", AdminHouse.Stop));
        Assert.All(await db.Set<PrivacyReview>().ToListAsync(AdminHouse.Stop), r => Assert.Equal(PersonalDataCatalogue.Hash, r.Catalogue));
    }

    [Theory, EachDatabase, Row("X.3")]
    public async Task A_finished_dossier_is_due_for_appraisal_after_the_years_that_the_bureau_keeps_it(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var id = await Heng.Tests.FollowUp.FollowUpPath.ToNotFiledAsync(house, Heng.Cases.Steps.Filing.NoFilingGround.ConditionsNotMet);
        await house.DoAsync(house.UnitHead, id, await house.PrefilledAsync<Heng.Dossiers.Steps.CloseDossier>(house.UnitHead, id));
        await house.DoAsync(house.Officer1, null, ExemptionPath.Clue(house));
        var retention = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Heng.Platform.Record.IRetention>(house.Services);
        await using var db = house.Db(new Access(house.Bureau.Id, Access.NoUnit));
        Assert.Equal((0, null), await retention.FinishedBeforeAsync(db, house.Today, AdminHouse.Stop));
        Assert.Equal((1, house.Today), await retention.FinishedBeforeAsync(db, house.Today.AddDays(1), AdminHouse.Stop));
    }

    [Fact, Row("10.7")]
    public void Most_fields_of_the_acts_are_coded_and_every_element_has_its_code()
    {
        var coverage = ((ICodedElements)site.Services.GetService(typeof(ICodedElements))!).Coverage;
        Assert.Equal(ActTypes.All.SelectMany(t => t.Fields).DistinctBy(f => (f.Property.DeclaringType, f.Property.Name)).Count(), coverage.Coded + coverage.Measured + coverage.Files + coverage.Text);
        // It may only rise: a new field takes a code where there is one.
        Assert.InRange(coverage.Percent, 50, 100);
        Assert.Equal(["主体", "人员", "事项", "当事人", "场所", "证据", "文书", "期限", "金额"], coverage.Elements.Select(e => e.Name));
        var there = Code.TypesOf(typeof(ActTypes).Assembly).SelectMany(t => t.GetProperties().Select(p => $"{t.Name}.{p.Name}")).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(coverage.Elements.SelectMany(e => e.Places).Where(p => !there.Contains(p)));
    }

    private static IEnumerable<(string Place, bool HoldsText)> Columns()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTime().CreateDbContext([]);
        return [.. new HengDb[] { sqlite, postgreSql }.SelectMany(db => db.Model.GetEntityTypes()).SelectMany(e => e.GetProperties().Select(p => ($"{e.ClrType.Name}.{p.Name}", p.ClrType == typeof(string) || p.ClrType == typeof(byte[])))).Distinct()];
    }

    private static IEnumerable<(string Place, bool HoldsText)> Fields() => ActTypes.All.SelectMany(t => Kept(t.Type, [])).Distinct();

    /// <summary>What is written of a type, and of the types inside it; law data are no personal data.</summary>
    private static IEnumerable<(string Place, bool HoldsText)> Kept(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            yield break;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            var kind = property.GetCustomAttribute<FieldAttribute>()?.Kind;
            var element = ElementOf(property.PropertyType);
            var isCoded = kind is FieldKind.Matter or FieldKind.Choice or FieldKind.Choices or FieldKind.Evidence;
            yield return ($"{property.DeclaringType!.Name}.{property.Name}", kind == FieldKind.Files || (element == typeof(string) && !isCoded));
            foreach (var inner in element.Assembly == typeof(ActTypes).Assembly && !element.IsEnum ? Kept(element, seen) : [])
            {
                yield return inner;
            }
        }
    }

    private static Type ElementOf(Type type)
        => Nullable.GetUnderlyingType(type) ?? (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? ElementOf(type.GetGenericArguments()[^1]) : type);
}
