using Heng.Law;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Procedure page (办案程序): the stages drawn; a stage shows its acts, people, forms, clocks and rules.</summary>
/// <param name="law">The law set.</param>
public sealed class ProcedureModel(LawSet law) : PageModel
{
    /// <summary>Width of a box in the drawing.</summary>
    public const int BoxWidth = 118;

    /// <summary>Height of a box in the drawing.</summary>
    public const int BoxHeight = 46;

    private const int ColumnWidth = 146;
    private const int RowHeight = 96;

    /// <summary>Column and row of every stage in the drawing.</summary>
    private static readonly Dictionary<string, (int Column, int Row)> places = new(StringComparer.Ordinal)
    {
        ["S00"] = (0, 0), ["S05"] = (1, 0), ["S08"] = (2, 0), ["S10"] = (3, 0), ["S20"] = (4, 0), ["S30"] = (5, 0), ["S40"] = (6, 0), ["S45"] = (7, 0),
        ["S09"] = (2, 1), ["S21"] = (4, 1), ["S22"] = (5, 1),
        ["S75"] = (1, 2), ["S70"] = (2, 2), ["S65"] = (3, 2), ["S62"] = (4, 2), ["S60"] = (5, 2), ["S55"] = (6, 2), ["S50"] = (7, 2),
        ["S79"] = (0, 3), ["S76"] = (1, 3), ["S77"] = (2, 3), ["S78"] = (3, 3), ["R10"] = (6, 3), ["R20"] = (7, 3),
        ["S80"] = (1, 4), ["S85"] = (2, 4), ["S90"] = (3, 4), ["S92"] = (4, 4), ["S93"] = (5, 4),
        ["S95"] = (3, 5), ["S97"] = (4, 5), ["S98"] = (5, 5),
        ["P10"] = (0, 6), ["P20"] = (1, 6), ["P30"] = (2, 6), ["P40"] = (3, 6), ["P50"] = (4, 6),
    };

    /// <summary>The stage chosen.</summary>
    public Stage? Chosen { get; private set; }

    /// <summary>The procedure of the law set.</summary>
    public ProcedureTable Table => law.Procedure;

    /// <summary>The transitions that the drawing shows: those of the rules between two stages.</summary>
    public IEnumerable<Transition> Lines => Table.Transitions.Where(t => !t.IsChoice && t.To is not null && t.To != t.From);

    /// <summary>The rules that guard the acts that leave the chosen stage.</summary>
    public IReadOnlyList<Rule<ProcedureStep>> Rules { get; private set; } = [];

    /// <summary>Answers the address.</summary>
    /// <param name="stage">Id of the stage.</param>
    public IActionResult OnGet(string? stage)
    {
        if (string.IsNullOrEmpty(stage))
        {
            return Page();
        }

        Chosen = Table.Find(stage);
        if (Chosen is null)
        {
            return NotFound();
        }

        Rules = ProcedureMap.RulesAt(Table, Chosen);
        return Page();
    }

    /// <summary>Left and top of a stage's box.</summary>
    /// <param name="stage">Id of the stage.</param>
    public static (int X, int Y) PlaceOf(string stage) => (14 + (places[stage].Column * ColumnWidth), 14 + (places[stage].Row * RowHeight));

    /// <summary>A line from box to box, drawn from edge to edge.</summary>
    /// <param name="from">Id of the stage before.</param>
    /// <param name="to">Id of the stage after.</param>
    public static string PathOf(string from, string to)
    {
        var (a, b) = (PlaceOf(from), PlaceOf(to));
        var (dx, dy) = (Math.Sign(b.X - a.X), Math.Sign(b.Y - a.Y));
        var sameRow = dy == 0;
        var (x1, y1) = sameRow ? (a.X + (dx > 0 ? BoxWidth : 0), a.Y + (BoxHeight / 2) + (dx < 0 ? 8 : -4)) : (a.X + (BoxWidth / 2) + (dx * 26), a.Y + (dy > 0 ? BoxHeight : 0));
        var (x2, y2) = sameRow ? (b.X + (dx > 0 ? -3 : BoxWidth + 3), b.Y + (BoxHeight / 2) + (dx < 0 ? 8 : -4)) : (b.X + (BoxWidth / 2) - (dx * 26), b.Y + (dy > 0 ? -3 : BoxHeight + 3));
        var bend = sameRow && Math.Abs(b.X - a.X) > ColumnWidth ? RowHeight / 2 : 0;
        return bend > 0
            ? $"M{a.X + (BoxWidth / 2)} {a.Y + BoxHeight} Q{(a.X + b.X + BoxWidth) / 2} {a.Y + BoxHeight + bend} {b.X + (BoxWidth / 2)} {b.Y + BoxHeight + 3}"
            : sameRow ? $"M{x1} {y1} L{x2} {y2}" : $"M{x1} {y1} C{x1} {(y1 + y2) / 2} {x2} {(y1 + y2) / 2} {x2} {y2}";
    }

    /// <summary>The Chinese name of a track.</summary>
    /// <param name="stage">A stage on it.</param>
    public static string TrackOf(Stage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Procedure == "simple" ? "简易程序" : stage.Track switch
        {
            Track.Main => "普通程序",
            Track.Service => "送达",
            Track.Publication => "公示",
            Track.Performance => "履行与执行",
            Track.Remedy => "复议与诉讼",
            _ => "案后回访",
        };
    }
}
