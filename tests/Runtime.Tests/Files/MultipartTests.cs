using System.Text;

namespace Dragoman.Runtime.Tests;

public class MultipartTests
{
    [Fact]
    public async Task Parts_arrive_as_they_were_added()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        byte[] picture = [0, 1, 2, 13, 10, 45, 45, 255];

        await client.CallAsync(UploadApi.Form(form =>
        {
            form.Text("prompt", "größer 😀\r\nnext");
            form.Text("none", null);
            form.Text("empty", "");
            form.Text("html", "<p>", "text/html");
            form.Json("settings", "a\"b", static (writer, value) => writer.WriteStringValue(value));
            form.File("avatar", FileUpload.FromBytes(picture, "me.png", "image/png"));
            form.File("plain", FileUpload.FromBytes(new byte[3]));
            form.File("described", FileUpload.FromBytes(default), "video/mp4");
        }));

        ReceivedBody body = Assert.Single(server.Bodies);
        List<ReceivedPart> parts = await body.PartsAsync();
        Assert.Equal(
        [
            "form-data; name=\"prompt\"", "form-data; name=\"empty\"", "form-data; name=\"html\"", "form-data; name=\"settings\"",
            "form-data; name=\"avatar\"; filename=\"me.png\"", "form-data; name=\"plain\"; filename=\"plain\"", "form-data; name=\"described\"; filename=\"described\"",
        ], parts.Select(static part => part.Header("Content-Disposition")));
        Assert.Equal(["", "", "text/html", "application/json", "image/png", "application/octet-stream", "video/mp4"], parts.Select(static part => part.Header("Content-Type")));
        Assert.Equal(["größer 😀\r\nnext", "", "<p>", "\"a\\\"b\""], parts.Take(4).Select(static part => part.Text));
        Assert.Equal(picture, parts[4].Bytes);
        Assert.Equal([3, 0], parts.Skip(5).Select(static part => part.Bytes.Length));
        Assert.Equal(body.Bytes.Length, body.ContentLength);
        Assert.False(body.IsChunked);
    }

    // WHATWG HTML, "multipart/form-data encoding algorithm": %0A, %0D and %22, nothing else; everything beyond ASCII as UTF-8.
    [Theory]
    [InlineData("a\"b", "a%22b")]
    [InlineData("a\r\nX-Evil: 1", "a%0D%0AX-Evil: 1")]
    [InlineData("a\\b;c='d'", "a\\b;c='d'")]
    [InlineData("ü€😀", "ü€😀")]
    [InlineData("100%22", "100%22")]
    public async Task Names_are_escaped_as_browsers_do(string name, string escaped)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();

        await client.CallAsync(UploadApi.Form(form => form.File(name, FileUpload.FromBytes(new byte[1], name))));

        string body = Encoding.UTF8.GetString(server.Bodies[0].Bytes);
        Assert.Contains($"\r\nContent-Disposition: form-data; name=\"{escaped}\"; filename=\"{escaped}\"\r\nContent-Type: application/octet-stream\r\n\r\n", body, StringComparison.Ordinal);
        Assert.Single(await server.Bodies[0].PartsAsync());
    }

    [Theory]
    [InlineData("image/png\r\nX-Evil: 1")]
    [InlineData("image")]
    [InlineData("")]
    public void A_content_type_is_a_media_type(string contentType) =>
        Assert.Equal("contentType", Assert.Throws<ArgumentException>(() => FileUpload.FromBytes(default, contentType: contentType)).ParamName);

    [Fact]
    public async Task A_length_that_is_not_known_is_not_announced()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();

        await client.CallAsync(UploadApi.Form(form => form.File("file", FileUpload.FromStream(new CountingStream(100_000)))));

        ReceivedBody body = Assert.Single(server.Bodies);
        Assert.Equal((true, null), (body.IsChunked, body.ContentLength));
        Assert.Equal(100_000, (await body.PartsAsync())[0].Bytes.Length);
    }

    [Fact]
    public async Task A_form_without_parts_is_a_form()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();

        await client.CallAsync(UploadApi.Form(static _ => { }));

        Assert.StartsWith("multipart/form-data; boundary=", server.Bodies[0].ContentType, StringComparison.Ordinal);
        Assert.Empty(await server.Bodies[0].PartsAsync());
    }

    [Fact]
    public async Task Every_call_has_its_own_boundary()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();

        await client.CallAsync(UploadApi.Form(static form => form.Text("a", "1")));
        await client.CallAsync(UploadApi.Form(static form => form.Text("a", "1")));

        Assert.NotEqual(server.Bodies[0].ContentType, server.Bodies[1].ContentType);
    }

    [Fact]
    public async Task A_body_that_is_one_file_has_the_media_type_of_the_file_or_of_the_description()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();

        await client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[] { 1, 2 })));
        await client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[] { 3 }, contentType: "video/webm")));

        Assert.Equal(["video/mp4", "video/webm"], server.Bodies.Select(static body => body.ContentType));
        Assert.Equal([[1, 2], [3]], server.Bodies.Select(static body => body.Bytes));
        Assert.Equal([2L, 1L], server.Bodies.Select(static body => body.ContentLength));
    }
}
