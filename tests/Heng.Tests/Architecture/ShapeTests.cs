using System.Reflection;
using Heng.Law.Rulings;
using Heng.Platform.Shell;

namespace Heng.Tests.Architecture;

public sealed class ShapeTests
{
    [Fact]
    public void A_class_is_sealed_unless_it_is_inherited()
    {
        var types = Code.TypesOf(Code.LawAssembly).Concat(Code.TypesOf(Code.ProgramAssembly)).ToArray();
        var inherited = types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();
        // The migration tool writes its classes open.
        types = [.. types.Where(t => !t.Namespace!.Contains(".Migrations.", StringComparison.Ordinal))];
        Assert.Empty(types.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract && !inherited.Contains(t)));
    }

    [Fact]
    public void Rules_of_law_are_made_in_the_library_only()
        => Assert.Empty(Code.TypesOf(Code.ProgramAssembly)
            .SelectMany(t => t.GetMembers(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => TypeOf(m) is { } type && typeof(Rule).IsAssignableFrom(type)));

    [Fact]
    public void Namespaces_equal_folders()
    {
        var wrong = from project in new[] { (Folder: Repository.PathOf("src", "Heng.Law"), Root: "Heng.Law"), (Folder: Repository.PathOf("src", "Heng"), Root: "Heng") }
                    from file in Directory.EnumerateFiles(project.Folder, "*.cs", SearchOption.AllDirectories)
                    where !file.Contains("/Migrations/", StringComparison.Ordinal)
                    let space = File.ReadLines(file).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
                    where space is not null
                    let folder = Path.GetRelativePath(project.Folder, Path.GetDirectoryName(file)!)
                    let expected = folder == "." ? project.Root : $"{project.Root}.{folder.Replace('/', '.')}"
                    where space != $"namespace {expected};"
                    select $"{file}: {space}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        string[] empty = ["Manager", "Helper", "Util", "Utils", "Base", "Impl", "Dto"];
        var types = Code.TypesOf(Code.LawAssembly).Concat(Code.TypesOf(Code.ProgramAssembly));
        // ASP.NET Core finds tag helpers by this ending.
        Assert.Empty(types.Where(t => empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)) && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_capability_has_its_card_and_its_readme()
    {
        var folders = Code.TypesOf(Code.ProgramAssembly).Select(t => t.Namespace!.Split('.')).Where(p => p.Length > 1 && p[1] is not ("Platform" or "Law")).Select(p => p[1]).Distinct();
        foreach (var folder in folders)
        {
            Assert.Contains(Capabilities.All, c => c.GetType().Name == $"{folder}Capability" && c.GetType().Namespace == $"Heng.{folder}");
            Assert.True(File.Exists(Repository.PathOf("src", "Heng", folder, "README.md")), $"{folder} has no README.md");
        }
    }

    [Fact]
    public void Every_navigation_entry_has_its_own_address()
    {
        var addresses = Capabilities.All.SelectMany(c => c.Navigation).Select(n => n.Path).ToArray();
        Assert.Distinct(addresses);
        Assert.All(addresses, a => Assert.StartsWith("/", a, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_card_serves_a_clause_of_the_opinion()
        => Assert.All(Capabilities.All, c => Assert.All(c.Clauses, clause => Assert.True(Enum.IsDefined<OpinionClause>(clause.Clause))));

    private static Type? TypeOf(MemberInfo member) => member switch
    {
        FieldInfo field => field.FieldType,
        PropertyInfo property => property.PropertyType,
        MethodInfo method => method.ReturnType,
        _ => null,
    };
}
