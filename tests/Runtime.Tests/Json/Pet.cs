using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dragoman.Runtime.Tests.Json;

/// <summary>A record in the shape that the generator gives one.</summary>
[JsonConverter(typeof(PetJson.Converter))]
public sealed record Pet
{
    public required string Name { get; init; }

    public int? Age { get; init; }

    public IReadOnlyList<Pet>? Children { get; init; }

    public static JsonTypeInfo<Pet> JsonTypeInfo { get; } = JsonType.Create(new PetJson.Converter());
}

internal static class PetJson
{
    internal static Pet Read(ref Utf8JsonReader reader)
    {
        string? name = null;
        int? age = null;
        IReadOnlyList<Pet>? children = null;

        JsonRead.StartObject(ref reader);
        while (JsonRead.NextMember(ref reader))
        {
            if (JsonRead.IsMember(ref reader, "pet_name"u8)) { name = JsonRead.String(ref reader); }
            else if (JsonRead.IsMember(ref reader, "age"u8)) { age = JsonRead.ValueOrNull(ref reader, JsonRead.Int32); }
            else if (JsonRead.IsMember(ref reader, "children"u8)) { children = JsonRead.OrNull(ref reader, static (ref Utf8JsonReader value) => JsonRead.List(ref value, Read)); }
            else { JsonRead.SkipMember(ref reader); }
        }

        return new() { Name = name ?? throw JsonRead.Missing("pet_name"), Age = age, Children = children };
    }

    internal static void Write(Utf8JsonWriter writer, Pet value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("pet_name"u8);
        JsonWrite.String(writer, value.Name);
        if (value.Age is int age)
        {
            writer.WritePropertyName("age"u8);
            JsonWrite.Int32(writer, age);
        }

        if (value.Children is { } children)
        {
            writer.WritePropertyName("children"u8);
            JsonWrite.List(writer, children, Write);
        }

        writer.WriteEndObject();
    }

    // Qualified: the plain names are the members that a converter inherits.
    internal sealed class Converter() : ApiJsonConverter<Pet>(PetJson.Read, PetJson.Write);
}
