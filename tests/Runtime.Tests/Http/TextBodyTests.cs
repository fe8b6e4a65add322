using System.Text;

namespace Dragoman.Runtime.Tests;

/// <summary>Requests that are texts and lines of JSON.</summary>
public class TextBodyTests
{
    /// <summary>RFC 9110, section 8.3: only what is not ASCII needs a character set to be read.</summary>
    [Theory]
    [InlineData("{cat}", "text/plain", "text/plain")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("größer 😀", "text/plain", "text/plain; charset=utf-8")]
    [InlineData("größer", "text/plain; charset=UTF-8; a=b", "text/plain; charset=UTF-8; a=b")]
    [InlineData("größer", "text/plain; charset=iso-8859-1", "text/plain; charset=utf-8")]
    [InlineData("plain", "text/plain; charset=iso-8859-1", "text/plain; charset=iso-8859-1")]
    public async Task A_text_is_sent_as_UTF_8(string text, string mediaType, string sent)
    {
        ReceivedBody body = await SendAsync(call => call.TextBody(text, mediaType));

        Assert.Equal((sent, text, (long)body.Bytes.Length), (body.ContentType, Encoding.UTF8.GetString(body.Bytes), body.ContentLength));
    }

    [Fact]
    public async Task A_file_may_be_made_of_a_text()
    {
        ReceivedBody body = await SendAsync(call => call.FileBody(FileUpload.FromText("<ä/>"), "application/xml"));

        Assert.Equal(("application/xml", "<ä/>"), (body.ContentType, Encoding.UTF8.GetString(body.Bytes)));
    }

    [Theory]
    [InlineData("application/jsonl", "{\"n\":1}\n{\"n\":2}\n")]
    [InlineData("application/json-seq", "\u001e{\"n\":1}\n\u001e{\"n\":2}\n")]
    [InlineData("application/geo+json-seq", "\u001e{\"n\":1}\n\u001e{\"n\":2}\n")]
    public async Task Items_are_sent_line_by_line(string mediaType, string sent)
    {
        ReceivedBody body = await SendAsync(call => call.LinesBody([1, 2], WriteItem, mediaType));

        Assert.Equal((mediaType, sent), (body.ContentType, Encoding.UTF8.GetString(body.Bytes)));
    }

    [Fact]
    public async Task No_items_are_an_empty_body() => Assert.Empty((await SendAsync(call => call.LinesBody<int>([], WriteItem))).Bytes);

    /// <summary>What is sent once more is enumerated once more.</summary>
    [Fact]
    public async Task Every_try_enumerates_the_items_anew()
    {
        await using UploadServer server = await UploadServer.StartAsync(503, 200);
        using TestClient client = server.Client();
        int enumerations = 0;
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"));
        call.LinesBody(Items(), WriteItem);

        await client.CallAsync(call);

        Assert.Equal(2, enumerations);
        Assert.Equal(["{\"n\":7}\n", "{\"n\":7}\n"], server.Bodies.Select(static body => Encoding.UTF8.GetString(body.Bytes)));

        IEnumerable<int> Items()
        {
            enumerations++;
            yield return 7;
        }
    }

    [Fact]
    public async Task What_the_items_throw_is_thrown_by_the_call()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"));
        call.LinesBody(Items(), WriteItem);

        Assert.Equal("the source failed", (await Assert.ThrowsAsync<InvalidDataException>(() => client.CallAsync(call))).Message);

        static IEnumerable<int> Items()
        {
            yield return 1;
            throw new InvalidDataException("the source failed");
        }
    }

    private static void WriteItem(System.Text.Json.Utf8JsonWriter writer, int value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("n", value);
        writer.WriteEndObject();
    }

    private static async Task<ReceivedBody> SendAsync(Action<ApiCall> fill)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"));
        fill(call);
        await client.CallAsync(call);
        return Assert.Single(server.Bodies);
    }
}
