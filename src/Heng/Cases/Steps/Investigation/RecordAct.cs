using System.Text.Json.Serialization;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.People;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Cases.Steps.Investigation;

/// <summary>A record made with a party (现场笔录、询问笔录): what both kinds have.</summary>
public abstract record RecordAct : CaseAct, IBringsEvidence
{
    /// <summary>The officers present.</summary>
    [Field("执法人员", Kind = FieldKind.People, Roles = PersonRoles.Officer, Group = "时间、地点和人员")]
    public IReadOnlyList<Guid> Officers { get; init; } = [];

    /// <summary>Beginning, Beijing time.</summary>
    [Field("开始时间", Kind = FieldKind.Moment)]
    public DateTime Start { get; init; }

    /// <summary>End, Beijing time.</summary>
    [Field("结束时间", Kind = FieldKind.Moment)]
    public DateTime End { get; init; }

    /// <summary>Where.</summary>
    [Field("地点")]
    public string Place { get; init; } = "";

    /// <summary>Certificates shown.</summary>
    [Field("已出示执法证件", Group = "告知和确认")]
    public bool? CertificatesShown { get; init; }

    /// <summary>Rights told first.</summary>
    [Field("已先告知陈述、申辩和申请回避的权利")]
    public bool? RightsTold { get; init; }

    /// <summary>How it was confirmed.</summary>
    [Field("核对确认")]
    public Confirmation? Confirmed { get; init; }

    /// <summary>Witness, or how the refusal was recorded.</summary>
    [Field("拒绝或者不在场的证明", Optional = true, Help = "见证人姓名，或者录音录像的说明；拒绝签名、不在场时必填。")]
    public string? RefusalProof { get; init; }

    /// <summary>Photographs, recordings, the signed original.</summary>
    [Field("照片、录音录像、签字原件", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The people, frozen.</summary>
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var record = new PartyRecord(Start, End, CertificatesShown == true, RightsTold == true, Confirmed == Confirmation.Confirmed, Confirmed is Confirmation.Refused or Confirmation.Absent, !string.IsNullOrWhiteSpace(RefusalProof), context.Found as string);
        return new[] { CaseOfficers.Check(Officers, file, context), CaseOfficers.CheckInterest(Officers, file) }.OfType<Refusal>()
            .Concat(OfficerRules.OfRecords.Select(r => r.Check(record)).OfType<Refusal>());
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [OfficerRules.TwoOfficersArePresent, OfficerRules.InterestIsDeclared, .. OfficerRules.OfRecords];

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Start == default || End == default)
        {
            yield return new("start", "请填写开始和结束时间。");
        }
        else if (End > context.Now.AddHours(8).AddMinutes(1))
        {
            yield return new("end", "结束时间晚于现在，请核对。");
        }
    }

    /// <inheritdoc/>
    public override async Task<object?> LookUpAsync(HengDb db, DossierFile file, ActContext context, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(context);
        var person = await db.Set<OfficerTime>().Where(t => Officers.Contains(t.PersonId) && t.From < End && t.Until > Start).Select(t => (Guid?)t.PersonId).FirstOrDefaultAsync(stop);
        return person is { } id ? context.People.GetValueOrDefault(id)?.Name ?? "" : null;
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool Locks => true;

    /// <inheritdoc/>
    public override async Task LockAsync(HengDb db, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(db);
        // The row of each officer is the lock, always in the same order; writing back what it holds changes nothing.
        foreach (var id in Officers.Distinct().Order())
        {
            await db.Set<Person>().Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.UnitId, x => x.UnitId), stop);
        }
    }

    /// <inheritdoc/>
    public override void AddRows(HengDb db, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        db.AddRange(Officers.Distinct().Select(o => new OfficerTime(file.BureauId, Guid.CreateVersion7(), o, file.Id, Start, End)));
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Named = NamedPerson.Of(Officers, context), Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done) => before;

    /// <inheritdoc/>
    public abstract Evidence? EvidenceAs(int number, RecordedAct done);

    /// <summary>The officers' names, for the time line.</summary>
    [JsonIgnore]
    protected string Names => string.Join("、", Named.Select(n => n.Name));
}

/// <summary>How a record was confirmed (核对确认).</summary>
public enum Confirmation
{
    /// <summary>Read and confirmed on every page.</summary>
    [Label("已核对或者宣读，逐页签名确认")]
    Confirmed,

    /// <summary>Refused.</summary>
    [Label("当事人拒绝签名")]
    Refused,

    /// <summary>Absent.</summary>
    [Label("当事人不在场")]
    Absent,
}
