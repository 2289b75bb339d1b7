using Heng.Law;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Heng.Guidance.Pages;

/// <summary>Procedure page (办案程序): the stages drawn; a stage shows its acts, people, forms, clocks and rules.</summary>
/// <param name="law">The law set.</param>
[AllowAnonymous]
public sealed class ProcedureModel(LawSet law) : PageModel
{
    /// <summary>Width of a box in the drawing.</summary>
    public const int BoxWidth = 118;

    /// <summary>Height of a box in the drawing.</summary>
    public const int BoxHeight = 46;

    private const int ColumnWidth = 146;
    private const int RowHeight = 96;

    /// <summary>The drawing, row by row; a dot leaves a place free.</summary>
    private static readonly string[] rows =
    [
        "S00 S05 S08 S10 S20 S30 S40 S45",
        ".   .   S09 .   S21 S22 .   .",
        ".   S75 S70 S65 S62 S60 S55 S50",
        "S79 S76 S77 S78 .   .   R10 R20",
        ".   S80 S85 S90 S92 S93 .   .",
        ".   .   .   S95 S97 S98 .   .",
        "P10 P20 P30 P40 P50 .   .   .",
    ];

    private static readonly Dictionary<string, (int Column, int Row)> places = rows
        .SelectMany((row, y) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((id, x) => (Id: id, Column: x, Row: y)))
        .Where(p => p.Id != ".").ToDictionary(p => p.Id, p => (p.Column, p.Row), StringComparer.Ordinal);

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
