using System.Globalization;
using System.Threading.RateLimiting;
using Dragoman;
using Npgsql;

// database, limit, permits, window in milliseconds, Open or Closed, how many ask at once. Begins with a line from the input, ends with the next.
// Writes a line for each answer: what it is, and the microsecond since 1970, by the clock that the database on this machine has too.
await using NpgsqlDataSource database = NpgsqlDataSource.Create(args[0]);
await using PostgreSqlRateLimiter limiter = new(database, new()
{
    Name = args[1],
    Permits = int.Parse(args[2], CultureInfo.InvariantCulture),
    Window = TimeSpan.FromMilliseconds(int.Parse(args[3], CultureInfo.InvariantCulture)),
    WhenUnavailable = Enum.Parse<UnavailableMode>(args[4]),
    TripTimeout = TimeSpan.FromSeconds(20),
    Pause = TimeSpan.FromMilliseconds(200),
});
using CancellationTokenSource end = new();
TextWriter output = TextWriter.Synchronized(Console.Out);
await output.WriteLineAsync("ready");
await Console.In.ReadLineAsync();
Task[] callers = [.. Enumerable.Range(0, int.Parse(args[5], CultureInfo.InvariantCulture)).Select(_ => Task.Run(CallAsync))];
await Task.WhenAny([Task.Run(Console.In.ReadLine), .. callers]);
await end.CancelAsync();
await Task.WhenAll(callers);

async Task CallAsync()
{
    try
    {
        while (true)
        {
            long before = limiter.UncheckedPermits;
            using RateLimitLease lease = await limiter.AcquireAsync(1, end.Token);
            long now = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            string answer = !lease.IsAcquired ? "refused" : limiter.UncheckedPermits > before ? "unchecked" : "granted";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{answer} {now}"));
            if (answer != "granted")
            {
                // What a program would do with a refusal; and without a limit nothing else slows this loop.
                await Task.Delay(lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : TimeSpan.FromMilliseconds(50), end.Token);
            }
        }
    }
    catch (OperationCanceledException)
    {
    }
}
