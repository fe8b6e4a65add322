namespace Dragoman.Wire.Tests;

/// <summary>The calls that fail, each with its reason. The list is exact: a call of it that passes fails the test.</summary>
internal static class KnownFailures
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
