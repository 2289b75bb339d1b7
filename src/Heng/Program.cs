using Heng;
using Heng.Platform.Commands;

return await HengCommands.RunAsync(args, Capabilities.All);

/// <summary>The program; public so that test hosts can start it.</summary>
public partial class Program;
