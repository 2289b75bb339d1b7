using System.Runtime.CompilerServices;
using System.Text.Json;
using Heng.Dossiers.Model;
using Heng.Law;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Law.Visits;
using Heng.Platform.Files;
using Heng.Platform.People;
using Heng.Platform.Record;
using Heng.Platform.Settings;
using Heng.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Heng.Dossiers;

/// <summary>Act desk (办理台): the one way in which something is done to a dossier.</summary>
/// <remarks>One act = one transaction = the change, its record and what lists need of it. A refused act changes nothing.</remarks>
/// <param name="db">Reads what the person may read.</param>
/// <param name="gate">Lets one writer in on SQLite.</param>
/// <param name="law">The law in force.</param>
/// <param name="time">The clock.</param>
/// <param name="contributors">What the capabilities know of a dossier.</param>
/// <param name="settings">Effective settings of a bureau.</param>
/// <param name="directory">The people of a bureau.</param>
/// <param name="vault">Locks what must not stand in the record.</param>
/// <param name="laws">The law sets of earlier acts.</param>
/// <param name="readings">Opens dossiers of others for a reason of duty.</param>
/// <param name="assignments">Opens dossiers of other units to those who are named there.</param>
/// <param name="lookUps">Look up for acts what only services can find.</param>
public sealed class ActDesk(HengDb db, WriteGate gate, LawSet law, TimeProvider time, IEnumerable<IDossierContributor> contributors, ISettingsOfBureau settings, PeopleDirectory directory, VaultKey vault, LawArchive laws, ReadingDesk readings, AssignedReading assignments, IEnumerable<IActLookUp> lookUps)
{
    /// <summary>So many ids fit into an index of either database; whoever is left out sees an entry that the rules refuse him.</summary>
    private const int MostKeptFrom = 60;
    private const PersonRoles Approvers = PersonRoles.UnitHead | PersonRoles.Reviewer | PersonRoles.LegalReviewer | PersonRoles.Head | PersonRoles.Principal;
    private readonly IDossierContributor[] contributors = [.. contributors];

    /// <summary>Does an act, or says why not.</summary>
    /// <param name="me">Who acts.</param>
    /// <param name="dossierId">The dossier; null for an act that opens one.</param>
    /// <param name="version">The version the person saw; null to act on whatever is there.</param>
    /// <param name="act">The act.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<ActOutcome> DoAsync(CurrentPerson me, Guid? dossierId, int? version, DossierAct act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(act);
        var outcome = await RetryAsync(me, dossierId, version, act, stop);
        if (outcome is ActOutcome.Done)
        {
            await gate.ReachDiskAsync();
        }

        return outcome;
    }

    /// <summary>Checks an act without doing it: the reasons why it would be refused.</summary>
    /// <param name="me">Who would act.</param>
    /// <param name="dossierId">The dossier; null for an act that opens one.</param>
    /// <param name="act">The act.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<ActOutcome?> CheckAsync(CurrentPerson me, Guid? dossierId, DossierAct act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(act);
        db.Access = me.Access;
        var (_, file, context) = await OpenAsync(me, dossierId, act, stop);
        return file is null ? new ActOutcome.NotFound() : (await RefusalAsync(me, file, act, context!, stop)).Refusal;
    }

    /// <summary>A dossier that the person may read, with the context in which he reads it; null when there is none for him.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(DossierRowView Row, DossierFile File, ActContext Context)?> ReadAsync(CurrentPerson me, Guid dossierId, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        var (dossier, file, context) = await OpenAsync(me, dossierId, null, stop);
        if (dossier is null && await readings.OpenAsync(me, dossierId, stop) is { } access)
        {
            // Someone else's dossier, read for a reason of duty: what is done with it stays refused, because acts look with one's own access.
            db.Access = access;
            (dossier, file, context) = await OpenAsync(me, dossierId, null, stop);
            context = context! with { IsGuest = true, Bureau = (await directory.OfAsync(access.BureauId, stop)).Bureau };
        }

        return dossier is null || file is null ? null : (new DossierRowView(dossier.Number, dossier.Version, dossier.Head, dossier.Profile, dossier.IsClosed), file, Knowing(file, context!));
    }

    /// <summary>A dossier that the person may read, with its record as it is stored; null when there is none for him.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(DossierRowView Row, DossierFile File, ActContext Context, IReadOnlyList<ActRow> Record)?> ReadRecordAsync(CurrentPerson me, Guid dossierId, CancellationToken stop = default)
    {
        if (await ReadAsync(me, dossierId, stop) is not var (row, file, context))
        {
            return null;
        }

        var record = await db.Set<ActRow>().AsNoTracking().Where(a => a.DossierId == dossierId && a.Number <= row.Version).OrderBy(a => a.Number).ToListAsync(stop);
        return (row, file, context, record);
    }

    /// <summary>An act that opens a dossier may begin with this: a dossier in which nothing has happened, and the context of the person.</summary>
    /// <param name="me">Who would act.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<(DossierFile File, ActContext Context)> NewAsync(CurrentPerson me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        return (DossierFile.New(Guid.CreateVersion7(), me.BureauId, me.UnitId, law), await ContextAsync(me, stop));
    }

    /// <summary>The acts that a dossier waits for now: those of the person, with what already stands against them, and those of others.</summary>
    /// <param name="me">Who looks.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">The context in which it was read.</param>
    public static IReadOnlyList<ActOffer> OffersOf(CurrentPerson me, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        return context.IsGuest ? [] : [.. ActTypes.All.Where(t => context.Admits(t.Code) && t.Empty.IsOffered(file)).Select(t => OfferOf(t, me, file, context))];
    }

    /// <summary>Why the form of an act is not for this person now, whatever is typed: the role, the stage or the second factor.</summary>
    /// <param name="me">Who asks.</param>
    /// <param name="type">The act.</param>
    /// <param name="file">The dossier.</param>
    public static ActOutcome? BarrierOf(CurrentPerson me, ActType type, DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(me);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(file);
        var by = type.By(file);
        var isOffered = (type.About.Opens && file.Acts.Count == 0) || type.Empty.IsOffered(file);
        return me.Holds(RoleNames.Administrators) ? administrator
            : by != PersonRoles.None && !me.Holds(by) ? WrongRole(type, by)
            : !isOffered ? type.Empty.NeverFits(file) is { } never ? new ActOutcome.Refused([never]) : WrongStage(type)
            : NeedsSecondFactor(by) && !me.HasSecondFactor ? noSecondFactor
            : null;
    }

    /// <summary>What is wrong with the fields of an act.</summary>
    /// <param name="act">The act.</param>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts.</param>
    public static IReadOnlyList<InputFault> FaultsOf(DossierAct act, DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(context);
        var fields = ActTypes.Of(act).Fields;
        return
        [
            .. fields.Where(f => !f.About.Optional && IsMissing(f.Property.GetValue(act))).Select(f => new InputFault(f.Name, $"请填写“{f.About.Label}”。")),
            .. fields.Where(f => FilesOf(f, act).Any(id => !context.Files.ContainsKey(id))).Select(f => new InputFault(f.Name, $"“{f.About.Label}”中有文件已不可用，请移除后重新上传。")),
            .. fields.Where(f => CodesOf(f, act).Any(code => !IsCode(f, code, act, file, context))).Select(f => new InputFault(f.Name, $"“{f.About.Label}”只能从列出的选项中选择，不能填写文字。")),
            .. act.Faults(file, context),
        ];
    }

    /// <summary>What was entered in a field that takes a code: a matter, people, or a choice that the act gives.</summary>
    private static IEnumerable<string> CodesOf(ActField field, DossierAct act)
        => field.About.Kind is not (FieldKind.Matter or FieldKind.Person or FieldKind.People or FieldKind.Choice or FieldKind.Choices) ? []
            : field.Property.GetValue(act) switch
            {
                string { Length: > 0 } text => [text],
                Guid id when id != Guid.Empty => [id.ToString()],
                IEnumerable<Guid> ids => ids.Select(i => i.ToString()),
                IEnumerable<string> texts => texts,
                _ => [],
            };

    private static bool IsCode(ActField field, string code, DossierAct act, DossierFile file, ActContext context) => field.About.Kind switch
    {
        FieldKind.Matter => context.Law.Matters.Find(code) is not null,
        FieldKind.Person or FieldKind.People => context.People.ContainsKey(Guid.Parse(code)),
        _ => act.Knows(field.Property.Name, code, file, context),
    };

    /// <summary>The context in which a person acts now, without a dossier.</summary>
    /// <param name="me">The person.</param>
    /// <param name="stop">Stops the work.</param>
    public async Task<ActContext> ContextAsync(CurrentPerson me, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(me);
        db.Access = me.Access;
        return await ContextOfAsync(me, null, null, stop);
    }

    /// <summary>The summary of a dossier, as every capability sees it.</summary>
    /// <param name="file">The dossier.</param>
    public DossierSummary SummaryOf(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var summary = new DossierSummary { Number = file.Number, Stage = file.Procedure.Main ?? "" };
        foreach (var contributor in contributors)
        {
            contributor.Summarise(file, summary);
        }

        return summary;
    }

    /// <summary>The clocks that run on a dossier, the nearest first.</summary>
    /// <param name="file">The dossier.</param>
    public IReadOnlyList<DossierClock> ClocksOf(DossierFile file) => [.. contributors.SelectMany(c => c.Clocks(file)).OrderBy(c => c.DueOn)];

    /// <summary>What must be done next on a dossier.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="choices">The settings of the bureau.</param>
    public IReadOnlyList<WorkNeed> NeedsOf(DossierFile file, IDossierSettings choices) => [.. contributors.SelectMany(c => c.Needs(file, choices))];

    private async Task<ActOutcome> RetryAsync(CurrentPerson me, Guid? dossierId, int? version, DossierAct act, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(me, dossierId, version, act, stop);
            }
            catch (Exception fault) when (attempt < 4 && LostRace.Explains(fault))
            {
                // Someone else acted first, or took the same number: look again at what is there now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ActOutcome> TryAsync(CurrentPerson me, Guid? dossierId, int? version, DossierAct act, CancellationToken stop)
    {
        db.Access = ActTypes.Of(act).About.By == PersonRoles.Finance ? me.Reach : me.Access;
        var (dossier, file, context) = await OpenAsync(me, dossierId, act, stop);
        if (file is null)
        {
            return new ActOutcome.NotFound();
        }

        if (version is { } seen && dossier is not null && seen != dossier.Version)
        {
            return new ActOutcome.Conflict([.. file.Acts.Skip(seen)]);
        }

        var (refusal, grounds, looked) = await RefusalAsync(me, file, act, context!, stop);
        if (refusal is not null)
        {
            return refusal;
        }

        context = looked;
        laws.Keep();
        // What follows from an act is worked out before its turn, so that the others wait for the writing only; a number and a lock are had in the turn.
        var written = dossier is not null && act.Series is null && !act.Locks ? await WriteAsync(dossier, file, act, grounds, context, stop) : null;
        using var turn = await gate.EnterAsync(stop);
        await using var deferral = await gate.DeferAsync(db, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (act.Locks)
        {
            await act.LockAsync(db, stop);
            // Whoever came first has committed by now, or waits behind this act: what was free before the lock is looked at again.
            (refusal, grounds, context) = await RefusalAsync(me, file, act, context, stop);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        var year = context.Today.Year;
        if (act.Series is { } series)
        {
            act = act.Numbered(await Sequence.NextAsync(db, me.BureauId, series, year, stop), context);
        }

        if (dossier is null)
        {
            var number = $"{context.Bureau!.AreaCode}-{year}-{await Sequence.NextAsync(db, me.BureauId, "dossier", year, stop):00000}";
            dossier = new Dossier(me.BureauId, file.Id, me.UnitId, number, context.Bureau.HashProfile, context.Today, context.Now);
            file = file.WithNumber(number);
            db.Add(dossier);
        }

        written ??= await WriteAsync(dossier, file, act, grounds, context, stop);
        if (written.Companion is var (other, companion))
        {
            if (await WriteCompanionAsync(me, other, companion, stop) is { } hindrance)
            {
                // Both acts or neither: the transaction falls, and nothing of it is left to be saved by whoever comes next.
                db.ChangeTracker.Clear();
                return hindrance;
            }
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return new ActOutcome.Done(dossier.Id, dossier.Number, written.Number);
    }

    /// <summary>Records the companion of an act in the other dossier, checked like an act of its own; why not, when it cannot be.</summary>
    private async Task<ActOutcome?> WriteCompanionAsync(CurrentPerson me, Guid other, DossierAct act, CancellationToken stop)
    {
        var (dossier, file, context) = await OpenAsync(me, other, act, stop);
        if (dossier is null)
        {
            return new ActOutcome.NotFound();
        }

        var (refusal, grounds, looked) = await RefusalAsync(me, file!, act, context!, stop, isCompanion: true);
        if (refusal is null)
        {
            await WriteAsync(dossier, file!, act, grounds, looked, stop);
        }

        return refusal;
    }

    /// <summary>Adds to the context what an act leaves: its entry, and every row that follows from it. Nothing is saved yet.</summary>
    private async Task<Written> WriteAsync(Dossier dossier, DossierFile file, DossierAct act, IReadOnlyList<Ground> grounds, ActContext context, CancellationToken stop)
    {
        var secrets = act.Secrets().Select(s => (s.Kind, Text: Vault.Salted(s.Text))).ToArray();
        db.AddRange(secrets.Select(s => new VaultRow(dossier.BureauId, Guid.CreateVersion7(), dossier.Id, file.Acts.Count + 1, s.Kind, vault.Protect(s.Text))));
        act = act.Frozen(file, context).Sealed(secrets.ToDictionary(s => s.Kind, s => Vault.CommitmentOf(s.Text)));
        var before = file.Acts.Count == 0 ? null : context.Summary;
        var roles = string.Join(' ', RoleNames.CodesOf(context.Me.Roles));
        var after = file.After(act, context.Today, context.Now, context.Me.PersonId, context.Me.Name, roles);
        var summary = SummaryOf(after);
        var clocks = ClocksOf(after);
        Append(dossier, clocks, summary, new ActEntry(dossier.Id, after.Acts.Count, context.Now, context.Today, context.Me.PersonId, context.Me.Name, context.Unit?.Name ?? "", roles, ActTypes.Of(act).Code, ActTypes.Write(act), JsonSerializer.Serialize(grounds, ActTypes.Json), before?.ToJson() ?? "{}", summary.ToJson(clocks), law.Hash), context);
        act.AddRows(db, after, context);
        foreach (var contributor in contributors)
        {
            await contributor.ProjectAsync(db, file, after, stop);
        }

        foreach (var stored in context.Files.Values)
        {
            stored.BelongTo(dossier.Id);
        }

        await ProjectAsync(dossier, after, before?.HandlerIds ?? [], summary, context, stop);
        return new(after.Acts.Count, act.Companion(after));
    }

    private sealed record Written(int Number, (Guid Dossier, DossierAct Act)? Companion);

    private void Append(Dossier dossier, IReadOnlyList<DossierClock> clocks, DossierSummary summary, ActEntry entry, ActContext context)
    {
        var profile = HashProfile.Find(dossier.Profile)!;
        var hash = entry.HashAfter(profile, dossier.Head.Length == 0 ? ActEntry.Genesis(profile, dossier.Id) : dossier.Head);
        db.Add(new ActRow(dossier.BureauId, Guid.CreateVersion7(), entry, hash));
        var (yellow, red) = SharesOf(context.Settings);
        dossier.Take(entry.Number, hash, entry.At, summary, clocks.Count == 0 ? null : clocks[0], yellow, red);
    }

    private async Task ProjectAsync(Dossier dossier, DossierFile after, IReadOnlyList<Guid> handlersBefore, DossierSummary summary, ActContext context, CancellationToken stop)
    {
        var (yellow, red) = SharesOf(context.Settings);
        // Most needs stay after an act: their rows stay too. Only what goes is followed.
        var left = dossier.Version > 1 ? await db.AcrossUnits<WorkItem>().AsNoTracking().Where(w => w.DossierId == dossier.Id).ToListAsync(stop) : [];
        foreach (var item in NeedsOf(after, context.Settings).SelectMany(ItemsOf))
        {
            if (left.FindIndex(item.SaysAs) is var i and >= 0)
            {
                left.RemoveAt(i);
            }
            else
            {
                db.Add(item);
            }
        }

        db.RemoveRange(left);

        // What a person must do stands in the list of his own unit, for he may be named from another.
        IEnumerable<WorkItem> ItemsOf(WorkNeed need) => need.People.Count == 0
            ? [new WorkItem(dossier, dossier.UnitId, Guid.CreateVersion7(), need, null, (int)need.Roles, NotFor(need, after), yellow, red)]
            : need.People.Select(p => new WorkItem(dossier, context.People.GetValueOrDefault(p)?.UnitId ?? dossier.UnitId, Guid.CreateVersion7(), need, p, 0, "", yellow, red));

        if (summary.HandlerIds.Except(handlersBefore).Any())
        {
            // Whoever was an officer once is known already.
            var known = await db.Set<DossierPerson>().Where(p => p.DossierId == dossier.Id).Select(p => p.PersonId).ToListAsync(stop);
            db.AddRange(summary.HandlerIds.Except(known).Select(p => new DossierPerson(dossier, Guid.CreateVersion7(), p)));
        }

        var text = string.Join(' ', [dossier.Number, summary.Title, summary.Party, summary.PartyCode ?? "", .. summary.Words]);
        if (text != dossier.SearchText)
        {
            var row = dossier.SearchText.Length == 0 ? null : await db.Set<WordRow>().FirstOrDefaultAsync(w => w.Key == dossier.SearchKey, stop);
            if (row is null)
            {
                row = new WordRow(dossier.SearchKey);
                db.Add(row);
            }

            row.Take(dossier.BureauId, dossier.UnitId, text);
            dossier.SearchText = text;
        }
    }

    /// <summary>Whom the rules keep from an approval or a review: the officers of the case, and for a review who signed the report.</summary>
    private static string NotFor(WorkNeed need, DossierFile after)
    {
        var by = need.Act is { } code && ActTypes.Find(code)?.Kind is { } kind && after.Next.FirstOrDefault(t => t.Act == kind) is { } step ? RoleNames.OfProcedure(step.By) : need.Roles;
        if ((by & Approvers) == 0 || (by & PersonRoles.Officer) != 0)
        {
            return "";
        }

        var isReview = (by & (PersonRoles.Reviewer | PersonRoles.LegalReviewer)) != 0;
        return string.Join(' ', after.Procedure.Handlers.All.Select(h => h.Person).Concat(isReview && after.Procedure.ReportBy is { } signer ? [signer] : []).Distinct().Take(MostKeptFrom));
    }

    private static (int Yellow, int Red) SharesOf(IDossierSettings settings)
        => (DossierSettings.Number(settings, DossierSettings.YellowShare), DossierSettings.Number(settings, DossierSettings.RedShare));

    private async Task<(Dossier? Dossier, DossierFile? File, ActContext? Context)> OpenAsync(CurrentPerson me, Guid? dossierId, DossierAct? act, CancellationToken stop)
    {
        if (dossierId is not { } id)
        {
            var opens = act is not null && ActTypes.Of(act).About.Opens;
            return opens ? (null, DossierFile.New(Guid.CreateVersion7(), me.BureauId, me.UnitId, law), await ContextOfAsync(me, null, act, stop)) : default;
        }

        var dossier = await db.Set<Dossier>().FirstOrDefaultAsync(d => d.Id == id, stop);
        IReadOnlyCollection<string>? assigned = null;
        if (dossier is null && db.Access == me.Access && await assignments.OfAsync(me, id, stop) is var (access, acts))
        {
            (db.Access, assigned) = (access, acts);
            dossier = await db.Set<Dossier>().FirstOrDefaultAsync(d => d.Id == id, stop);
        }

        if (dossier is null)
        {
            return default;
        }

        var file = await DossierReader.FileOfAsync(db, dossier, law, laws.Find, stop);
        var context = (await ContextOfAsync(me, id, act, stop)) with { Assigned = assigned };
        return act is not null && !context.Admits(ActTypes.Of(act).Code) ? default : (dossier, file, context);
    }

    private async Task<ActContext> ContextOfAsync(CurrentPerson me, Guid? dossierId, DossierAct? act, CancellationToken stop)
    {
        var now = time.UtcInstant();
        var today = DateOnly.FromDateTime(now.AddHours(8));
        var house = await directory.OfAsync(me.BureauId, stop);
        var fileIds = act is null ? [] : ActTypes.Of(act).Fields.SelectMany(f => FilesOf(f, act)).ToArray();
        // Only files of this dossier and one's own that belong to none yet: a file of another dossier is not there.
        var files = fileIds.Length == 0 ? [] : await db.Set<StoredFile>().Where(f => fileIds.Contains(f.Id) && (f.DossierId == null ? f.PersonId == me.PersonId : f.DossierId == dossierId)).ToListAsync(stop);
        var choices = await settings.OfAsync(me.BureauId, stop);
        return new ActContext
        {
            Law = law,
            Me = me,
            Now = now,
            Today = today,
            Bureau = house.Bureau,
            Unit = house.Units.FirstOrDefault(u => u.Id == me.UnitId),
            UnitNames = house.Units.ToDictionary(u => u.Id, u => u.Name),
            People = CardsOf(house, today),
            Files = files.ToDictionary(f => f.Id),
            Settings = choices,
            LawOf = laws.Find,
            Grants = house.Grants with { IsRequired = choices[PlatformSettings.ListOfPowersRequired] == "yes" },
        };
    }

    /// <summary>The people of a bureau as acts see them on a day; made once for as long as the directory keeps the house.</summary>
    private static Dictionary<Guid, PersonCard> CardsOf(House house, DateOnly on)
    {
        if (cards.TryGetValue(house, out var kept) && kept.On == on)
        {
            return kept.People;
        }

        var people = house.People.ToDictionary(p => p.Id, p => new PersonCard(p.Id, p.Name, p.UnitId, p.RolesOn(on), p.CertificateOn(on)?.Number, p.HasLegalQualification || p.ReviewedBeforeQualification));
        cards.AddOrUpdate(house, new(on, people));
        return people;
    }

    private static readonly ConditionalWeakTable<House, Cards> cards = [];

    private sealed record Cards(DateOnly On, Dictionary<Guid, PersonCard> People);

    private async Task<(ActOutcome? Refusal, IReadOnlyList<Ground> Grounds, ActContext Context)> RefusalAsync(CurrentPerson me, DossierFile file, DossierAct act, ActContext context, CancellationToken stop, bool isCompanion = false)
    {
        var type = ActTypes.Of(act);
        var by = type.By(file);
        if (me.Holds(RoleNames.Administrators))
        {
            // Three administrators apart (三员分立): whoever keeps the system does nothing to a dossier, whatever else he might hold.
            return (administrator, [], context);
        }

        if (type.About.By != PersonRoles.None && !me.Holds(by))
        {
            return (WrongRole(type, by), [], context);
        }

        if (type.Kind is null && !type.About.Opens && !isCompanion && !act.IsOffered(file))
        {
            return (WrongStage(type), [], context);
        }

        if (NeedsSecondFactor(by) && !me.HasSecondFactor)
        {
            return (noSecondFactor, [], context);
        }

        if (FaultsOf(act, file, context) is { Count: > 0 } faults)
        {
            return (new ActOutcome.Invalid(faults), [], context);
        }

        context = Knowing(file, context);
        context = context with { Found = lookUps.FirstOrDefault(l => l.Serves(act)) is { } lookUp ? await lookUp.FindAsync(act, file, context, stop) : await act.LookUpAsync(db, file, context, stop) };
        var (refusals, grounds) = Judge(type, by, me, file, act, context);
        return (refusals.Count == 0 ? null : new ActOutcome.Refused(refusals), grounds, context);
    }

    /// <summary>The context with what every capability knows of the dossier and holds against acts of others.</summary>
    private ActContext Knowing(DossierFile file, ActContext context)
        => context with { Summary = SummaryOf(file), Holds = code => contributors.SelectMany(c => c.Holds(file, code)) };

    private static readonly ActOutcome.Forbidden administrator = new("系统、安全、审计管理员不能办理案件。");

    private static readonly ActOutcome.Forbidden noSecondFactor = new("审批、审核事项须使用双因子登录；请退出后用密码和动态口令重新登录。");

    private static bool NeedsSecondFactor(PersonRoles by) => (by & Approvers) != 0 && (by & PersonRoles.Officer) == 0;

    private static ActOutcome.Forbidden WrongRole(ActType type, PersonRoles by) => new($"“{type.Chinese}”应当由{RoleNames.NamesOf(by, "或者")}办理。");

    private static ActOutcome.Refused WrongStage(ActType type) => new([ProcedureRules.ActFitsTheStage.Refuse($"当前不能办理“{type.Chinese}”；请先完成前面的步骤。")]);

    /// <summary>What the procedure, the certificate and the act itself say; pure.</summary>
    private static (IReadOnlyList<Refusal> Refusals, IReadOnlyList<Ground> Grounds) Judge(ActType type, PersonRoles by, CurrentPerson me, DossierFile file, DossierAct act, ActContext context, bool withOwn = true)
    {
        List<Refusal> refusals = [];
        List<Ground> grounds = [];
        var moves = act.StepIn(file);
        if ((moves ?? type.Kind) is { } kind)
        {
            // What is a step elsewhere and moves no stage here is held to the rules of that step all the same.
            var step = act.AsStep(new ProcedureAct(kind, context.Actor, context.Today), file, context);
            var before = act.BeginsAnew ? file.BegunAnew() : file;
            switch (before.WithCertificatesOf(context.People).Decide(step, besideItsStage: moves is null))
            {
                case Outcome<IReadOnlyList<ProcedureEvent>>.Refused refused:
                    refusals.AddRange(refused.Refusals);
                    break;
                case Outcome<IReadOnlyList<ProcedureEvent>>.Allowed allowed:
                    grounds.AddRange(allowed.Grounds);
                    break;
            }
        }

        if ((by & PersonRoles.Officer) != 0 && me.Holds(PersonRoles.Officer) && (by & me.Roles) == PersonRoles.Officer && context.People.GetValueOrDefault(me.PersonId)?.Certificate is null)
        {
            refusals.Add(OfficerRules.CertificateIsValid.Check(false)!);
        }

        if (type.Kind is null && (by & Approvers) != 0 && (by & PersonRoles.Officer) == 0 && file.Procedure.Handlers.Contains(me.PersonId.ToString("N")))
        {
            refusals.Add(ProcedureRules.ApproverIsNoHandler.Refuse("您是本案办案人员，不得审批本案事项；请由其他负责人审批。"));
        }

        refusals.AddRange(act.CheckPerson(file, context));
        if (withOwn)
        {
            refusals.AddRange(act.Check(file, context));
        }

        refusals.AddRange(context.Holds(type.Code));
        grounds.AddRange(act.RestsOn().Select(r => new Ground(r.Code, r.Basis, r.States)));
        return ([.. refusals.DistinctBy(r => (r.Code, r.Says))], grounds);
    }

    private static ActOffer OfferOf(ActType type, CurrentPerson me, DossierFile file, ActContext context)
    {
        var by = type.By(file);
        if (me.Holds(RoleNames.Administrators) || (by != PersonRoles.None && !me.Holds(by)))
        {
            return new(type, by, false, []);
        }

        // What is said against a complete form is true whatever is typed; against an incomplete one only what concerns the person is.
        var act = type.Empty.Prefilled(file, context);
        var complete = !type.LooksUp && !type.Fields.Any(f => IsMissing(f.Property.GetValue(act))) && FaultsOf(act, file, context).Count == 0;
        var (refusals, _) = Judge(type, by, me, file, act, context, withOwn: complete);
        return new(type, by, true, complete ? refusals : [.. refusals.Where(r => personal.Contains(r.Code))]);
    }

    private static readonly HashSet<string> personal = [.. new Rule[] { ProcedureRules.OfficerIsNamed, ProcedureRules.ReviewerIsNoHandler, ProcedureRules.NobodyReviewsOwnReport, ProcedureRules.ApproverIsNoHandler, OfficerRules.CertificateIsValid, VisitRules.VisitorIsNoHandler }.Select(r => r.Code)];

    private static IEnumerable<Guid> FilesOf(ActField field, DossierAct act)
        => field.About.Kind == FieldKind.Files ? (IEnumerable<Guid>?)field.Property.GetValue(act) ?? [] : [];

    private static bool IsMissing(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        Guid id => id == Guid.Empty,
        System.Collections.ICollection list => list.Count == 0,
        DateOnly day => day == default,
        _ => false,
    };
}

/// <summary>What a page shows of the row of a dossier.</summary>
/// <param name="Number">The number.</param>
/// <param name="Version">The version.</param>
/// <param name="Head">Hash of the last entry.</param>
/// <param name="Profile">Hash profile.</param>
/// <param name="IsClosed">Whether it is closed.</param>
public sealed record DossierRowView(string Number, int Version, string Head, string Profile, bool IsClosed);
