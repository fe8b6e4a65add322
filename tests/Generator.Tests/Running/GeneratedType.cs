using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dragoman.Generator.Tests.Running;

/// <summary>A generated type, read and written by System.Text.Json as a user's code would.</summary>
internal sealed class GeneratedType(Assembly assembly, string name)
{
    private readonly JsonTypeInfo _info = (JsonTypeInfo)assembly.GetType(name, throwOnError: true)!.GetProperty("JsonTypeInfo")!.GetValue(null)!;

    public object Read(string json) => JsonSerializer.Deserialize(json, _info)!;

    public string Write(object value) => JsonSerializer.Serialize(value, _info);

    /// <summary>What is written of what was read.</summary>
    public string RoundTrip(string json) => Write(Read(json));

    /// <summary>The nested record that a text is read as.</summary>
    public string CaseOf(string json) => Read(json).GetType().Name;
}
