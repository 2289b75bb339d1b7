Console.WriteLine("Heng benchmarks");
