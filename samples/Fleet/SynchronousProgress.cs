namespace Dragoman.Samples.Fleet;

/// <summary>Shows progress where it happens; <see cref="Progress{T}"/> shows it a little later, and in any order.</summary>
internal sealed class SynchronousProgress<T>(Action<T> show) : IProgress<T>
{
    public void Report(T value) => show(value);
}
