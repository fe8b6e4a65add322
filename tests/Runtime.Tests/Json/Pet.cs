using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

#pragma warning disable CS8618 // Reading sets what is required, or throws.

namespace Dragoman.Runtime.Tests.Json;

/// <summary>A record in the shape that the generator gives one.</summary>
[JsonConverter(typeof(ApiJsonConverter<Pet>))]
public sealed record Pet() : IJsonValue<Pet>
{
    public required string Name { get; init; }

    public int? Age { get; init; }

    public IReadOnlyList<Pet>? Children { get; init; }

    private static readonly JsonMembers s_members = new JsonMembers()
        .Required("pet_name")
        .Optional("age", "children");

    [SetsRequiredMembers]
    private Pet(ref Utf8JsonReader reader) : this()
    {
        JsonMemberReader members = s_members.Begin(ref reader);
        while (members.Next(ref reader)) switch (members.Index)
        {
            case 0: Name = JsonRead.String(ref reader); break;
            case 1: Age = JsonRead.Int32OrNull(ref reader); break;
            case 2: Children = JsonRead.ListOrNull<Pet>(ref reader); break;
        }
    }

    static Pet IJsonValue<Pet>.Read(ref Utf8JsonReader reader) => new(ref reader);

    static void IJsonValue<Pet>.Write(Utf8JsonWriter writer, Pet value)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "pet_name"u8, value.Name);
        JsonWrite.Int32(writer, "age"u8, value.Age);
        JsonWrite.List(writer, "children"u8, value.Children);
        writer.WriteEndObject();
    }
}
