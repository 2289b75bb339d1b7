namespace Heng.Dossiers;

/// <summary>Settings (设置) of a bureau that acts look at; each is a choice that the law leaves open.</summary>
public interface IDossierSettings
{
    /// <summary>The effective value of a setting.</summary>
    /// <param name="name">The name in the register of settings.</param>
    string this[string name] { get; }
}
