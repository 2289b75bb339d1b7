using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Heng.Law;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Heng.Tests.Architecture;

/// <summary>The compiled code of both assemblies, and which room uses which.</summary>
internal static class Code
{
    private const string GeneratedPages = "AspNetCoreGeneratedDocument";
    private static readonly Lazy<IReadOnlyList<Use>> uses = new(() => [.. Load()]);

    public static Assembly LawAssembly => typeof(LawSet).Assembly;

    public static Assembly ProgramAssembly => typeof(Program).Assembly;

    /// <summary>Every use of one of our types by another of our types, method bodies and Razor pages included.</summary>
    public static IReadOnlyList<Use> Uses => uses.Value;

    /// <summary>Types that people wrote.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly)
        => assembly.GetTypes().Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal)
            && t.Namespace is { } space && (space == "Heng" || space.StartsWith("Heng.", StringComparison.Ordinal)));

    private static IEnumerable<Use> Load()
    {
        var architecture = new ArchLoader().LoadAssemblies(LawAssembly, ProgramAssembly).Build();
        foreach (var type in architecture.Types)
        {
            if (NamespaceOf(type) is not { } from)
            {
                continue;
            }

            foreach (var target in type.Dependencies.Select(d => d.Target).Distinct())
            {
                if (NamespaceOf(target) is { } to && to != from)
                {
                    yield return new Use(type.FullName, from, target.FullName, to);
                }
            }
        }
    }

    private static string? NamespaceOf(IType type)
    {
        // Anonymous types and type parameters have none.
        if (type.Namespace?.FullName is not { } space)
        {
            return null;
        }

        if (space == GeneratedPages)
        {
            // The class of Guidance/Pages/Index.cshtml is named Guidance_Pages_Index.
            var parts = type.Name.Split('_', StringSplitOptions.RemoveEmptyEntries);
            return parts.Length > 1 ? "Heng." + string.Join('.', parts[..^1]) : "Heng";
        }

        return space == "Heng" || space.StartsWith("Heng.", StringComparison.Ordinal) ? space : null;
    }
}

/// <summary>One type uses another.</summary>
internal sealed record Use(string From, string FromNamespace, string To, string ToNamespace)
{
    public override string ToString() => $"{From} -> {To}";
}
