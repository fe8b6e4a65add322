namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Random numbers of a seed for several threads at once.</summary>
internal sealed class SharedRandom(int seed) : Random(seed)
{
    private readonly object _gate = new();

    public override int Next(int maxValue)
    {
        lock (_gate)
        {
            return base.Next(maxValue);
        }
    }
}
