using System.Reflection;
using System.Text.Json;

namespace Dragoman.Generator.Tests.Running;

/// <summary>A generated type, read and written by System.Text.Json as a user's code would.</summary>
internal sealed class GeneratedType(Assembly assembly, string name)
{
    private readonly Type _type = assembly.GetType(name, throwOnError: true)!;

    public object Read(string json) => JsonSerializer.Deserialize(json, _type)!;

    public string Write(object value) => JsonSerializer.Serialize(value, _type);

    /// <summary>What is written of what was read.</summary>
    public string RoundTrip(string json) => Write(Read(json));

    /// <summary>The nested record that a text is read as.</summary>
    public string CaseOf(string json) => Read(json).GetType().Name;
}
