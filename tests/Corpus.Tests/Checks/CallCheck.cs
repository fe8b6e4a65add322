namespace Dragoman.Corpus.Tests;

/// <summary>What the client sends when it is called, and what it makes of answers.</summary>
internal static class CallCheck
{
    public static IEnumerable<string> Problems(GeneratedDocument document) => KnownCalls.Unknown(document.Name, document.Calls);
}
