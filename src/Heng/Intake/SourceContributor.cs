using Heng.Cases;
using Heng.Dossiers;
using Heng.Platform.People;

namespace Heng.Intake;

/// <summary>What the source adds to a dossier: its words, and who verifies next.</summary>
internal sealed class SourceContributor : IDossierContributor
{
    public void Summarise(DossierFile file, DossierSummary summary)
    {
        var source = file.Part<SourceFile>();
        if (source.Source is { } s)
        {
            summary.Words.Add(s.Content);
            summary.Words.Add(s.SourceName);
        }
    }

    public IEnumerable<WorkNeed> Needs(DossierFile file, IDossierSettings settings)
    {
        var source = file.Part<SourceFile>();
        if (file.Procedure.Main == "S00")
        {
            yield return new WorkNeed("指定核查人员", "案源已登记，由办案机构负责人指定核查人员", source.RegisteredOn!.Value) { Roles = PersonRoles.UnitHead, Act = "intake.assign-verifiers", Clock = CaseClocks.Verification(file) };
        }
        else if (file.Procedure.Main == "S05" && source.Findings is null)
        {
            yield return new WorkNeed("核查案源", "您被指定核查这条案源", file.Acts[^1].On) { People = [.. source.Verifiers.Select(v => v.Id)], Act = "intake.record-verification", Clock = CaseClocks.Verification(file) };
        }
    }
}
