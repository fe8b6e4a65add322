namespace Dragoman.Wire.Tests;

/// <summary>
/// What the tests read and is not part of the repository: the documents and scenarios in <c>../shared/wire</c> or the folder that
/// the environment variable DRAGOMAN_WIRE names, and the server that <c>npm install</c> puts beside this project.
/// </summary>
internal static class WireFiles
{
    public const string Variable = "DRAGOMAN_WIRE";

    public static string Documents => Path.Combine(s_folder, "openapi");

    public static string Scenarios => Path.Combine(s_folder, "scenarios.json");

    /// <summary>The npm packages.</summary>
    public static string Packages { get; } = Repository.PathOf("tests/Wire.Tests/node_modules");

    /// <summary>The script that starts the server.</summary>
    public static string Server => Path.Combine(Packages, "@typespec/spector/cmd/cli.mjs");

    /// <summary>Why the tests cannot run here; null where they can.</summary>
    public static string? Missing =>
        !File.Exists(Scenarios) ? $"There is no '{Scenarios}', and {Variable} names no other folder."
        : !File.Exists(Server) ? "The server is not installed: run 'npm install --no-package-lock' in tests/Wire.Tests."
        : null;

    private static readonly string s_folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Repository.PathOf("../shared/wire");
}
