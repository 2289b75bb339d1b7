using Heng.Cases;
using Heng.Dossiers;
using Heng.Intake.Steps;

namespace Heng.Intake;

/// <summary>Source (案源): where an affair comes from and what its verification found.</summary>
/// <param name="Source">The registration; null before it.</param>
/// <param name="RegisteredOn">The day of registration.</param>
/// <param name="Verifiers">Who verifies.</param>
/// <param name="Findings">What the verification found.</param>
public sealed record SourceFile(IStartsVerification? Source, DateOnly? RegisteredOn, IReadOnlyList<NamedPerson> Verifiers, string? Findings) : IDossierPart<SourceFile>
{
    /// <inheritdoc/>
    public static SourceFile Empty { get; } = new(null, null, [], null);

    /// <inheritdoc/>
    public SourceFile After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act switch
        {
            IStartsVerification source => new(source, done.On, [], null),
            AssignVerifiers assigned => this with { Verifiers = assigned.Named },
            RecordVerification verified => this with { Findings = verified.Findings },
            _ => this,
        };
    }
}
