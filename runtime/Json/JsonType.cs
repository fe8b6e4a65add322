using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dragoman;

/// <summary>Contracts of System.Text.Json for generated types: no reflection, so safe to trim and to compile ahead of time.</summary>
public static class JsonType
{
    // An empty resolver, not none: options without one fall back to reflection where that is on, and cannot be used where it is off.
    private static readonly JsonSerializerOptions s_options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    /// <summary>A contract for everything that takes one, such as <see cref="JsonSerializer"/>, <c>JsonContent.Create</c> and <c>ReadFromJsonAsync</c>.</summary>
    /// <typeparam name="T">The type that is read and written.</typeparam>
    /// <returns>The contract, always the same one. Its options are shared by all contracts that this method returns.</returns>
    public static JsonTypeInfo<T> Of<T>()
        where T : IJsonValue<T> => Contract<T>.Info;

    private static class Contract<T>
        where T : IJsonValue<T>
    {
        public static readonly JsonTypeInfo<T> Info = JsonMetadataServices.CreateValueInfo<T>(s_options, new ApiJsonConverter<T>());
    }
}
