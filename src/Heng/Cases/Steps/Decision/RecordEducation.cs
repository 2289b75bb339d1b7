using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Decision;

/// <summary>Way of education (教育方式).</summary>
public enum EducationWay
{
    /// <summary>Talk.</summary>
    [Label("批评教育、指导约谈")]
    Talk,

    /// <summary>In writing.</summary>
    [Label("书面告诫、合规指引")]
    Written,

    /// <summary>Training.</summary>
    [Label("参加法律法规培训")]
    Training,
}

/// <summary>Record the education of the party (教育记录).</summary>
[Act("cases.educate", "教育记录", By = PersonRoles.Officer, Basis = "APL 33(3)", Help = "不予处罚的应当教育当事人，记录内容、方式、时间和当事人的确认。")]
public sealed record RecordEducation : CaseAct
{
    /// <summary>The way.</summary>
    [Field("教育方式")]
    public EducationWay? Way { get; init; }

    /// <summary>The day.</summary>
    [Field("教育日期")]
    public DateOnly On { get; init; }

    /// <summary>What was taught.</summary>
    [Field("教育内容", Kind = FieldKind.LongText)]
    public string Content { get; init; } = "";

    /// <summary>Who acknowledged.</summary>
    [Field("当事人确认人")]
    public string Acknowledged { get; init; } = "";

    /// <summary>The signed sheet.</summary>
    [Field("签字材料", Kind = FieldKind.Files, Optional = true)]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The files, frozen.</summary>
    public IReadOnlyList<NamedFile> Stored { get; init; } = [];

    /// <inheritdoc/>
    public override string Says => "对当事人进行教育";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main is "S77" or "S09" or "S75";
    }

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        var matter = file.Part<Affair>().Matter is { } id ? context.Law.Matters.Find(id) : null;
        var articles = matter?.On(context.Today) is { } version ? string.Join("、", version.Violates.Select(context.Law.Instruments.InChinese)) : "";
        return this with { Way = EducationWay.Talk, On = context.Today, Acknowledged = file.Part<Affair>().Party?.Representative ?? "", Content = matter is null ? "" : $"说明“{matter.Chinese}”违反{articles}的规定及其危害，告知今后应当遵守的要求和再次违法的后果。" };
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (On > context.Today)
        {
            yield return new("on", "教育日期晚于今天。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context) => this with { Stored = NamedFile.Of(Files, context) };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Education = before.Education.Add(this) };
    }
}
