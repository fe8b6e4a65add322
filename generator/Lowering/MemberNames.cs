
namespace Dragoman.Generator.Lowering;

/// <summary>Names members so that no name depends on their order: of two that would have one name, that which is written like it keeps it, else the first in the order of the alphabet.</summary>
internal static class MemberNames
{
    /// <summary>The C# names by the names in JSON.</summary>
    public static Dictionary<string, string> Of(IEnumerable<string> wireNames, NameScope scope)
    {
        List<string> ordered = wireNames.OrderBy(wireName => IsWrittenLike(wireName) ? 0 : 1).ThenBy(wireName => wireName, StringComparer.Ordinal).ToList();
        HashSet<string> all = new(ordered, StringComparer.Ordinal);

        // FHIR has members "url" and "_url": Url and UnderscoreUrl.
        return ordered.ToDictionary(
            wireName => wireName,
            wireName => scope.Take(wireName.Length > 1 && wireName[0] == '_' && all.Contains(wireName.Substring(1)) ? $"Underscore{NameOf(wireName)}" : NameOf(wireName)),
            StringComparer.Ordinal);
    }

    private static string NameOf(string wireName)
    {
        // "+1" and "-1" are Plus1 and Minus1; any other text of signs has no meaning as a name.
        string prefix = SignNames.Prefix(wireName);
        string name = Identifier.Pascal(wireName, "Member") + SignNames.Suffix(wireName);
        return name[0] == '_' && prefix.Length > 0 ? prefix + name.Substring(1) : name;
    }

    private static bool IsWrittenLike(string wireName) => wireName.Length > 0 && char.ToUpperInvariant(wireName[0]) + wireName.Substring(1) == Identifier.Pascal(wireName);
}
