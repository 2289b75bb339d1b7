using Heng.Law.Citations;
using Heng.Law.Codes;
using Heng.Law.Discretion;
using Heng.Law.Discretion.IllegalGain;
using Heng.Law.Matters;
using Heng.Law.Payment;
using Heng.Law.Penalties;
using Heng.Law.Procedure;
using Heng.Law.Publicity;
using Heng.Law.Reasoning;
using Heng.Law.Time;
using Heng.Law.Visits;

namespace Heng.Law;

/// <summary>Law set (法规集): all law data of one day, compiled once into immutable tables.</summary>
/// <remarks>The same set gives the same answers for ever; <see cref="Hash"/> names it in every answer.</remarks>
public sealed class LawSet
{
    private static readonly Lazy<LawSet> embedded = new(() => Load(LawFiles.Embedded));

    private readonly Lazy<PaymentTable> payment;
    private readonly Lazy<PublicityTable> publicity;
    private readonly Lazy<CrimeLineTable> crimeLines;

    private LawSet(LawFiles files)
    {
        Files = files;
        Instruments = InstrumentTable.From(files);
        Matters = MatterTable.From(files);
        Discretion = DiscretionEngine.From(Matters, DiscretionTable.From(files, Matters.Facts), DiscretionSettings.From(files), files.Hash);
        Deadlines = DeadlineCounter.From(files);
        Codes = CodeTables.From(files);
        Procedure = ProcedureTable.From(files);
        IllegalGain = GainCalculator.From(files);
        Reasoning = ReasoningTable.From(files);
        Reminders = ReminderTable.From(files);
        Visits = VisitTable.From(files);
        payment = new(() => PaymentTable.From(files));
        publicity = new(() => PublicityTable.From(files));
        crimeLines = new(() => CrimeLineTable.From(files, Matters.Facts));
    }

    /// <summary>The set that travels inside this library.</summary>
    public static LawSet Embedded => embedded.Value;

    /// <summary>The files the set was compiled from.</summary>
    public LawFiles Files { get; }

    /// <summary>SHA-256 that names the set.</summary>
    public string Hash => Files.Hash;

    /// <summary>Laws, rules and opinions with their dated texts.</summary>
    public InstrumentTable Instruments { get; }

    /// <summary>Matters, facts, circumstances and overlays.</summary>
    public MatterTable Matters { get; }

    /// <summary>The discretion engine of this set.</summary>
    public DiscretionEngine Discretion { get; }

    /// <summary>Time limits, working calendar and counting rules.</summary>
    public DeadlineCounter Deadlines { get; }

    /// <summary>Provinces, registering departments and industry sections.</summary>
    public CodeTables Codes { get; }

    /// <summary>Stages, transitions, approvals and forms.</summary>
    public ProcedureTable Procedure { get; }

    /// <summary>Calculator of illegal income.</summary>
    public GainCalculator IllegalGain { get; }

    /// <summary>What reasoned documents must show.</summary>
    public ReasoningTable Reasoning { get; }

    /// <summary>What reminders may say.</summary>
    public ReminderTable Reminders { get; }

    /// <summary>Which follow-up a decision calls for.</summary>
    public VisitTable Visits { get; }

    /// <summary>Rate and cap of the surcharge, and how payments are credited.</summary>
    /// <remarks>Read when it is first asked for: a set of before, which does not hold it yet, must still be readable for the acts done under it.</remarks>
    /// <exception cref="LawDataException">The set does not hold it, or a value is malformed.</exception>
    public PaymentTable Payment => payment.Value;

    /// <summary>Which decisions are published, in which class, for how long.</summary>
    /// <remarks>Read when it is first asked for, as the payment part is.</remarks>
    /// <exception cref="LawDataException">The set does not hold it, or a value is malformed.</exception>
    public PublicityTable Publicity => publicity.Value;

    /// <summary>From which amount or harm a violation is to be referred as a suspected crime.</summary>
    /// <remarks>Read when it is first asked for, as the payment part is.</remarks>
    /// <exception cref="LawDataException">The set does not hold it, or a value is malformed.</exception>
    public CrimeLineTable CrimeLines => crimeLines.Value;

    /// <summary>Compiles a set.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static LawSet Load(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new LawSet(files);
    }
}
