using Heng.Law.Citations;

namespace Heng.Law.Procedure;

/// <summary>Role (角色) of a person who acts; a person may hold several.</summary>
[Flags]
public enum ProcedureRole
{
    /// <summary>No role (无).</summary>
    None = 0,

    /// <summary>Case officer (办案人员).</summary>
    Officer = 1,

    /// <summary>Head of the handling unit (办案机构负责人).</summary>
    UnitHead = 2,

    /// <summary>Reviewer (审核人员).</summary>
    Reviewer = 4,

    /// <summary>Legal reviewer (法制审核人员).</summary>
    LegalReviewer = 8,

    /// <summary>A head of the bureau (部门负责人).</summary>
    Head = 16,

    /// <summary>The principal head (主要负责人).</summary>
    Principal = 32,

    /// <summary>The heads in collective discussion (负责人集体讨论): a sitting, not a person.</summary>
    Collective = 64,

    /// <summary>Hearing chair (听证主持人).</summary>
    HearingChair = 128,

    /// <summary>The bureau one level up (上一级部门).</summary>
    Upper = 256,

    /// <summary>Finance (财务对账): books what the bank received.</summary>
    Finance = 512,
}

/// <summary>Codes and Chinese names of roles (角色代码).</summary>
public static class ProcedureRoles
{
    private static readonly (ProcedureRole Role, string Code, string Chinese)[] all =
    [
        (ProcedureRole.Officer, "OFFICER", "办案人员"),
        (ProcedureRole.UnitHead, "UNIT_HEAD", "办案机构负责人"),
        (ProcedureRole.Reviewer, "REVIEWER", "审核人员"),
        (ProcedureRole.LegalReviewer, "LEGAL_REVIEWER", "法制审核人员"),
        (ProcedureRole.Head, "HEAD", "部门负责人"),
        (ProcedureRole.Principal, "PRINCIPAL", "主要负责人"),
        (ProcedureRole.Collective, "COLLECTIVE", "负责人集体讨论"),
        (ProcedureRole.HearingChair, "HEARING_CHAIR", "听证主持人"),
        (ProcedureRole.Upper, "UPPER", "上一级部门"),
        (ProcedureRole.Finance, "FINANCE", "财务对账"),
    ];

    /// <summary>Every single role.</summary>
    public static IReadOnlyList<ProcedureRole> All { get; } = [.. all.Select(r => r.Role)];

    /// <summary>The code of a single role, for example <c>UNIT_HEAD</c>.</summary>
    /// <param name="role">A single role.</param>
    public static string CodeOf(ProcedureRole role) => all.First(r => r.Role == role).Code;

    /// <summary>The Chinese names of the roles in a set.</summary>
    /// <param name="roles">One or more roles.</param>
    public static string NamesOf(ProcedureRole roles) => string.Join("或者", all.Where(r => (roles & r.Role) != 0).Select(r => r.Chinese));

    internal static ProcedureRole Read(LawElement e)
        => all.FirstOrDefault(r => r.Code == e.Text()) is { Code: not null } found ? found.Role : throw new LawDataException(e.File, e.Place, $"“{e.Text()}”不是角色");
}

/// <summary>Track (轨道): a dossier runs along several at once.</summary>
public enum Track
{
    /// <summary>From the clue to the archive (主线).</summary>
    Main,

    /// <summary>Service of the decision (送达).</summary>
    Service,

    /// <summary>Publication (公示).</summary>
    Publication,

    /// <summary>Performance and enforcement (履行与执行).</summary>
    Performance,

    /// <summary>Reconsideration and suit (复议与诉讼).</summary>
    Remedy,

    /// <summary>Follow-up after the case (回访).</summary>
    FollowUp,
}

/// <summary>Stage (阶段) of the procedure.</summary>
/// <param name="Id">Stable id, for example <c>S50</c>.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="English">English name.</param>
/// <param name="Track">The track it lies on.</param>
/// <param name="Procedure">ordinary, simple, remedy or followup.</param>
/// <param name="Documents">Forms used in it.</param>
/// <param name="Basis">Where the rules speak of it, as written.</param>
/// <param name="Owner">Who has the next act; none for an end.</param>
/// <param name="Clocks">Ids of the time limits that run; empty means: no limit in law.</param>
/// <param name="IsEnd">Whether nothing need follow.</param>
public sealed record Stage(string Id, string Chinese, string English, Track Track, string Procedure, IReadOnlyList<string> Documents, IReadOnlyList<string> Basis, ProcedureRole Owner, IReadOnlyList<string> Clocks, bool IsEnd);

/// <summary>Transition (流转): one act moves the dossier from a stage to a stage.</summary>
/// <param name="Id">Stable id, for example <c>T16</c>; choices of Heng begin with <c>CH</c>.</param>
/// <param name="From">Stage before.</param>
/// <param name="To">Stage after; null when a track ends.</param>
/// <param name="Act">The act that takes it.</param>
/// <param name="By">Who may do it.</param>
/// <param name="Preconditions">What must be given, in words.</param>
/// <param name="Documents">Forms made.</param>
/// <param name="Basis">Where the rules say it, as written; the first is the main one.</param>
/// <param name="IsChoice">Whether it is a choice of Heng.</param>
public sealed record Transition(string Id, string From, string? To, ActKind Act, ProcedureRole By, string Preconditions, IReadOnlyList<string> Documents, IReadOnlyList<string> Basis, bool IsChoice)
{
    /// <summary>The transition that it follows by itself, in the same moment; null for one that somebody takes.</summary>
    public string? Follows { get; init; }

    /// <summary>The main basis as a citation.</summary>
    public Citation MainBasis => Citation.Parse(Basis[0]);
}

/// <summary>Approval (审批权限): who approves a matter and on which form.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Chinese">Chinese name.</param>
/// <param name="Approver">Who approves, as the data writes it.</param>
/// <param name="Form">The form.</param>
/// <param name="Basis">Where the rules say it, as written.</param>
public sealed record Approval(string Id, string Chinese, string Approver, string Form, IReadOnlyList<string> Basis);

/// <summary>Form (文书): one of the model documents.</summary>
/// <param name="Id">Stable id, for example <c>F45</c> or <c>C10</c>.</param>
/// <param name="Chinese">Chinese title.</param>
/// <param name="English">English title, when the data has one.</param>
public sealed record Form(string Id, string Chinese, string? English);

/// <summary>The procedure of a law set (程序): stages, transitions, approvals, forms and the limits of simple procedure.</summary>
public sealed class ProcedureTable
{
    private readonly Dictionary<string, Stage> stages;
    private readonly ILookup<ActKind, Transition> byAct;

    private ProcedureTable(LawFiles files)
    {
        using (var document = files.One("procedure/stages.json").Open())
        {
            Stages = [.. document.Root.Items("stages").Select(s => new Stage(
                s.Text("id"), s.Text("zh"), s.Text("en"), ReadTrack(s), s.Text("track"), s.Texts("documents"), s.Texts("cite"),
                s.Find("owner") is { } owner ? ProcedureRoles.Read(owner) : ProcedureRole.None, s.Texts("clocks"), s.Flag("end")))];
        }

        stages = Stages.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Transitions = [.. ReadTransitions(files, "procedure/transitions.json", isChoice: false), .. ReadTransitions(files, "procedure/choices.json", isChoice: true)];
        byAct = Transitions.ToLookup(t => t.Act);
        using (var document = files.One("procedure/approvals.json").Open())
        {
            Approvals = [.. document.Root.Items("approvals").Select(a => new Approval(a.Text("id"), a.Text("zh"), a.Text("approver"), a.Text("form"), a.Texts("cite")))];
        }

        using (var document = files.One("documents/forms.json").Open())
        {
            Forms = [.. document.Root.Items("documents").Concat(document.Root.Items("complaintDocuments")).Select(f => new Form(f.Text("id"), f.Text("zh"), f.OptionalText("en")))];
        }

        using (var document = files.One("parameters/thresholds.json").Open())
        {
            var sums = document.Root.Items("thresholds").Where(t => t.Find("value") is not null).ToDictionary(t => t.Text("id"), t => t.Number("value"), StringComparer.Ordinal);
            (OnTheSpotIndividual, OnTheSpotUnit, CollectedOnTheSpot) = (sums["P01"], sums["P02"], sums["P04"]);
            LeastOfficers = (int)sums["A01"];
        }
    }

    /// <summary>Every stage, in file order.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>Every transition: those of the rules, then the choices of Heng.</summary>
    public IReadOnlyList<Transition> Transitions { get; }

    /// <summary>Who approves what.</summary>
    public IReadOnlyList<Approval> Approvals { get; }

    /// <summary>The model documents.</summary>
    public IReadOnlyList<Form> Forms { get; }

    /// <summary>Highest fine on the spot for an individual, in yuan, inclusive (行政处罚法第五十一条).</summary>
    public decimal OnTheSpotIndividual { get; }

    /// <summary>Highest fine on the spot for a unit, in yuan, inclusive (行政处罚法第五十一条).</summary>
    public decimal OnTheSpotUnit { get; }

    /// <summary>Highest fine that may be collected on the spot without further ground, in yuan, inclusive (行政处罚法第六十八条).</summary>
    public decimal CollectedOnTheSpot { get; }

    /// <summary>Fewest officers of a case (行政处罚法第四十二条).</summary>
    public int LeastOfficers { get; }

    /// <summary>The stage with an id, or null.</summary>
    /// <param name="id">For example <c>S50</c>.</param>
    public Stage? Find(string id) => stages.GetValueOrDefault(id);

    /// <summary>The transitions that an act takes.</summary>
    /// <param name="act">The act.</param>
    public IEnumerable<Transition> Of(ActKind act) => byAct[act];

    /// <summary>The transitions that follow another by themselves.</summary>
    /// <param name="transition">The other.</param>
    public IEnumerable<Transition> Following(Transition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return byAct[transition.Act].Where(t => t.Follows == transition.Id);
    }

    /// <summary>Reads <c>procedure/</c>, <c>documents/forms.json</c> and the thresholds.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed.</exception>
    public static ProcedureTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new ProcedureTable(files);
    }

    private List<Transition> ReadTransitions(LawFiles files, string path, bool isChoice)
    {
        using var document = files.One(path).Open();
        var read = new List<Transition>();
        foreach (var t in document.Root.Items("transitions"))
        {
            var to = t.OptionalText("to");
            if (!stages.ContainsKey(t.Text("from")) || (to is not null && !stages.ContainsKey(to)))
            {
                throw t.Fault("from", "没有此阶段");
            }

            var act = Enum.TryParse<ActKind>(t.Text("act"), ignoreCase: true, out var kind) ? kind : throw t.Fault("act", $"“{t.Text("act")}”不是程序行为");
            var by = t.Items("by").Aggregate(ProcedureRole.None, (roles, r) => roles | ProcedureRoles.Read(r));
            read.Add(new Transition(t.Text("id"), t.Text("from"), to, act, by, t.OptionalText("preconditions") ?? t.Text("zh"), t.OptionalTexts("documents"), t.Texts("cite"), isChoice) { Follows = isChoice ? null : t.OptionalText("follows") });
        }

        return read;
    }

    private static Track ReadTrack(LawElement s) => s.Text("token") switch
    {
        "main" => Track.Main,
        "service" => Track.Service,
        "publication" => Track.Publication,
        "performance" => Track.Performance,
        "remedy" => Track.Remedy,
        "followUp" => Track.FollowUp,
        var other => throw s.Fault("token", $"“{other}”不是轨道"),
    };
}
