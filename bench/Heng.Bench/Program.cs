using Heng.Bench;

return args switch
{
    ["discretion"] => DiscretionBench.Run(),
    ["deadlines"] => DeadlineBench.Run(compared: 1_000_000),
    ["lines"] => await ServiceBench.RunLinesAsync(),
    ["http"] => await ServiceBench.RunHttpAsync(),
    ["all"] => DiscretionBench.Run() | DeadlineBench.Run(compared: 1_000_000) | await ServiceBench.RunLinesAsync() | await ServiceBench.RunHttpAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Heng.Bench -- all|discretion|deadlines|lines|http");
    return 2;
}
