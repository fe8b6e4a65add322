using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Infrastructure;

/// <summary>A system of the repository's <c>spec</c> folder.</summary>
internal static class ShippedSpec
{
    public static string Folder { get; } = Repository.PathOf("spec");

    /// <summary>bitHuman, with the settings of the README's first example.</summary>
    public static SpecFile BitHuman { get; } = Read("bithuman") with { Namespace = "BitHuman", ClientName = "BitHumanClient" };

    public static SpecFile Read(string system) => new($"{system}/openapi.yaml", Text(system, "openapi.yaml"))
    {
        ErrorsPath = $"{system}/errors.yaml",
        Errors = Text(system, "errors.yaml"),
    };

    private static string Text(string system, string file) => File.ReadAllText(Path.Combine(Folder, system, file)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
