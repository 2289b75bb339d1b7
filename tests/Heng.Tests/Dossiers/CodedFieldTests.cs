using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Tests.Cases;
using Heng.Tests.Storage;

namespace Heng.Tests.Dossiers;

/// <summary>Where there is a code, free text is refused at its field; the code is taken.</summary>
[Row("10.7")]
public sealed class CodedFieldTests
{
    private const string Free = "随手填写的文字";

    [Fact]
    public async Task Every_field_with_a_code_refuses_free_text()
    {
        await using var house = await TestHouse.BuildAsync();
        var (file, context) = await house.ReadAsync(house.Head, await ExemptionPath.ToFactsAsync(house));
        var tried = 0;
        foreach (var type in ActTypes.All)
        {
            foreach (var field in type.Fields.Where(f => f.About.Kind is FieldKind.Matter or FieldKind.Person or FieldKind.People or FieldKind.Choice or FieldKind.Choices))
            {
                var act = type.Empty with { };
                object wrong = field.Property.PropertyType == typeof(string) ? Free
                    : field.Property.PropertyType == typeof(IReadOnlyList<string>) ? new[] { Free }
                    : field.Property.PropertyType == typeof(IReadOnlyList<Guid>) ? new[] { Guid.CreateVersion7() }
                    : Guid.CreateVersion7();
                field.Property.SetValue(act, wrong);
                Assert.True(ActDesk.FaultsOf(act, file, context).Any(f => f.Field == field.Name), $"{type.Code} {field.Name}");
                tried++;
            }

            // An enum, a day, a number: the form itself takes nothing else.
            var values = type.Fields.Where(f => (Nullable.GetUnderlyingType(f.Property.PropertyType) ?? f.Property.PropertyType) is { } t && (t.IsEnum || t == typeof(bool) || t == typeof(DateOnly) || t == typeof(Guid))).ToDictionary(f => f.Name, _ => new[] { Free });
            Assert.Equal(values.Keys.Order(StringComparer.Ordinal), ActForm.Read(type.Empty, values).Faults.Select(f => f.Field).Order(StringComparer.Ordinal));
            tried += values.Count;
        }

        Assert.True(tried > 100, $"{tried} fields were tried");
    }

    [Theory, EachDatabase]
    public async Task A_matter_in_words_is_refused_and_its_code_is_taken(string database)
    {
        await using var house = await TestHouse.BuildAsync(database);
        var clue = ExemptionPath.Clue(house);
        Assert.Equal("matter", Assert.Single(Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.Officer1, null, clue with { Matter = "经营超过保质期的食品" })).Faults).Field);
        var id = await house.DoAsync(house.Officer1, null, clue);
        var assigned = new AssignVerifiers { People = [house.Officer1.PersonId, house.Officer2.PersonId] };
        Assert.Contains("people", Assert.IsType<ActOutcome.Invalid>(await house.TryAsync(house.UnitHead, id, assigned with { People = [house.Officer1.PersonId, Guid.CreateVersion7()] })).Faults.Select(f => f.Field));
        await house.DoAsync(house.UnitHead, id, assigned);
    }
}
