namespace Heng.Platform.Storage;

/// <summary>Marks a table that belongs to no bureau; it never points at a bureau-owned one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedAttribute : Attribute;
