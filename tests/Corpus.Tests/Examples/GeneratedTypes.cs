using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Serialization.Metadata;
using Dragoman.Generator.Model;

namespace Dragoman.Corpus.Tests;

/// <summary>The types of a client, loaded and ready to read and write, by the JSON pointers of their schemas.</summary>
internal sealed class GeneratedTypes : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);
    private readonly Dictionary<string, JsonTypeInfo> _types = [];

    public GeneratedTypes(GeneratedDocument document)
    {
        using MemoryStream bytes = new(document.Compiled.Assembly);
        Assembly assembly = _context.LoadFromStream(bytes);
        ApiModel model = (ApiModel)Assert.Single(Assert.Single(document.Run.Result.Results[0].TrackedSteps["Models"]).Outputs).Value;
        foreach (TypeModel type in model.Types.SelectMany(file => file.Types))
        {
            if (assembly.GetType($"{model.File.Namespace}.{type.Name}") is { } found && ContractOf(found) is { } contract)
            {
                _types[$"#{type.Pointer}"] = contract;
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
}
