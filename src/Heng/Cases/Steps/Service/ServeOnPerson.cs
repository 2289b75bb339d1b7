using System.Globalization;
using System.Text.Json.Serialization;
using Heng.Cases.Steps.Decision;
using Heng.Dossiers;
using Heng.Law.Reasoning;
using Heng.Platform.People;

namespace Heng.Cases.Steps.Service;

/// <summary>Serve the decision on a fined responsible person on another day than on the party (向责任人员送达决定书): his own days run from it.</summary>
[Act("cases.serve-person", "向责任人员送达决定书", By = PersonRoles.Officer, Basis = "APL 67(3)", Help = "被处罚款的责任人员与当事人不在同一天收到决定书的，在这里登记；他的缴款期限和复议、诉讼期限自他收到之日起计算。同一天收到的不必登记。")]
public sealed record ServeOnPerson : ServeAct, IServesAPerson
{
    /// <summary>Place of the person in the sanction, from 1.</summary>
    [Field("责任人员", Kind = FieldKind.Choice)]
    public string Person { get; init; } = "";

    /// <summary>Name of the person, frozen.</summary>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    [JsonIgnore]
    public int Place => int.TryParse(Person, CultureInfo.InvariantCulture, out var place) ? place : 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public DateOnly ReceivedOn => ServedOn ?? On;

    /// <inheritdoc/>
    public override string Says => $"向{Name}送达决定书（{(Method is { } m ? ActTypes.LabelOf(m) : "")}）";

    /// <inheritdoc/>
    public override bool IsOffered(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Procedure.Main == "S76" && file.Part<CaseFile>().Penalty?.ServedOn is not null && Open(file).Any();
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Value, string Label)> ChoicesOf(string field, DossierFile file, ActContext context)
        => Open(file).Select(p => (p.Place, $"{p.Fined.Name}（{p.Fined.Post}）"));

    /// <inheritdoc/>
    public override DossierAct Prefilled(DossierFile file, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var only = Open(file).ToArray() is [var one] ? one : default;
        return this with { Person = only.Place ?? "", Method = ServiceMethod.Direct, On = context.Today, Receiver = only.Fined?.Name };
    }

    /// <inheritdoc/>
    public override DossierAct Frozen(DossierFile file, ActContext context)
        => ((ServeOnPerson)base.Frozen(file, context)) with { Name = Open(file).FirstOrDefault(p => p.Place == Person).Fined?.Name ?? "" };

    /// <inheritdoc/>
    public override CaseFile Apply(CaseFile before, RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with { Services = before.Services.Add(new($"{before.DecisionName}（{Name}）", Method!.Value, ReceivedOn, Receiver ?? "", Stored, false)) };
    }

    /// <inheritdoc/>
    protected override string Served(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().DecisionName ?? "";
    }

    /// <inheritdoc/>
    protected override DateOnly? MadeOn(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Part<CaseFile>().DecidedOn;
    }

    /// <inheritdoc/>
    /// <remarks>The address that the party confirmed, and its consent to electronic service, are not those of the person.</remarks>
    protected override ConfirmAddress? AddressIn(DossierFile file) => null;

    /// <summary>The fined persons of the decision whose own service is not recorded.</summary>
    private static IEnumerable<(string Place, PersonalFine Fined)> Open(DossierFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Part<CaseFile>().Penalty is not { } penalty || file.Last<DecidePenalty>() is not { Done: var decided })
        {
            return [];
        }

        var served = file.Acts.Where(a => a.Number > decided.Number).Select(a => (a.Act as ServeOnPerson)?.Person).ToHashSet();
        return penalty.Sanction.Personal.Select((p, n) => ((n + 1).ToString(CultureInfo.InvariantCulture), p)).Where(p => !served.Contains(p.Item1));
    }
}
