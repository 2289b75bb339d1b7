using System.Text.Json.Serialization;
using Heng.Law.Procedure;
using Heng.Law.Rulings;
using Heng.Platform.Storage;

namespace Heng.Dossiers;

/// <summary>Act (办案行为): what a person does to a dossier; the record of a dossier is a list of them and nothing else changes it.</summary>
/// <remarks>
/// One act, one file: what it carries, when it is refused, what is frozen with it. It is marked with <see cref="ActAttribute"/> and its
/// properties with <see cref="FieldAttribute"/>; it has a constructor without arguments, so that an empty one can be asked whether it is offered.
/// </remarks>
public abstract record DossierAct
{
    /// <summary>Why the act never fits a dossier like this one, by a rule of its own; null where it is only not its turn.</summary>
    /// <param name="file">The dossier.</param>
    public virtual Refusal? NeverFits(DossierFile file) => null;

    /// <summary>Whether the act can be offered now, so that a person who may do it sees it among the next steps.</summary>
    /// <param name="file">The dossier; an empty one for an act that opens a dossier.</param>
    public virtual bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ActTypes.Of(this).Kind is { } kind && file.Next.Any(t => t.Act == kind);
    }

    /// <summary>The act as the form first shows it: everything that is already known is filled in.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who would act, when, under which law.</param>
    public virtual DossierAct Prefilled(DossierFile file, ActContext context) => this;

    /// <summary>What is wrong with the fields, besides missing ones.</summary>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts, when, under which law.</param>
    public virtual IEnumerable<InputFault> Faults(DossierFile file, ActContext context) => [];

    /// <summary>The choices of a field whose choices only the act knows: value and label.</summary>
    /// <param name="field">Name of the property.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who acts.</param>
    public virtual IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context) => [];

    /// <summary>Whether the form of the act asks for a field in a dossier like this one; what is not asked for stays empty.</summary>
    /// <param name="field">Name of the property.</param>
    /// <param name="file">The dossier.</param>
    public virtual bool AsksFor(string field, DossierFile file) => true;

    /// <summary>What whoever does the act has before his eyes: label and text, beside the form.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who would act.</param>
    public virtual IEnumerable<(string Label, string Says)> Recalls(DossierFile file, ActContext context) => [];

    /// <summary>Whether a person is offered for a field of people, besides the roles that the field names.</summary>
    /// <param name="field">Name of the property.</param>
    /// <param name="person">The person.</param>
    /// <param name="file">The dossier.</param>
    public virtual bool Offers(string field, PersonCard person, DossierFile file) => true;

    /// <summary>Whether a code that was entered is one at all; by default, whether it is among the choices of the field.</summary>
    /// <param name="field">Name of the property.</param>
    /// <param name="code">The code.</param>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who acts.</param>
    public virtual bool Knows(string field, string code, DossierFile file, ActContext context) => ChoicesOf(field, file, context).Any(c => c.Value == code);

    /// <summary>Whether the procedure begins again with this act, on a new source in the same dossier.</summary>
    [JsonIgnore]
    public virtual bool BeginsAnew => false;

    /// <summary>Why the act is refused, besides what the procedure itself refuses; empty when it is allowed.</summary>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts, when, under which law.</param>
    public virtual IEnumerable<Refusal> Check(DossierFile file, ActContext context) => [];

    /// <summary>Why this person may not do the act, besides the role.</summary>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts, when, under which law.</param>
    public virtual IEnumerable<Refusal> CheckPerson(DossierFile file, ActContext context) => [];

    /// <summary>The officers of the case from this act on; null when it changes nothing in them.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<Handler>? HandlersFromNow => null;

    /// <summary>The rules that an allowed act rests on, besides those of its step in the procedure.</summary>
    public virtual IEnumerable<Rule> RestsOn() => [];

    /// <summary>The step of the procedure that the act is in a dossier as it stands; null when it moves no stage there.</summary>
    /// <remarks>For most acts what their attribute says; an act may be a step only when something comes about by it, such as full payment.</remarks>
    /// <param name="file">The dossier before.</param>
    public virtual ActKind? StepIn(DossierFile file) => ActTypes.Of(this).Kind;

    /// <summary>The step of the procedure with all that the procedure asks of it.</summary>
    /// <param name="step">Kind, actor and day.</param>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts, when, under which law.</param>
    public virtual ProcedureAct AsStep(ProcedureAct step, DossierFile file, ActContext context) => step;

    /// <summary>The act with everything frozen that may change later: names, certificates, hashes of files, results of the law.</summary>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts, when, under which law.</param>
    public virtual DossierAct Frozen(DossierFile file, ActContext context) => this;

    /// <summary>What the act must know of other rows before it is checked.</summary>
    /// <param name="db">Reads what the person may read.</param>
    /// <param name="file">The dossier before.</param>
    /// <param name="context">Who acts; the answer goes into <see cref="ActContext.Found"/>.</param>
    /// <param name="stop">Stops the work.</param>
    public virtual Task<object?> LookUpAsync(HengDb db, DossierFile file, ActContext context, CancellationToken stop) => Task.FromResult<object?>(null);

    /// <summary>Whether two acts at once, on different dossiers, could both find free what only one may take.</summary>
    [JsonIgnore]
    public virtual bool Locks => false;

    /// <summary>Locks, inside the transaction, what <see cref="Locks"/> speaks of; after it the act is looked up and checked again.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="stop">Stops the work.</param>
    public virtual Task LockAsync(HengDb db, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Rows that stand beside the record and are saved with the act.</summary>
    /// <param name="db">Receives the rows.</param>
    /// <param name="file">The dossier after.</param>
    /// <param name="context">Who acts.</param>
    public virtual void AddRows(HengDb db, DossierFile file, ActContext context)
    {
    }

    /// <summary>What must never stand in the record: it goes to the vault, kind and text.</summary>
    public virtual IEnumerable<(string Kind, string Text)> Secrets() => [];

    /// <summary>The act with a commitment in the place of each secret.</summary>
    /// <param name="commitments">The commitments by kind.</param>
    public virtual DossierAct Sealed(IReadOnlyDictionary<string, string> commitments) => this;

    /// <summary>What is recorded in another dossier in the same transaction, so that both know of each other; null for nothing.</summary>
    /// <param name="file">The dossier after the act.</param>
    public virtual (Guid Dossier, DossierAct Act)? Companion(DossierFile file) => null;

    /// <summary>The series in which the act is given a number, for example <c>F46</c>; null for none.</summary>
    [JsonIgnore]
    public virtual string? Series => null;

    /// <summary>The act with its number in the series.</summary>
    /// <param name="number">The number, from 1 in each year.</param>
    /// <param name="context">Bureau and year.</param>
    public virtual DossierAct Numbered(int number, ActContext context) => this;

    /// <summary>One line for the time line, in Chinese.</summary>
    [JsonIgnore]
    public virtual string Says => "";
}
