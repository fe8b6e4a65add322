namespace Dragoman.Testing;

/// <summary>A jitter that is always the same.</summary>
internal sealed class FixedRandom(double value = 1.0) : Random
{
    public override double NextDouble() => value;
}
