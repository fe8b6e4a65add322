using System.Reflection;

namespace Dragoman.Generator.Tests.Infrastructure;

/// <summary>Where the sources of this assembly are while it runs.</summary>
internal static class ProjectPaths
{
    /// <summary>What a deterministic build calls the root of the repository in [CallerFilePath].</summary>
    private const string DeterministicRoot = "/_/";

    /// <summary>The folder of the test project.</summary>
    public static string Project { get; } = typeof(ProjectPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, "..", ".."));

    /// <summary>The folder of a source file by its [CallerFilePath].</summary>
    public static string FolderOf(string callerFile)
    {
        string file = callerFile.StartsWith(DeterministicRoot, StringComparison.Ordinal)
            ? Path.Combine(Repository, callerFile[DeterministicRoot.Length..])
            : callerFile;
        return Path.GetDirectoryName(file)!;
    }
}
