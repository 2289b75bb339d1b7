using System.Text.Json.Nodes;

namespace Heng.Demonstration.Model;

/// <summary>A dossier on its way through a scenario.</summary>
/// <param name="affair">Texts and facts of the affair, with the party.</param>
/// <param name="serial">Its serial, for its files.</param>
/// <param name="startedOn">Day of the first step.</param>
internal sealed class ScenarioRun(JsonObject affair, int serial, DateOnly startedOn)
{
    private readonly Dictionary<string, int> evidence = [];

    /// <summary>Texts and facts of the affair, with the party.</summary>
    public JsonObject Affair => affair;

    /// <summary>Its serial.</summary>
    public int Serial => serial;

    /// <summary>Day of the first step.</summary>
    public DateOnly StartedOn => startedOn;

    /// <summary>Name of the party.</summary>
    public string Party => affair["partyName"]!.GetValue<string>();

    /// <summary>The dossier, once it is opened.</summary>
    public Guid? Id { get; set; }

    /// <summary>Acts that already stood in the record when the run began.</summary>
    public int Done { get; set; }

    /// <summary>Numbers of the pieces of evidence.</summary>
    public IReadOnlyDictionary<string, int> Evidence => evidence;

    /// <summary>Notes what a step that is done has brought.</summary>
    public void Pass(StepPlan step)
    {
        if (step.Evidence is { } piece)
        {
            evidence[piece] = evidence.Count + 1;
        }
    }
}
