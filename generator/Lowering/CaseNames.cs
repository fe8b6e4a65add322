namespace Dragoman.Generator.Lowering;

/// <summary>Names the nested records of a union.</summary>
internal sealed class CaseNames
{
    /// <summary>What records bring with them, what the cases hold, and the types that the union's own code names.</summary>
    private static readonly string[] s_reserved =
        ["EqualityContract", "Clone", "PrintMembers", "Deconstruct", "Value", "Json", "JsonElement", "RawJson", "JsonRead", "JsonWrite", "IJsonUnion", "IJsonValue", "Utf8JsonReader", "Utf8JsonWriter", "ServerSentEvent", "Cases", "JsonCase", "JsonCases", "JsonKinds", "JsonTextForm",
            "Uri", "Guid", "DateOnly", "DateTimeOffset", "TimeOnly", "TimeSpan", "IReadOnlyList", "IReadOnlyDictionary", .. NameScope.ObjectMembers];

    private readonly NameScope _names;

    public CaseNames(string unionName)
    {
        _names = new NameScope([unionName, .. s_reserved]);
        Unknown = _names.Take("Unknown");
    }

    /// <summary>The case of values newer than the document.</summary>
    public string Unknown { get; }

    /// <summary>A name after the value that decides; after <paramref name="otherwise"/> where that has no letter or digit.</summary>
    public string Take(string value, string otherwise)
    {
        string name = Identifier.Pascal(Identifier.Words(value).Count > 0 ? value : otherwise, "Case");
        return _names.Take(name[0] == '_' ? $"Value{name.Substring(1)}" : name);
    }
}
