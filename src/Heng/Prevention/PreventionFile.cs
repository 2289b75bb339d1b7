using System.Collections.Immutable;
using Heng.Dossiers;
using Heng.Prevention.Steps;

namespace Heng.Prevention;

/// <summary>Letter sent (已发信函), with its receipt and reply.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Channel">How it went out.</param>
/// <param name="AnswerBy">The day until which to answer; null for a reminder.</param>
/// <param name="ReceivedOn">The day of receipt; null before it.</param>
/// <param name="Reply">What the enterprise answered; null before it.</param>
/// <param name="RepliedOn">The day of the reply.</param>
public sealed record LetterSent(Letter Letter, LetterChannel Channel, DateOnly? AnswerBy, DateOnly? ReceivedOn = null, string? Reply = null, DateOnly? RepliedOn = null);

/// <summary>Prevention (预防): the letters of a dossier and what came back, folded from its acts.</summary>
public sealed record PreventionFile : IDossierPart<PreventionFile>
{
    /// <inheritdoc/>
    public static PreventionFile Empty { get; } = new();

    /// <summary>The letters, in order.</summary>
    public ImmutableList<LetterSent> Letters { get; init; } = [];

    /// <summary>An urging letter that waits for approval.</summary>
    public ProposeUrging? Proposed { get; init; }

    /// <summary>Who wrote it.</summary>
    public Guid ProposedBy { get; init; }

    /// <summary>Whether a source was registered before any letter went out.</summary>
    public bool SourceCameFirst { get; init; }

    /// <inheritdoc/>
    public PreventionFile After(RecordedAct done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Act switch
        {
            Remind remind => this with { Letters = Letters.Add(new(remind.Letter!, remind.Channel ?? LetterChannel.Handed, null)) },
            ProposeUrging urging => this with { Proposed = urging, ProposedBy = done.PersonId },
            DecideUrging { Approved: true } urging => this with { Proposed = null, Letters = Letters.Add(new(urging.Letter!, Proposed!.Channel ?? LetterChannel.Handed, Proposed.AnswerBy)) },
            DecideUrging => this with { Proposed = null },
            RecordReceipt receipt => Changed(receipt.Number, l => l with { ReceivedOn = receipt.On }),
            RecordReply reply => Changed(reply.Number, l => l with { Reply = reply.Says, RepliedOn = reply.On, ReceivedOn = l.ReceivedOn ?? reply.On }),
            Cases.IStartsVerification when Letters.Count == 0 => this with { SourceCameFirst = true },
            _ => this,
        };
    }

    private PreventionFile Changed(string number, Func<LetterSent, LetterSent> change)
    {
        var index = Letters.FindIndex(l => l.Letter.Number == number);
        return index < 0 ? this : this with { Letters = Letters.SetItem(index, change(Letters[index])) };
    }
}
