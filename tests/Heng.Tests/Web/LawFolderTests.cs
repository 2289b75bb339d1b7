using Heng.Law;
using Heng.Law.Citations;
using Heng.Platform.Shell;

namespace Heng.Tests.Web;

public sealed class LawFolderTests
{
    [Fact]
    public void The_law_folder_of_the_repository_is_the_embedded_set()
        => Assert.Equal(LawFiles.Embedded.Hash, LawFolder.Read(new DirectoryInfo(Repository.PathOf("law"))).Hash);

    [Fact]
    public void The_law_folder_of_the_repository_can_be_loaded()
        => Assert.Equal(LawSet.Embedded.Hash, LawSet.Load(LawFolder.Read(new DirectoryInfo(Repository.PathOf("law")))).Hash);

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
        => Assert.Throws<DirectoryNotFoundException>(() => LawFolder.Read(new DirectoryInfo(Repository.PathOf("law", "no-such-folder"))));
}
