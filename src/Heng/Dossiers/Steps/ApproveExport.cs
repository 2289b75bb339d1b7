using Heng.Platform.People;
using Heng.Platform.Settings;

namespace Heng.Dossiers.Steps;

/// <summary>Approve an export (批准导出档案): the whole file with its personal data leaves the program only for a named person, a purpose and a few days.</summary>
[Act("dossiers.approve-export", "批准导出档案", By = PersonRoles.UnitHead | PersonRoles.Head | PersonRoles.Principal, Basis = "APL 50", Help = "导出的档案含有个人信息和办案材料。写明由谁导出、用途和接收单位；批准只对本人、在有效天数内有效，每次导出记入安全日志。不能批准自己导出。")]
public sealed record ApproveExport : DossierAct, IApprovesExport
{
    /// <summary>Who may export.</summary>
    [Field("导出人员", Kind = FieldKind.Person)]
    public Guid Person { get; init; }

    /// <summary>What for.</summary>
    [Field("用途和接收单位", Kind = FieldKind.LongText)]
    public string Purpose { get; init; } = "";

    /// <summary>The person, frozen.</summary>
    public string Name { get; init; } = "";

    /// <summary>The last day, frozen.</summary>
    public DateOnly Until { get; init; }

    /// <inheritdoc/>
    public override string Says => $"批准{Name}导出档案，{Until:yyyy-MM-dd} 前有效";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Count > 0;
    }

    /// <inheritdoc/>
    public override IEnumerable<InputFault> Faults(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (Person == context.Me.PersonId)
        {
            yield return new("person", "不能批准自己导出；请由其他负责人批准。");
        }
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return this with { Name = context.People.GetValueOrDefault(Person)?.Name ?? "", Until = context.Today.AddDays(DossierSettings.Number(context.Settings, PlatformSettings.ReadingDays)) };
    }

    /// <inheritdoc/>
    public bool Covers(DossierFile file, Guid person, DateOnly today) => person == Person && today <= Until;
}
