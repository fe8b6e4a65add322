using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>What must not be null is refused by the name that the caller has for it.</summary>
public class NullArgumentTests
{
    private readonly ApiCall _call = new(TestApi.GetAgent);

    [Fact]
    public void A_path_parameter_of_text()
    {
        string agentCode = null!;

        Assert.Throws<ArgumentNullException>("agentCode", () => _call.Path("agent_code", agentCode));
    }

    [Fact]
    public void A_path_parameter_of_parts()
    {
        IReadOnlyList<string> agentCodes = null!;

        Assert.Throws<ArgumentNullException>("agentCodes", () => _call.Path("agent_code", agentCodes, static (writer, items) => JsonWrite.List(writer, items, JsonWrite.String)));
    }

    [Fact]
    public void A_JSON_body()
    {
        Named request = null!;

        Assert.Throws<ArgumentNullException>("request", () => _call.JsonBody(request));
        Assert.Throws<ArgumentNullException>("request", () => _call.JsonBody(request, "application/merge-patch+json"));
    }

    [Fact]
    public void Other_bodies()
    {
        string text = null!;
        IEnumerable<string> lines = null!;
        MultipartForm form = null!;
        FileUpload file = null!;

        Assert.Throws<ArgumentNullException>("text", () => _call.TextBody(text));
        Assert.Throws<ArgumentNullException>("lines", () => _call.LinesBody(lines, JsonWrite.String));
        Assert.Throws<ArgumentNullException>("form", () => _call.MultipartBody(form));
        Assert.Throws<ArgumentNullException>("text", () => _call.MultipartBody(text, static (_, _) => { }));
        Assert.Throws<ArgumentNullException>("file", () => _call.FileBody(file));
    }

    [Fact]
    public async Task A_body_of_a_generated_type_is_written_as_requests_carry_it()
    {
        StubHandler handler = StubHandler.Of((200, """{"id":"A1"}"""));
        using TestClient client = new(handler);
        ApiCall call = new(TestApi.Speak);
        call.Path("agent_code", "A1");
        call.JsonBody(new Named("Zoë"), "application/merge-patch+json");

        await client.CallAsync(call);

        SentRequest sent = Assert.Single(handler.Requests);
        Assert.Equal(("\"sent Zoë\"", "application/merge-patch+json"), (sent.Body, sent.Headers["Content-Type"]));
    }

    /// <summary>A type whose two forms differ.</summary>
    private sealed record Named(string Name) : IJsonValue<Named>
    {
        public static Named Read(ref Utf8JsonReader reader) => new(reader.GetString()!);

        public static void Write(Utf8JsonWriter writer, Named value) => writer.WriteStringValue(value.Name);

        public static void WriteRequest(Utf8JsonWriter writer, Named value) => writer.WriteStringValue($"sent {value.Name}");
    }
}
