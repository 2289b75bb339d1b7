using Heng.Platform.Storage;
using Npgsql;

namespace Heng.Tests.Storage;

public class ConnectionTests
{
    [Fact]
    public void Statements_stay_prepared_and_connections_go_back_as_they_are()
    {
        var settings = new NpgsqlConnectionStringBuilder(DataStore.Prepared("Host=db;Database=heng"));

        Assert.Equal((200, true), (settings.MaxAutoPrepare, settings.NoResetOnClose));
    }

    [Theory]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("Host=db;MaxAutoPrepare=0;noresetonclose=false")]
    public void What_the_operator_sets_stands(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(DataStore.Prepared(connection));

        Assert.Equal((0, false), (settings.MaxAutoPrepare, settings.NoResetOnClose));
    }
}
