using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Record an inspection on the spot (现场检查, form 09).</summary>
[Act("cases.record-inspection", "现场检查", By = PersonRoles.Officer, Basis = "PR 28", Help = "通知当事人到场，出示证件、告知权利后检查，笔录当场制作，逐页确认。")]
public sealed record RecordInspection : RecordAct
{
    /// <summary>Who was there for the party.</summary>
    [Field("当事人或者在场人员", Group = "检查情况", Optional = true)]
    public string? Present { get; init; }

    /// <summary>What was seen.</summary>
    [Field("检查经过和发现的情况", Kind = FieldKind.LongText)]
    public string Content { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"现场检查（{Names}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S20";
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var party = file.Part<Affair>().Party;
        var now = context.Now.AddHours(8);
        return this with { Officers = [.. file.Part<CaseFile>().Handlers.Select(h => h.Id)], Place = party?.Address ?? "", Present = party?.Representative, Start = now.AddHours(-1), End = now };
    }

    /// <inheritdoc/>
    public override Evidence? EvidenceAs(int number, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return new(number, EvidenceKind.SceneRecord, "现场笔录", $"执法人员{Names}现场制作", Names, DateOnly.FromDateTime(Start), Place, true, true, false, false, Content.Length > 60 ? Content[..60] + "…" : Content, Stored, null, null, done.Number);
    }
}
