namespace Heng.Dossiers;

/// <summary>Panel (栏目): a card that a capability puts on the page of a dossier.</summary>
public interface IDossierPanel
{
    /// <summary>Place among the panels; smaller is higher.</summary>
    int Order { get; }

    /// <summary>Heading, in Chinese.</summary>
    string Title { get; }

    /// <summary>Name of the partial view.</summary>
    string View { get; }

    /// <summary>What the view shows; null leaves the panel out.</summary>
    /// <param name="file">The dossier.</param>
    /// <param name="context">Who looks.</param>
    object? ModelOf(DossierFile file, ActContext context);

    /// <summary>Whether its part of the work is finished; such a card is folded.</summary>
    /// <param name="file">The dossier.</param>
    bool IsFinishedIn(DossierFile file) => false;
}
