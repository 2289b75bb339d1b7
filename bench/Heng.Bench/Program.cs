using Heng.Bench;

return args switch
{
    ["discretion"] => DiscretionBench.Run(),
    ["deadlines"] => DeadlineBench.Run(compared: 1_000_000),
    ["lines"] => await ServiceBench.RunLinesAsync(),
    ["http"] => await ServiceBench.RunHttpAsync(),
    ["verify", var file] => await VerifyBench.RunAsync(file),
    ["dossiers", ("sqlite" or "postgresql") and var kind, var place, .. var rest] => await DossierBench.RunAsync(kind, place, rest is [var count, ..] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100_000, rest is [_, var only] ? only : null),
    ["all"] => DiscretionBench.Run() | DeadlineBench.Run(compared: 1_000_000) | await ServiceBench.RunLinesAsync() | await ServiceBench.RunHttpAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Heng.Bench -- all|discretion|deadlines|lines|http|verify EXPORT|dossiers sqlite FOLDER [COUNT [PART]]|dossiers postgresql CONNECTION [COUNT [PART]]");
    return 2;
}
