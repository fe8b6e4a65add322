using System.Reflection;

namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>The repository that this assembly was built from.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;

    /// <summary>The full path of a file, given from the root.</summary>
    public static string PathOf(string file) => Path.Combine(s_root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));
}
