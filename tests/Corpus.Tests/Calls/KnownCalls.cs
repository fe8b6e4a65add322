namespace Dragoman.Corpus.Tests;

/// <summary>The operations that do not send or read what the document says, each with its reason. The list is exact: one of it that holds is a finding too.</summary>
internal static class KnownCalls
{
    private const string Contradiction = "No value is of the answer's schema, since its parts contradict each other.";

    private static readonly Dictionary<(string Document, string Operation), string> s_reasons = new()
    {
        [("cases/ogen-negative-3-0-conflicting-property.json", "GET /test")] = Contradiction,
        [("cases/ogen-negative-3-0-string-value-2.json", "GET /foo")] = Contradiction,
    };

    /// <summary>What is found in a document beyond what is known of it.</summary>
    public static IEnumerable<string> Unknown(string document, CallRun run) =>
    [
        .. run.Problems.Where(found => !s_reasons.ContainsKey((document, found.Operation))).Select(found => $"{found.Operation}: {found.Problem}"),
        .. s_reasons.Keys.Where(known => known.Document == document && !run.Problems.Any(found => found.Operation == known.Operation)).Select(known => $"{known.Operation} holds, and is in the list of known calls"),
    ];
}
