using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

#pragma warning disable CS8618 // Reading sets what is required, or throws.

namespace Dragoman.Runtime.Tests.Json;

/// <summary>A record in the shape that the generator gives one.</summary>
[JsonConverter(typeof(ApiJsonConverter<Pet>))]
public sealed record Pet() : IJsonObject<Pet>
{
    public required string Name { get; init; }

    public int? Age { get; init; }

    public IReadOnlyList<Pet>? Children { get; init; }

    private static readonly JsonMembers s_members = new(["pet_name"], ["age", "children"]);

    [SetsRequiredMembers]
    private Pet(ref Utf8JsonReader reader) : this()
    {
        JsonMemberReader members = new(s_members);
        while (members.Next(ref reader)) switch (members.Index)
        {
            case 0: Name = reader.String(); break;
            case 1: Age = reader.Int32OrNull(); break;
            case 2: Children = reader.ListOrNull<Pet>(); break;
        }
    }

    static Pet IJsonValue<Pet>.Read(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonObject.WriteMembers(Utf8JsonWriter writer)
    {
        writer.String("pet_name"u8, Name);
        writer.Int32("age"u8, Age);
        writer.List("children"u8, Children);
    }
}
