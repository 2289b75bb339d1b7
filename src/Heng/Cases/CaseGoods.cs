using Heng.Dossiers;
using Heng.Law.Codes;

namespace Heng.Cases;

/// <summary>What became of goods of a case (财物状态).</summary>
public enum GoodsState
{
    /// <summary>The bureau keeps them.</summary>
    [Label("保管中")]
    Kept,

    /// <summary>Given back, because they are not confiscated.</summary>
    [Label("已发还")]
    Released,

    /// <summary>Taken off the list again: they were entered wrongly.</summary>
    [Label("登记更正")]
    Withdrawn,

    /// <summary>Disposed of by an order.</summary>
    [Label("已处置")]
    Disposed,
}

/// <summary>Goods of a case (涉案财物): one line of its list, with where they are and what became of them.</summary>
/// <param name="Number">Number within the dossier, from 1.</param>
/// <param name="Name">What it is.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Unit">Of what: 瓶, 台, 千克.</param>
/// <param name="Value">What they are worth together.</param>
public sealed record CaseGoods(int Number, string Name, decimal Quantity, string Unit, Money Value)
{
    /// <summary>Number of the list (财物清单文号).</summary>
    public string List { get; init; } = "";

    /// <summary>Where they are kept.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who keeps them.</summary>
    public NamedPerson? Keeper { get; init; }

    /// <summary>Since when they are there.</summary>
    public DateOnly Since { get; init; }

    /// <summary>What became of them.</summary>
    public GoodsState State { get; init; }

    /// <summary>Photographs and papers.</summary>
    public IReadOnlyList<NamedFile> Files { get; init; } = [];

    /// <summary>Quantity and unit as people read it.</summary>
    public string Amount => $"{Quantity.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} {Unit}";

    /// <summary>Whether it counts as goods of the case: neither given back nor entered wrongly.</summary>
    public bool Counts => State is GoodsState.Kept or GoodsState.Disposed;
}

/// <summary>An act whose papers belong into the volume, whichever capability does it (入卷材料).</summary>
public interface IFiledInVolume
{
    /// <summary>The papers: volume (<c>main</c> or <c>side</c>), place in the order of the volume, title, and the form that it is.</summary>
    IReadOnlyList<(string Volume, int Order, string Title, string? Form)> Papers { get; }
}
