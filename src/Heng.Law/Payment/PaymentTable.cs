using System.Globalization;
using Heng.Law.Citations;

namespace Heng.Law.Payment;

/// <summary>Table of payment (缴款规则表): rate and cap of the surcharge by date, and the choices that the law leaves.</summary>
public sealed class PaymentTable
{
    private readonly IReadOnlyList<(DateOnly? From, DateOnly? Until, decimal Value)> rates;
    private readonly IReadOnlyList<(DateOnly? From, DateOnly? Until, decimal Value)> caps;
    private readonly PaymentPolicy choices;

    private PaymentTable(LawFiles files)
    {
        using (var document = files.One("parameters/thresholds.json").Open())
        {
            var surcharge = document.Root.Items("thresholds").Where(t => t.Text("topic") == "surcharge").ToArray();
            (rates, caps) = (Read("S01"), Read("S02"));

            IReadOnlyList<(DateOnly?, DateOnly?, decimal)> Read(string id)
                => [.. surcharge.Where(t => t.Text("id") == id).Select(t => (t.OptionalDay("from"), t.OptionalDay("until"), t.Number("value")))];
        }

        using (var document = files.One("parameters/settings.json").Open())
        {
            var settings = document.Root.Items("settings").ToDictionary(s => s.Text("id"), s => s.Items("values").Last(), StringComparer.Ordinal);
            choices = new(0, 0, Choice<SurchargeBasis>("surcharge.base"), Value("surcharge.payment-day-counts").Flag("value"), Choice<CreditOrder>("payment.credit-order"));
            Alarms = [.. Value("payment.court-alarms").Text("value").Split(',').Select(d => int.Parse(d, CultureInfo.InvariantCulture)).OrderDescending()];

            T Choice<T>(string id)
                where T : struct, Enum
                => Enum.TryParse<T>(Value(id).Text("value"), ignoreCase: true, out var choice) ? choice : throw Value(id).Fault("value", $"“{Value(id).Text("value")}”不是可选的口径");

            LawElement Value(string id) => settings.TryGetValue(id, out var value) ? value : throw new LawDataException("parameters/settings.json", "$.settings", $"缺少 {id}");
        }
    }

    /// <summary>Days before the last day for the court at which an alarm is due (申请强制执行预警), the longest first.</summary>
    public IReadOnlyList<int> Alarms { get; }

    /// <summary>The policy for a decision of a day.</summary>
    /// <param name="decided">The day of the decision; a decision before the first known figure follows that figure.</param>
    public PaymentPolicy PolicyOn(DateOnly decided) => choices with { Rate = Of(rates, decided), Cap = Of(caps, decided) };

    /// <summary>Reads <c>parameters/thresholds.json</c> and <c>parameters/settings.json</c>.</summary>
    /// <param name="files">The law data.</param>
    /// <exception cref="LawDataException">A file is malformed or a figure is missing.</exception>
    public static PaymentTable From(LawFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new PaymentTable(files);
    }

    private static decimal Of(IReadOnlyList<(DateOnly? From, DateOnly? Until, decimal Value)> values, DateOnly day)
        => values.Where(v => (v.From is not { } from || from <= day) && (v.Until is not { } until || day <= until)).Select(v => (decimal?)v.Value).LastOrDefault() ?? values[0].Value;
}
