using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Gives the headers of all responses a method each: a header means the same wherever it stands.</summary>
internal static class HeaderLowering
{
    public static EquatableArray<ResponseHeaderModel> Lower(IEnumerable<Operation> operations)
    {
        NameScope names = new(["Empty", "Values", "TryGetValue", "Int64", "Double", "Boolean", "Time", "GetEnumerator", .. NameScope.ObjectMembers]);
        return operations
            .SelectMany(operation => operation.Responses)
            .SelectMany(response => response.Headers)
            .Where(header => HttpToken.Is(header.Name) && !header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            // Those without the prefix of private headers first: it is left out of names that are free.
            .OrderBy(same => HasPrefix(same.Key) ? 1 : 0)
            .ThenBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => Lower(same.ToList(), names))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Responses may spell a header differently, describe it differently and disagree about its type; the choice does not depend on their order.</summary>
    private static ResponseHeaderModel Lower(IReadOnlyList<ResponseHeader> headers, NameScope names)
    {
        string wireName = headers.Select(header => header.Name).OrderBy(name => name, StringComparer.Ordinal).First();
        string name = names.Take(Identifier.Pascal(HasPrefix(wireName) && wireName.Length > 2 && !char.IsDigit(wireName[2]) ? wireName.Substring(2) : wireName, "Header"));
        List<HeaderValue> values = headers.Select(header => ValueOf(header.Schema)).Distinct().ToList();
        string? description = headers.Select(header => header.Description).OfType<string>().OrderBy(text => text, StringComparer.Ordinal).FirstOrDefault();
        return new ResponseHeaderModel(wireName, name, values.Count == 1 ? values[0] : HeaderValue.Text, description ?? "");
    }

    private static bool HasPrefix(string name) => name.StartsWith("x-", StringComparison.OrdinalIgnoreCase);

    private static HeaderValue ValueOf(MappingNode? schema)
    {
        IEnumerable<string> types = schema?["type"] switch
        {
            ScalarNode one => [one.Text],
            SequenceNode several => several.Texts.Where(type => type != "null"),
            _ => [],
        };
        return string.Join(" ", types) switch
        {
            "integer" => HeaderValue.Int64,
            "number" => HeaderValue.Double,
            "boolean" => HeaderValue.Boolean,
            "string" when schema!.Text("format") is "date-time" or "rfc7231" => HeaderValue.Time,
            _ => HeaderValue.Text,
        };
    }
}
