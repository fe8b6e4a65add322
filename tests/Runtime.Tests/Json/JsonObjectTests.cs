using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class JsonObjectTests
{
    [Fact]
    public void What_was_made_writes_itself_also_as_its_base()
    {
        Animal animal = new Dog { Name = "Rex", Id = 3, Tricks = 2 };

        Assert.Equal("""{"name":"Rex","id":3,"tricks":2}""", JsonText.Write(animal, JsonWrite.Value));
        Assert.Equal("""{"name":"Rex","tricks":2}""", JsonText.Write(animal, JsonWrite.Request));
        Assert.Equal("""{"name":"Tom","id":4}""", JsonText.Write(new Animal { Name = "Tom", Id = 4 }, JsonWrite.Value));
        Assert.Equal("""[{"name":"Rex","id":3,"tricks":2}]""", JsonText.Write<IReadOnlyList<Animal>>([animal], JsonWrite.List));
    }

    [Fact]
    public void A_request_is_the_whole_where_nothing_is_left_out() =>
        Assert.Equal("""{"pet_name":"Rex"}""", JsonText.Write(new Pet { Name = "Rex" }, JsonWrite.Request));

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>("value", () => JsonText.Write<Pet>(null!, JsonWrite.Value));
        Assert.Throws<ArgumentNullException>("value", () => JsonText.Write<Pet>(null!, JsonWrite.Request));
    }

    private record Animal : IJsonObject<Animal>
    {
        public required string Name { get; init; }

        public int? Id { get; init; }

        static Animal IJsonValue<Animal>.Read(ref Utf8JsonReader reader) => throw new NotSupportedException();

        void IJsonObject.WriteMembers(Utf8JsonWriter writer)
        {
            writer.String("name"u8, Name);
            writer.Int32("id"u8, Id);
        }

        void IJsonObject.WriteRequestMembers(Utf8JsonWriter writer) => writer.String("name"u8, Name);
    }

    private sealed record Dog : Animal, IJsonObject<Dog>
    {
        public int? Tricks { get; init; }

        static Dog IJsonValue<Dog>.Read(ref Utf8JsonReader reader) => throw new NotSupportedException();

        void IJsonObject.WriteMembers(Utf8JsonWriter writer)
        {
            writer.String("name"u8, Name);
            writer.Int32("id"u8, Id);
            writer.Int32("tricks"u8, Tricks);
        }

        void IJsonObject.WriteRequestMembers(Utf8JsonWriter writer)
        {
            writer.String("name"u8, Name);
            writer.Int32("tricks"u8, Tricks);
        }
    }
}
