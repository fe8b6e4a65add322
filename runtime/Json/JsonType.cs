using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dragoman;

/// <summary>Contracts of System.Text.Json for types that bring their own converter: no reflection, so safe to trim and to compile ahead of time.</summary>
public static class JsonType
{
    // An empty resolver, not none: options without one fall back to reflection where that is on, and cannot be used where it is off.
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    /// <summary>A contract for everything that takes one, such as <see cref="JsonSerializer"/>, <c>JsonContent.Create</c> and <c>ReadFromJsonAsync</c>.</summary>
    /// <typeparam name="T">The type that is read and written.</typeparam>
    /// <param name="converter">Reads and writes it. The type's own members are not looked at.</param>
    /// <returns>The contract. Its options are shared by all contracts that this method creates.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="converter"/> is <see langword="null"/>.</exception>
    public static JsonTypeInfo<T> Create<T>(JsonConverter<T> converter) => JsonMetadataServices.CreateValueInfo<T>(Options, converter);
}
