using Heng.Dossiers;
using Heng.Law.Matters;

namespace Heng.Prevention;

/// <summary>Kind of letter (信函种类).</summary>
public enum LetterKind
{
    /// <summary>Reminder to one enterprise on one point (提醒信).</summary>
    [Label("提醒信")]
    Reminder,

    /// <summary>Urging letter on something not done, with a day to answer (敦促函).</summary>
    [Label("敦促函")]
    Urging,
}

/// <summary>Way in which a letter goes out (发送方式).</summary>
public enum LetterChannel
{
    /// <summary>Handed over (当面送交).</summary>
    [Label("当面送交")]
    Handed,

    /// <summary>Mail (邮寄).</summary>
    [Label("邮寄")]
    Mail,

    /// <summary>Message (短信、微信、电子邮件).</summary>
    [Label("短信、微信、电子邮件")]
    Message,

    /// <summary>Telephone, the letter follows (电话提醒后补送).</summary>
    [Label("电话提醒后补送")]
    Telephone,
}

/// <summary>Letter (信函): one page as it went out, frozen with the act that sent it.</summary>
/// <param name="Kind">Reminder or urging letter.</param>
/// <param name="Number">Document number.</param>
/// <param name="To">The enterprise.</param>
/// <param name="Paragraphs">The text before the list.</param>
/// <param name="SelfCheck">The self-check list.</param>
/// <param name="Ending">The text after the list.</param>
/// <param name="From">The bureau and the unit.</param>
/// <param name="On">The day.</param>
public sealed record Letter(LetterKind Kind, string Number, string To, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> SelfCheck, IReadOnlyList<string> Ending, string From, DateOnly On)
{
    /// <summary>How many characters are printed.</summary>
    public int Characters => To.Length + Paragraphs.Concat(SelfCheck).Concat(Ending).Sum(p => p.Length) + From.Length;

    /// <summary>The reminder on a point.</summary>
    /// <param name="point">What was noticed.</param>
    /// <param name="advice">Advice besides; may be null.</param>
    /// <param name="to">The enterprise.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="number">Document number.</param>
    /// <param name="context">Bureau, day and law.</param>
    public static Letter Reminder(string point, string? advice, string to, Matter matter, string number, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(context);
        return new(
            LetterKind.Reminder,
            number,
            to,
            [$"我局在日常服务中注意到：{Sentence(point)}", $"为帮助您依法经营、避免出现“{matter.Chinese}”的情形，请对照下面的清单自查。"],
            SelfCheckOf(matter, context),
            [.. Optional(advice), $"发现问题的，请及时改正并留存凭据；需要指导的，请联系{context.Unit?.Name}（{context.Bureau?.Telephone}）。本信只作提醒和服务，不影响您的权利和义务。"],
            $"{context.Bureau?.Name}{context.Unit?.Name}",
            context.Today);
    }

    /// <summary>The urging letter on what was not done.</summary>
    /// <param name="failure">What was not done.</param>
    /// <param name="answerBy">The day until which to answer.</param>
    /// <param name="to">The enterprise.</param>
    /// <param name="earlier">The reminder before.</param>
    /// <param name="number">Document number.</param>
    /// <param name="context">Bureau, day and law.</param>
    public static Letter Urging(string failure, DateOnly answerBy, string to, Letter earlier, string number, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(context);
        return new(
            LetterKind.Urging,
            number,
            to,
            [$"我局 {earlier.On:yyyy 年 M 月 d 日}的提醒信（{earlier.Number}）发出后，了解到仍有以下事项没有做到：{Sentence(failure)}", $"请您尽快落实，并在 {answerBy:yyyy 年 M 月 d 日}前书面答复。"],
            earlier.SelfCheck,
            [$"确有困难的，请在答复中说明，我们会提供指导。联系：{context.Unit?.Name}（{context.Bureau?.Telephone}）。"],
            $"{context.Bureau?.Name}{context.Unit?.Name}",
            context.Today);
    }

    /// <summary>What an enterprise checks: each duty of the matter, then what the facts of the matter ask.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="context">Day and law.</param>
    public static IReadOnlyList<string> SelfCheckOf(Matter matter, ActContext context)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(context);
        var version = matter.On(context.Today) ?? matter.Versions[^1];
        var exemptions = context.Law.Discretion.Table.Exemptions.Where(e => e.Applicable && e.Matters.Contains(matter.Id)).Select(e => e.Conditions);
        var facts = version.Penalties.Select(p => p.When).Concat(exemptions).OfType<Condition>().SelectMany(c => c.Leaves).Select(l => l.Fact.Id).Distinct();
        return
        [
            .. version.Violates.Select(context.Law.Instruments.InChinese).Distinct().Take(3).Select(a => $"是否符合{a}的要求"),
            .. facts.Select(context.Law.Reminders.AskOf).OfType<string>().Distinct(),
            "现场、库存和记录是否已经逐项检查，检查结果是否留存",
        ];
    }

    private static IEnumerable<string> Optional(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [Sentence(text)];

    private static string Sentence(string text) => text.Trim().TrimEnd('。', '；', ';') + "。";
}
