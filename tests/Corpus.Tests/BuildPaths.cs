using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Dragoman.Corpus.Tests;

/// <summary>Where the build of this assembly found what the tests need.</summary>
internal static class BuildPaths
{
    /// <summary>What a net8.0 project is compiled against: the framework's reference assemblies and the runtime for it.</summary>
    public static IReadOnlyList<MetadataReference> Net8References { get; } =
        [.. Directory.GetFiles(Metadata("Net8Framework"), "*.dll").Append(Metadata("Net8Runtime")).Select(file => MetadataReference.CreateFromFile(file))];

    private static string Metadata(string key) => typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
