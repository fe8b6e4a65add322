using System.Reflection;

namespace Dragoman.Testing;

/// <summary>The repository that this assembly was built from.</summary>
internal static class Repository
{
    /// <summary>What a deterministic build calls the root in <c>[CallerFilePath]</c>.</summary>
    private const string DeterministicRoot = "/_/";

    /// <summary>The full path of the root, with a separator at its end.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;

    /// <summary>The full path of a file, given from the root.</summary>
    public static string PathOf(string file) => Path.GetFullPath(Path.Combine(Root, file));

    /// <summary>The folder of a source file by its <c>[CallerFilePath]</c>.</summary>
    public static string FolderOf(string callerFile) => Path.GetDirectoryName(
        callerFile.StartsWith(DeterministicRoot, StringComparison.Ordinal) ? PathOf(callerFile[DeterministicRoot.Length..]) : callerFile)!;

    public static string Read(string file) => File.ReadAllText(PathOf(file));
}
