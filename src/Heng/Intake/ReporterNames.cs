using Heng.Cases;
using Heng.Dossiers;
using Heng.Intake.Steps;
using Heng.Platform.People;

namespace Heng.Intake;

/// <summary>A reporter (举报人、投诉人) as the intake desk reads it.</summary>
/// <param name="On">The day of the registration.</param>
/// <param name="Text">Name and contact, as they were entered.</param>
/// <param name="MatchesRecord">Whether it is what the record committed to.</param>
public sealed record ReporterRead(DateOnly On, string Text, bool MatchesRecord);

/// <summary>Reporter names (举报人信息): opened by the intake desk alone, for a reason of duty, and each opening is recorded. They are shown nowhere else.</summary>
/// <param name="desk">Reads the dossier.</param>
/// <param name="vault">Opens the vault.</param>
public sealed class ReporterNames(ActDesk desk, VaultReader vault)
{
    private const string Kind = "reporter";

    /// <summary>The role of the intake desk.</summary>
    public const string Role = "intake";

    /// <summary>The duties (履职事由), code and name.</summary>
    public static IReadOnlyList<(string Code, string Chinese)> Duties { get; } =
    [
        ("reply", "答复举报人、投诉人，告知处理结果"),
        ("verify", "向举报人核实线索"),
        ("reward", "核发举报奖励"),
        ("protect", "保护举报人"),
    ];

    /// <summary>The number of a dossier with a sealed reporter; null when there is none for this person, or he handles the affair himself.</summary>
    /// <param name="me">Who asks.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<string?> FindAsync(CurrentPerson me, Guid dossier, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        return me.Holds(PersonRoles.Intake) && await desk.ReadAsync(me, dossier, stop) is { Context.IsGuest: false } read && IsSealed(read.File) && !read.File.Part<CaseFile>().WasHandledBy(me.PersonId) ? read.Row.Number : null;
    }

    /// <summary>Opens the reporter of a dossier for a reason, and records it.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="dossier">The dossier.</param>
    /// <param name="duty">Code of the duty.</param>
    /// <param name="reason">The reason in words.</param>
    /// <param name="stop">Stops the work.</param>
    /// <returns>Who reported, or what is wrong; neither when there is nothing for this person.</returns>
    public async Task<(IReadOnlyList<ReporterRead>? Read, InputFault? Fault)> OpenAsync(CurrentPerson me, Guid dossier, string? duty, string? reason, CancellationToken stop = default)
    {
        if (await FindAsync(me, dossier, stop) is null)
        {
            return (null, null);
        }

        if (Duties.All(d => d.Code != duty))
        {
            return (null, new("duty", "请选择履职事由。"));
        }

        if (reason?.Trim() is not { Length: >= 4 and <= 200 } why)
        {
            return (null, new("reason", "请写明理由，4 至 200 个字；不要填写举报人信息。"));
        }

        var file = (await desk.ReadAsync(me, dossier, stop))!.Value.File;
        var opened = await vault.OpenAsync(me, dossier, Kind, $"查阅举报人（{Duties.First(d => d.Code == duty).Chinese}：{why}）", stop);
        return ([.. (opened ?? []).Select(o => (Secret: o, Done: file.Acts[o.Act - 1])).Select(o => new ReporterRead(o.Done.On, o.Secret.Text, o.Secret.Commitment == ((RegisterSource)o.Done.Act).Reporter))], null);
    }

    /// <summary>Whether a dossier keeps a reporter in the vault.</summary>
    /// <param name="file">The dossier.</param>
    public static bool IsSealed(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Acts.Any(a => a.Act is RegisterSource { Reporter.Length: > 0 });
    }
}
