using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Investigation;

/// <summary>Who is interviewed (被询问人身份).</summary>
public enum Interviewee
{
    /// <summary>The party.</summary>
    [Label("当事人（法定代表人、负责人、经营者）")]
    Party,

    /// <summary>Someone on behalf of the party.</summary>
    [Label("当事人的工作人员、委托代理人")]
    Agent,

    /// <summary>A witness.</summary>
    [Label("证人")]
    Witness,
}

/// <summary>Record an interview (询问, form 14).</summary>
[Act("cases.record-interview", "询问", By = PersonRoles.Officer, Basis = "PR 29", Help = "个别进行，先告知权利，再询问；笔录交被询问人核对，逐页确认。")]
public sealed record RecordInterview : RecordAct
{
    /// <summary>Name.</summary>
    [Field("被询问人", Group = "询问情况")]
    public string Name { get; init; } = "";

    /// <summary>Standing.</summary>
    [Field("身份")]
    public Interviewee? Standing { get; init; }

    /// <summary>Identity number.</summary>
    [Field("公民身份号码", Optional = true, Masked = true)]
    public string? Number { get; init; }

    /// <summary>Questions and answers.</summary>
    [Field("问答", Kind = FieldKind.LongText, Help = "一问一答，各占一行，以“问：”“答：”开头。")]
    public string Content { get; init; } = "";

    /// <inheritdoc/>
    public override string Says => $"询问{(Standing is { } s ? ActTypes.LabelOf(s) : "")}（{Names}）";

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
        return this with { Officers = [.. file.Part<CaseFile>().Handlers.Select(h => h.Id)], Place = context.Bureau?.Name ?? "", Name = party?.Representative ?? "", Standing = Interviewee.Party, Start = now.AddHours(-1), End = now };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var fault in base.Faults(file, context))
        {
            yield return fault;
        }

        if (!string.IsNullOrWhiteSpace(Number) && !Law.Codes.PersonNumber.TryParse(Number, context.Law.Codes, out _, out var wrong))
        {
            yield return new("number", wrong.Says);
        }
    }

    /// <inheritdoc/>
    public override Evidence? EvidenceAs(int number, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return new(number, Standing == Interviewee.Witness ? EvidenceKind.Witness : EvidenceKind.PartyStatement, $"对{Name}的询问笔录", Name, Names, DateOnly.FromDateTime(Start), Place, true, Confirmed == Confirmation.Confirmed, false, false, Told(Content), Stored, null, null, done.Number);
    }

    /// <summary>What the answers say, short.</summary>
    private static string Told(string content)
    {
        var answers = string.Join("；", content.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('答')).Select(l => l[1..].TrimStart('：', ':', ' ').TrimEnd('。')).Where(l => l.Length > 1));
        return answers.Length == 0 ? "被询问人对有关情况的陈述" : $"被询问人陈述：{(answers.Length > 100 ? answers[..100] + "…" : answers)}";
    }
}
