using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Prevention.Steps;

/// <summary>Something that came back on a letter (信函回音): which letter, which day.</summary>
public abstract record LetterAct : DossierAct
{
    /// <summary>Number of the letter.</summary>
    [Field("信函", Kind = FieldKind.Choice)]
    public string Number { get; init; } = "";

    /// <summary>The day.</summary>
    [Field("日期")]
    public DateOnly On { get; init; }

    /// <summary>Whether a letter still waits for it.</summary>
    /// <param name="letter">The letter.</param>
    protected abstract bool Waits(LetterSent letter);

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.Part<DossierEnd>().IsClosed && file.Part<PreventionFile>().Letters.Any(Waits);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<PreventionFile>().Letters.Where(Waits).Select(l => (l.Letter.Number, $"{ActTypes.LabelOf(l.Letter.Kind)} {l.Letter.Number}"));
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { On = context.Today, Number = ChoicesOf(nameof(Number), file, context).FirstOrDefault().Value ?? "" };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        if (file.Part<PreventionFile>().Letters.FirstOrDefault(l => l.Letter.Number == Number) is not { } letter || !Waits(letter))
        {
            yield return new("number", "请选择一封还没有登记的信函。");
        }
        else if (On > context.Today || On < letter.Letter.On)
        {
            yield return new("on", "日期应当在发信之日和今天之间。");
        }
    }
}

/// <summary>Record the receipt of a letter (登记签收).</summary>
[Act("prevention.record-receipt", "登记签收", By = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Intake, Basis = "OP 3")]
public sealed record RecordReceipt : LetterAct
{
    /// <summary>Who received it.</summary>
    [Field("签收人")]
    public string Receiver { get; init; } = "";

    /// <summary>The signed receipt, a screenshot.</summary>
    [Field("回执、截图", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"{Number} 已签收";

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        return (RecordReceipt)base.Prefilled(file, context) with { Receiver = file.Part<Affair>().Party?.Representative ?? "" };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    protected override bool Waits(LetterSent letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return letter.ReceivedOn is null;
    }
}

/// <summary>What an enterprise answered (自查结果).</summary>
public enum ReplyResult
{
    /// <summary>Nothing found.</summary>
    [Label("自查没有发现问题")]
    NothingFound,

    /// <summary>Found and corrected.</summary>
    [Label("自查发现问题，已经改正")]
    Corrected,

    /// <summary>Being corrected.</summary>
    [Label("自查发现问题，正在改正")]
    Correcting,

    /// <summary>Help is wanted.</summary>
    [Label("需要指导")]
    WantsHelp,
}

/// <summary>Record the reply to a letter (登记答复).</summary>
[Act("prevention.record-reply", "登记答复", By = PersonRoles.Officer | PersonRoles.UnitHead | PersonRoles.Intake, Basis = "OP 3")]
public sealed record RecordReply : LetterAct
{
    /// <summary>The result of the self-check.</summary>
    [Field("自查结果")]
    public ReplyResult? Result { get; init; }

    /// <summary>What was answered besides.</summary>
    [Field("答复内容", Kind = FieldKind.LongText, Optional = true)]
    public string? Content { get; init; }

    /// <summary>The reply.</summary>
    [Field("答复材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => $"{Number} 答复：{(Result is { } r ? ActTypes.LabelOf(r) : "")}";

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    protected override bool Waits(LetterSent letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return letter.Reply is null;
    }
}
