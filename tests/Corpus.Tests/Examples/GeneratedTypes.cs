using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Dragoman.Corpus.Tests;

/// <summary>The types of a client, loaded and ready to read and write, by the JSON pointer of the schema that the head of their file names.</summary>
internal sealed partial class GeneratedTypes : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);
    private readonly Dictionary<string, JsonTypeInfo> _types = [];

    public GeneratedTypes(GeneratedDocument document)
    {
        using MemoryStream bytes = new(document.Compiled.Assembly);
        Assembly assembly = _context.LoadFromStream(bytes);
        foreach ((string hint, string text) in document.Run.Sources)
        {
            Match origin = Origin().Match(text);
            string name = hint[..^".g.cs".Length];
            if (origin.Success
                && assembly.GetType($"{Namespace().Match(text).Groups["name"].Value}.{name[(name.LastIndexOf('.') + 1)..]}") is { } type
                && ContractOf(type) is { } contract)
            {
                _types[origin.Groups["pointer"].Value] = contract;
            }
        }
    }

    public IEnumerable<string> Schemas => _types.Keys;

    /// <summary>The type of a schema; null where it has none of its own.</summary>
    public JsonTypeInfo? Of(string schema) => _types.GetValueOrDefault(schema);

    private static JsonTypeInfo? ContractOf(Type type) => type.GetInterfaces().FirstOrDefault(one => one.FullName?.StartsWith("Dragoman.IJsonValue`1", StringComparison.Ordinal) == true) is { } json
        ? (JsonTypeInfo?)json.Assembly.GetType("Dragoman.JsonType", throwOnError: true)!.GetMethod("Of")!.MakeGenericMethod(type).Invoke(null, null)
        : null;

    public void Dispose() => _context.Unload();

    [GeneratedRegex("^// Written by Dragoman from .*?(?<pointer>#/.+)$", RegexOptions.Multiline)]
    private static partial Regex Origin();

    [GeneratedRegex("^namespace (?<name>[^;]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
