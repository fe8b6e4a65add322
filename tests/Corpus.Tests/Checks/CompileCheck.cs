namespace Dragoman.Corpus.Tests;

/// <summary>What the compiler says of a client.</summary>
internal static class CompileCheck
{
    public static IEnumerable<string> Net10(GeneratedDocument document) => document.Compiled.Problems;

    /// <summary>Other overloads are chosen there, and some members do not exist.</summary>
    public static IEnumerable<string> Net8(GeneratedDocument document) => document.Run.WithReferences(BuildPaths.Net8References).Compile().Problems;
}
