using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Names the methods of one group.</summary>
internal static class OperationNames
{
    /// <summary>
    /// The method of each operation: its id without the group's own noun (<c>generateAgent</c> in Agents is <c>Generate</c>), unless
    /// that leaves nothing or makes two operations one; then the id as it is.
    /// </summary>
    public static IReadOnlyDictionary<Operation, string> Of(string group, IReadOnlyList<Operation> operations, NameOverrides overrides)
    {
        Dictionary<Operation, string> full = operations.ToDictionary(operation => operation, operation => Identifier.Join(IdWords(operation), "Call"));
        Dictionary<Operation, string> dropped = operations.ToDictionary(operation => operation, operation => Identifier.Join(WithoutNoun(IdWords(operation), group), full[operation]));
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
    public static IReadOnlyList<string> IdWords(Operation operation)
    {
        if (operation.Id is { } id && Identifier.Words(id) is { Count: > 0 } words)
        {
            return words;
        }

        List<string> path = [operation.Method.ToLowerInvariant()];
        foreach (string segment in operation.Key.Split('/', '?', '#'))
        {
            bool isParameter = segment.IndexOf('{') >= 0;
            path.AddRange(isParameter ? ["by", .. Identifier.Words(segment)] : Identifier.Words(segment));
        }

        return path;
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
