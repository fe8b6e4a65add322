namespace Dragoman.Runtime.Tests;

public class UploadLimitTests
{
    [Theory]
    [InlineData(9)]
    [InlineData(21)]
    public void A_known_length_out_of_bounds_is_refused_before_anything_is_sent(int length)
    {
        ArgumentException inForm = Assert.Throws<ArgumentException>(() => UploadApi.Form(form => form.File("clip", FileUpload.FromBytes(new byte[length]), minLength: 10, maxLength: 20)));
        ArgumentException alone = Assert.Throws<ArgumentException>(() => UploadApi.File(FileUpload.FromBytes(new byte[length]), minLength: 10, maxLength: 20));

        Assert.Equal(("clip", "file"), (inForm.ParamName, alone.ParamName));
        Assert.Contains(length == 9 ? "at least 10" : "20 bytes", inForm.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public async Task The_bounds_themselves_are_allowed(int length)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();

        await client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[length]), minLength: 10, maxLength: 20));
        await client.CallAsync(UploadApi.File(FileUpload.FromStream(new CountingStream(length)), minLength: 10, maxLength: 20));

        Assert.Equal([length, length], server.Bodies.Select(static body => body.Bytes.Length));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(21)]
    [InlineData(5_000_000)]
    public async Task An_unknown_length_is_counted_while_it_is_sent(int length)
    {
        TaskCompletionSource<Exception?> received = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            received.SetResult(await Record.ExceptionAsync(() => context.Request.Body.CopyToAsync(Stream.Null)));
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        CountingStream stream = new(length);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.CallAsync(UploadApi.File(FileUpload.FromStream(stream), minLength: 10, maxLength: 20)));

        Assert.Equal("file", error.ParamName);
        Assert.True(stream.BytesRead <= 64 * 1024);

        // The service sees a body that breaks off, and not one that is complete.
        Assert.IsAssignableFrom<IOException>(await received.Task);
        Assert.Equal(1, server.RequestCount);
    }
}
