using System.Reflection;
using Heng.Law;
using Heng.Law.Rulings;

namespace Heng.Tests.Architecture;

public sealed class RuleRegisterTests
{
    private static readonly IReadOnlyList<Rule> registered = LawRules.Of(LawSet.Embedded);

    [Fact]
    public void Every_rule_in_the_code_is_in_the_register()
        => Assert.Empty(DeclaredRules().Where(declared => !registered.Any(r => ReferenceEquals(r, declared.Rule) || r.Code == declared.Rule.Code)).Select(d => d.Where));

    [Fact]
    public void Every_method_that_makes_a_rule_has_its_rule_in_the_register()
    {
        // A rule with a setting is made by a method; its code stands in the register like any other.
        var makers = StaticMembers().OfType<MethodInfo>().Where(m => m.IsPublic && typeof(Rule).IsAssignableFrom(m.ReturnType) && !m.IsSpecialName);
        Assert.True(registered.Count - registered.IntersectBy(DeclaredRules().Select(d => d.Rule.Code), r => r.Code).Count() >= makers.Count());
    }

    [Fact]
    public void Codes_are_unique() => Assert.Distinct(registered.Select(r => r.Code));

    [Fact]
    public void Every_rule_cites_an_instrument_of_the_law_set()
        => Assert.Empty(registered.Where(r => LawSet.Embedded.Instruments.Find(r.Basis.Instrument) is null).Select(r => r.Code));

    [Fact]
    public void Every_rule_refuses_the_example_that_it_must_refuse() => Assert.Empty(registered.Where(r => !r.RefusesItsExample).Select(r => r.Code));

    [Fact]
    public void Every_rule_passes_the_example_that_it_must_pass() => Assert.Empty(registered.Where(r => !r.PassesItsExample).Select(r => r.Code));

    [Fact]
    public void Every_rule_is_stated_in_chinese() => Assert.Empty(registered.Where(r => !r.States.Any(c => c is >= '一' and <= '鿿')).Select(r => r.Code));

    private static IEnumerable<MemberInfo> StaticMembers()
        => Code.TypesOf(Code.LawAssembly).Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));

    private static IEnumerable<(string Where, Rule Rule)> DeclaredRules()
    {
        foreach (var member in StaticMembers())
        {
            var value = member switch
            {
                FieldInfo field when MayHoldRules(field.FieldType) => field.GetValue(null),
                PropertyInfo property when MayHoldRules(property.PropertyType) && property.GetIndexParameters().Length == 0 => property.GetValue(null),
                _ => null,
            };
            foreach (var rule in value switch { Rule one => [one], IEnumerable<Rule> many => many, _ => [] })
            {
                yield return ($"{member.DeclaringType!.FullName}.{member.Name}", rule);
            }
        }
    }

    private static bool MayHoldRules(Type type) => typeof(Rule).IsAssignableFrom(type) || typeof(IEnumerable<Rule>).IsAssignableFrom(type);
}
