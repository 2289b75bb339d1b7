using System.Text.Json.Serialization;
using Heng.Cases;
using Heng.Dossiers;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.People;
using Heng.Platform.Storage;

namespace Heng.FollowUp.Steps;

/// <summary>Open a dossier for a relapse (再次违法另立档案): a new source in a new dossier that is linked with the old one.</summary>
[Act("follow-up.open-relapse", "再次违法另立档案", ActKind.RegisterSource, By = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Intake, Opens = true, Basis = "OP 7", Page = "/follow-up/relapse/{0}", Help = "原决定不修改；再次违法作为新的线索另立档案，两份档案互相关联。当事人和事项不再填写。")]
public sealed record OpenRelapse : PartyAct, ITellsTheAffair, IStartsVerification
{
    /// <summary>The earlier dossier.</summary>
    public Guid Earlier { get; init; }

    /// <summary>Its number, frozen.</summary>
    public string EarlierNumber { get; init; } = "";

    /// <inheritdoc/>
    [Field("发现日期")]
    public DateOnly FoundOn { get; init; }

    /// <inheritdoc/>
    [Field("线索内容", Kind = FieldKind.LongText)]
    public string Content { get; init; } = "";

    /// <inheritdoc/>
    [Field("涉嫌违法行为", Kind = FieldKind.Matter)]
    public string? Matter { get; init; }

    /// <summary>What came with it.</summary>
    [Field("材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string SourceName => "回访发现";

    /// <inheritdoc/>
    [JsonIgnore]
    public string HowFound => "本局在回访中发现";

    /// <inheritdoc/>
    [JsonIgnore]
    public string? About => Content.Length > 40 ? Content[..40] + "…" : Content;

    /// <inheritdoc/>
    public override string Says => $"回访发现再次违法，另立档案（原档案 {EarlierNumber}）";

    /// <summary>The act as the earlier dossier fills it in.</summary>
    /// <param name="earlier">The earlier dossier.</param>
    public static OpenRelapse After(DossierFile earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var affair = earlier.Part<Affair>();
        var relapse = earlier.Part<FollowUpFile>().OpenRelapse;
        return WithParty(new OpenRelapse { Earlier = earlier.Id, EarlierNumber = earlier.Number, Matter = affair.Matter, FoundOn = relapse?.On ?? earlier.Acts[^1].On, Content = relapse?.Says ?? affair.About }, affair.Party);
    }

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<FollowUpFile>().OpenRelapse is not null;
    }

    /// <inheritdoc/>
    public override async Task<object?> LookUpAsync(HengDb db, DossierFile file, ActContext context, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await DossierReader.OfAsync(db, Earlier, context, stop);
    }

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return new[]
        {
            VisitRules.RelapseWasFound.Check(file.Acts.Count == 0 && (context.Found as DossierFile)?.Part<FollowUpFile>().OpenRelapse is not null),
            // What a follow-up found is itself the proof of the day.
            IntakeRules.SourceIsNotBackdated.Check(new(FoundOn, context.Today, true)),
        }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.RelapseWasFound];

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Stored = NamedFile.Of(Files, context), EarlierNumber = (context.Found as DossierFile)?.Number ?? EarlierNumber };
    }

    /// <inheritdoc/>
    public override (Guid Dossier, DossierAct Act)? Companion(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return (Earlier, new LinkRelapse { Later = file.Id, LaterNumber = file.Number });
    }
}

/// <summary>Link with the dossier of a relapse (关联再次违法档案): recorded with the act that opens it.</summary>
[Act("follow-up.link-relapse", "关联再次违法档案", By = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Intake, Basis = "OP 7")]
public sealed record LinkRelapse : FollowUpAct
{
    /// <summary>The later dossier.</summary>
    public Guid Later { get; init; }

    /// <summary>Its number.</summary>
    public string LaterNumber { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"再次违法，已另立档案 {LaterNumber}";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file) => false;

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new[] { VisitRules.RelapseWasFound.Check(file.Part<FollowUpFile>().OpenRelapse is not null) }.OfType<Refusal>();
    }

    /// <inheritdoc/>
    public override IEnumerable<Rule> RestsOn() => [VisitRules.RelapseWasFound];

    /// <inheritdoc/>
    public override FollowUpFile Apply(FollowUpFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(done);
        return before with { Ties = before.Ties.Add(new(Later, LaterNumber, true)), RelapseTiedAt = done.Number };
    }
}
