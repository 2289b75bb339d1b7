using Heng.Cases;
using Heng.Demonstration;
using Heng.Discretion;
using Heng.Documents;
using Heng.Dossiers;
using Heng.FollowUp;
using Heng.Goods;
using Heng.Guidance;
using Heng.Intake;
using Heng.Payment;
using Heng.Platform.Administration;
using Heng.Platform.Shell;
using Heng.Prevention;
using Heng.Publication;

namespace Heng;

/// <summary>The cards of all capabilities; adding a capability is one line here.</summary>
public static class Capabilities
{
    /// <summary>Every capability, in the order of the navigation.</summary>
    public static IReadOnlyList<Capability> All { get; } = [new DossiersCapability(), new IntakeCapability(), new CasesCapability(), new DocumentsCapability(), new PreventionCapability(), new PaymentCapability(), new GoodsCapability(), new FollowUpCapability(), new DiscretionCapability(), new GuidanceCapability(), new PublicationCapability(), new AdministrationCapability(), new DemonstrationCapability()];
}
