var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();

/// <summary>The program; public so that test hosts can start it.</summary>
public partial class Program;
