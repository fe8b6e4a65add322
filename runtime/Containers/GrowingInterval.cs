namespace Dragoman;

/// <summary>Times between questions that grow up to a bound, each up to 20 % shorter or longer, so that many who ask do not do so in step.</summary>
internal sealed class GrowingInterval(TimeSpan first, TimeSpan cap, double factor, Random random)
{
    private const double Spread = 0.2;

    private readonly TimeSpan _first = first;
    private TimeSpan _next = first;

    public TimeSpan Next()
    {
        TimeSpan interval = _next * (1 - Spread + (2 * Spread * Backoff.Jitter(random)));
        _next = _next * factor < cap ? _next * factor : cap;
        return interval;
    }

    public void Reset() => _next = _first;
}
