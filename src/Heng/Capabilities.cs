using Heng.Dossiers;
using Heng.Guidance;
using Heng.Platform.Shell;

namespace Heng;

/// <summary>The cards of all capabilities; adding a capability is one line here.</summary>
public static class Capabilities
{
    /// <summary>Every capability, in the order of the navigation.</summary>
    public static IReadOnlyList<Capability> All { get; } = [new DossiersCapability(), new GuidanceCapability()];
}
