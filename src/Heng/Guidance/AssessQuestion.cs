using System.Globalization;
using Heng.Law;
using Heng.Law.Discretion;
using Heng.Law.Matters;
using Heng.Platform.Shell.Kit;
using Microsoft.AspNetCore.WebUtilities;

namespace Heng.Guidance;

/// <summary>Assess question (测算提问): what the address of the assessment page holds, read into a request.</summary>
/// <remarks>The address holds the whole question and no personal data: matter, region, days, party, answers, circumstances, proposed fine.</remarks>
public sealed class AssessQuestion
{
    private readonly LawSet law;
    private readonly List<FieldProblem> problems = [];
    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);

    private AssessQuestion(LawSet law, Matter matter) => (this.law, Matter) = (law, matter);

    /// <summary>The matter asked about.</summary>
    public Matter Matter { get; }

    /// <summary>Region, as given.</summary>
    public string Region { get; private set; } = "CN";

    /// <summary>First or only day of the act, as given.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Last day of the act, as given.</summary>
    public string End { get; private set; } = "";

    /// <summary>Day of discovery, as given.</summary>
    public string Found { get; private set; } = "";

    /// <summary>Day of the decision, as given.</summary>
    public string Decide { get; private set; } = "";

    /// <summary>Kind of party, as given.</summary>
    public string Party { get; private set; } = "unit";

    /// <summary>Kind of party.</summary>
    public PartyKind PartyKind => Party switch { "individual" => PartyKind.Individual, "individualBusiness" => PartyKind.IndividualBusiness, _ => PartyKind.Unit };

    /// <summary>Proposed fine, as given.</summary>
    public string Fine { get; private set; } = "";

    /// <summary>Circumstances chosen, by id.</summary>
    public IReadOnlyList<string> Circumstances { get; private set; } = [];

    /// <summary>Another matter that the same act breaks, as given.</summary>
    public string AlsoGiven { get; private set; } = "";

    /// <summary>Another matter that the same act breaks, or null.</summary>
    public Matter? Also { get; private set; }

    /// <summary>What is wrong with the question.</summary>
    public IReadOnlyList<FieldProblem> Problems => problems;

    /// <summary>The request; null while something is wrong.</summary>
    public AssessmentRequest? Request { get; private set; }

    /// <summary>The answer given to a fact, as the form holds it; empty when not known.</summary>
    /// <param name="fact">The fact.</param>
    public string AnswerTo(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return answers.GetValueOrDefault(fact.Id, "");
    }

    /// <summary>Name of a fact's field.</summary>
    /// <param name="fact">The fact.</param>
    public static string FieldOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return "f." + fact.Id;
    }

    /// <summary>The address of this question with one field changed; an empty value removes it.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="value">Its new value.</param>
    public string AddressWith(string name, string? value)
    {
        var fields = Fields().Where(f => f.Key != name).ToList();
        if (!string.IsNullOrEmpty(value))
        {
            fields.Add(KeyValuePair.Create<string, string?>(name, value));
        }

        return QueryHelpers.AddQueryString("/assess", fields);
    }

    /// <summary>Every field of the question, for links and hidden inputs.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields()
    {
        yield return new("matter", Matter.Id);
        yield return new("region", Region);
        yield return new("act", Act);
        foreach (var (name, value) in new[] { ("end", End), ("found", Found) }.Where(f => f.Item2.Length > 0))
        {
            yield return new(name, value);
        }

        yield return new("decide", Decide);
        yield return new("party", Party);
        foreach (var (id, value) in answers)
        {
            yield return new("f." + id, value);
        }

        foreach (var circumstance in Circumstances)
        {
            yield return new("c", circumstance);
        }

        foreach (var (name, value) in new[] { ("fine", Fine), ("also", AlsoGiven) }.Where(f => f.Item2.Length > 0))
        {
            yield return new(name, value);
        }
    }

    /// <summary>Reads the address.</summary>
    /// <param name="law">The law set.</param>
    /// <param name="matter">The matter asked about.</param>
    /// <param name="query">The address.</param>
    /// <param name="today">Beijing day, where the address names no day.</param>
    public static AssessQuestion Read(LawSet law, Matter matter, IQueryCollection query, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(query);
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Given(string name, string otherwise = "") => query.TryGetValue(name, out var value) ? value.ToString().Trim() : otherwise;
        var question = new AssessQuestion(law, matter)
        {
            Region = Given("region", "CN"),
            Act = Given("act", day),
            End = Given("end"),
            Found = Given("found"),
            Decide = Given("decide", day),
            Party = Given("party", "unit"),
            Fine = Given("fine").Replace(",", "", StringComparison.Ordinal),
            AlsoGiven = Given("also"),
            Circumstances = [.. query["c"].OfType<string>().Distinct()],
        };
        question.Complete(query);
        return question;
    }

    private void Complete(IQueryCollection query)
    {
        var sheet = new FactSheet.Builder(law.Matters.Facts);
        foreach (var fact in law.Matters.Facts.All)
        {
            var text = query[FieldOf(fact)].ToString().Trim();
            if (text.Length > 0)
            {
                answers[fact.Id] = text;
                ReadFact(fact, text, sheet);
            }
        }

        if (!Heng.Law.Codes.Region.TryParse(Region, law.Codes, out var region, out var fault))
        {
            problems.Add(new("region", fault.Says));
        }

        var act = ReadDay("act", Act, "违法行为发生日", required: true);
        var end = ReadDay("end", End, "违法行为终了日", required: false);
        var found = ReadDay("found", Found, "发现日", required: false);
        var decide = ReadDay("decide", Decide, "决定日", required: true);
        var fine = Fine.Length == 0 ? null : ReadSum("fine", Fine, "拟罚款");
        if (AlsoGiven.Length > 0 && AlsoGiven != Matter.Id)
        {
            Also = law.Matters.Find(AlsoGiven.ToUpperInvariant());
            if (Also is null)
            {
                problems.Add(new("also", $"没有编号为“{AlsoGiven}”的执法事项，请在“裁量测算”中查找编号，例如 PROD-002。"));
            }
        }

        if (Party is not ("unit" or "individual" or "individualBusiness"))
        {
            problems.Add(new("party", "当事人应为单位、个人或者个体工商户，请重新选择。"));
        }

        if (Circumstances.Any(c => law.Matters.FindCircumstance(c) is null))
        {
            problems.Add(new("c", "选中的情节不在法规集中，请重新选择。"));
        }

        var circumstances = Circumstances.Select(law.Matters.FindCircumstance).OfType<Circumstance>().ToArray();
        if (problems.Count > 0)
        {
            return;
        }

        var request = new AssessmentRequest(Matter, sheet.Build(), act!.Value, decide!.Value)
        {
            Region = region,
            ActEndDate = end,
            DiscoveryDate = found,
            Party = PartyKind,
            Circumstances = circumstances,
            ProposedFine = fine,
        };
        if (request.Fault is { } impossible)
        {
            problems.Add(new(impossible.Code switch { "end-before-start" => "end", "decision-before-act" => "decide", "negative-sum" => "fine", _ => "found" }, impossible.Says));
            return;
        }

        Request = request;
    }

    private void ReadFact(Fact fact, string text, FactSheet.Builder sheet)
    {
        switch (fact.Kind)
        {
            case FactKind.Boolean when text is "yes" or "no":
                sheet.Set(fact, text == "yes");
                break;
            case FactKind.Choice when sheet.TrySet(fact, text):
                break;
            case FactKind.Number:
                if (ReadSum(FieldOf(fact), text.Replace(",", "", StringComparison.Ordinal), fact.Chinese) is { } number)
                {
                    sheet.Set(fact, number);
                }

                break;
            default:
                problems.Add(new(FieldOf(fact), $"“{fact.Chinese}”的回答无效，请重新选择。"));
                break;
        }
    }

    private decimal? ReadSum(string field, string text, string name)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum) && sum <= 1_000_000_000_000_000m)
        {
            return sum;
        }

        problems.Add(new(field, $"“{name}”应填写不小于 0 的数，例如 1280.50。"));
        return null;
    }

    private DateOnly? ReadDay(string field, string text, string name, bool required)
    {
        if (text.Length == 0 && !required)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1949 and < 2200)
        {
            return day;
        }

        problems.Add(new(field, $"“{name}”应为真实存在的日期，形式如 2026-03-01。"));
        return null;
    }
}
