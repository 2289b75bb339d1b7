using Heng.Dossiers;
using Heng.Payment.Storage;
using Heng.Platform.People;
using Heng.Platform.Settings;
using Heng.Platform.Shell;

namespace Heng.Payment;

/// <summary>Payment (罚缴): the card.</summary>
public sealed class PaymentCapability : Capability
{
    /// <inheritdoc/>
    public override string Name => "罚缴";

    /// <inheritdoc/>
    public override IReadOnlyList<ServedClause> Clauses { get; } =
    [
        new(OpinionClause.Discipline, "罚缴分离：收款只从银行文件入账，办案人员不能登记已缴；加处、延期、分期、催告、申请强制执行依法逐项把关"),
        new(OpinionClause.LenienceAndSeverity, "确有经济困难的可以延期、分期缴纳，延期期间不加处罚款"),
        new(OpinionClause.Discipline, "当事人网上缴款和网上申请延期", Later: true),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<NavigationEntry> Navigation { get; } = [new(PaymentLinks.Import, "罚没收款", "table", PersonRoles.Finance)];

    /// <inheritdoc/>
    public override IReadOnlyList<SettingDefinition> Settings => PaymentSettings.All;

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<BankDesk>();
        services.AddSingleton<IDossierContributor, PaymentContributor>();
        services.AddSingleton<IDossierPanel, PaymentPanel>();
    }
}
