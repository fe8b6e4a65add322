namespace Dragoman.Corpus.Tests;

/// <summary>Whether the client has all that the document describes.</summary>
internal static class OperationCheck
{
    public static IEnumerable<string> Missing(GeneratedDocument document)
    {
        IReadOnlySet<(string Method, string Path)> generated = document.Operations;
        return DeclaredOperation.In(document.Tree)
            .Where(operation => !generated.Contains((operation.Method, operation.SentPath)))
            .Select(operation => $"{operation.Method.ToUpperInvariant()} {operation.Path} has no method");
    }
}
