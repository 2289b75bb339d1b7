using Heng.Bench;

return args switch
{
    ["deadlines"] => DeadlineBench.Run(compared: 1_000_000),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Heng.Bench -- deadlines");
    return 2;
}
