using System.Text.RegularExpressions;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Names the methods of one group.</summary>
internal static class OperationNames
{
    private static readonly Regex s_sign = new(@"\W", RegexOptions.CultureInvariant);

    /// <summary>
    /// The method of each operation: its id without the group's own noun (<c>generateAgent</c> in Agents is <c>Generate</c>), or its path
    /// without the root that an API's paths have (<c>/api/v1</c>) and <c>.json</c>, unless that leaves nothing or makes two operations one; then all of it.
    /// Ids as FastAPI makes them are taken without the path and the method at their end.
    /// </summary>
    public static IReadOnlyDictionary<Operation, string> Of(string group, IReadOnlyList<Operation> operations, NameOverrides overrides)
    {
        Dictionary<Operation, string> full = operations.ToDictionary(operation => operation, operation => Identifier.Join(IdWords(operation), "Call"));
        Dictionary<Operation, string> dropped = operations.ToDictionary(operation => operation, operation => Identifier.Join(WithoutNoun(Shortened(operation), group), full[operation]));
        HashSet<string> ambiguous = new(dropped.Values.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key), StringComparer.OrdinalIgnoreCase);

        NameScope names = new();
        Dictionary<Operation, string> result = [];

        // Names that need no number are given first, so that a numbered one never takes the plain name of another operation.
        foreach (Operation operation in operations.OrderBy(operation => overrides.OfMethod(operation) is not null ? 0 : ambiguous.Contains(dropped[operation]) ? 2 : 1))
        {
            string wanted = overrides.OfMethod(operation) ?? (ambiguous.Contains(dropped[operation]) ? full[operation] : dropped[operation]);
            result.Add(operation, names.Take(wanted, "Try*"));
        }

        return result;
    }

    /// <summary>The words of the operationId; without one, of method and path: <c>GET /users/{id}/keys</c> is Get Users By Id Keys.</summary>
    public static IReadOnlyList<string> IdWords(Operation operation) => OwnWords(operation) ?? PathWords(operation, SegmentsOf(operation));

    /// <summary>The words without path and method at the end of an id, or without <c>api</c> and a version in front of the path, where that leaves a name.</summary>
    private static IReadOnlyList<string> Shortened(Operation operation)
    {
        string place = $"{s_sign.Replace(operation.Key, "_")}_{operation.Method.ToLowerInvariant()}";
        if (operation.Id is { } id && id.EndsWith(place, StringComparison.Ordinal) && Identifier.Words(id.Substring(0, id.Length - place.Length)) is { Count: > 0 } words)
        {
            return words;
        }

        List<string> segments = SegmentsOf(operation).SkipWhile(IsRoot).Select(WithoutJson).ToList();
        return OwnWords(operation) ?? PathWords(operation, segments.Count > 0 && segments[0][0] != '{' ? segments : SegmentsOf(operation));
    }

    private static IReadOnlyList<string>? OwnWords(Operation operation) => operation.Id is { } id && Identifier.Words(id) is { Count: > 0 } words ? words : null;

    private static IEnumerable<string> SegmentsOf(Operation operation) => operation.Key.Split(['/', '?', '#'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsRoot(string segment) =>
        string.Equals(segment, "api", StringComparison.OrdinalIgnoreCase) || (segment.Length is 2 or 3 && segment[0] is 'v' or 'V' && segment.Skip(1).All(char.IsDigit));

    private static string WithoutJson(string segment) => segment.EndsWith(".json", StringComparison.Ordinal) && segment.Length > 5 ? segment.Substring(0, segment.Length - 5) : segment;

    private static List<string> PathWords(Operation operation, IEnumerable<string> segments)
    {
        List<string> words = [operation.Method.ToLowerInvariant()];
        foreach (string segment in segments)
        {
            int brace = segment.IndexOf('{');
            words.AddRange(brace < 0 ? Identifier.Words(segment) : [.. Identifier.Words(segment.Substring(0, brace)), "by", .. Identifier.Words(segment.Substring(brace))]);
        }

        return words;
    }

    private static IReadOnlyList<string> WithoutNoun(IReadOnlyList<string> words, string group)
    {
        IReadOnlyList<string> noun = Identifier.Words(group);
        for (int start = 0; noun.Count > 0 && start + noun.Count <= words.Count; start++)
        {
            bool matches = Enumerable.Range(0, noun.Count).All(i => string.Equals(English.Singular(words[start + i]), English.Singular(noun[i]), StringComparison.OrdinalIgnoreCase));
            if (matches)
            {
                List<string> rest = words.Where((_, index) => index < start || index >= start + noun.Count).ToList();
                return rest.Count > 0 && !char.IsDigit(rest[0][0]) ? rest : words;
            }
        }

        return words;
    }
}
