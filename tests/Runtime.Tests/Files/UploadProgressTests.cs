using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

public class UploadProgressTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(100_000)]
    [InlineData(20_000_000)]
    public async Task Progress_grows_to_the_length_of_the_body(int length)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        Reports reports = new();

        await client.CallAsync(UploadApi.Form(form => form.File("file", FileUpload.FromBytes(new byte[length])), new() { Progress = reports }));
        await client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[length]), new() { Progress = reports }));

        int second = reports.Values.IndexOf(server.Bodies[0].Bytes.Length) + 1;
        Assert.Equal(reports.Values[..second].Order().Distinct(), reports.Values[..second]);
        Assert.Equal(reports.Values[second..].Order().Distinct(), reports.Values[second..]);
        Assert.Equal(length, reports.Values[^1]);
        Assert.InRange(reports.Values.Count, 2, 202);
    }

    [Fact]
    public async Task Progress_begins_anew_with_every_try()
    {
        await using UploadServer server = await UploadServer.StartAsync(503, 200);
        using TestClient client = server.Client();
        Reports reports = new();

        await client.CallAsync(UploadApi.File(FileUpload.FromBytes(new byte[100]), new() { Progress = reports }));

        Assert.Equal([100, 100], reports.Values);
    }

    [Fact]
    public async Task A_JSON_body_has_progress_too()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        Reports reports = new();

        await client.PostAsync(new() { Progress = reports });

        Assert.Equal([server.Bodies[0].Bytes.Length], reports.Values);
        Assert.Equal((7, "application/json"), (server.Bodies[0].ContentLength, server.Bodies[0].ContentType));
    }

    [Fact]
    public async Task A_cancellation_ends_the_body()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource<Exception?> received = new();
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            received.SetResult(await Record.ExceptionAsync(() => context.Request.Body.CopyToAsync(Stream.Null)));
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        RequestOptions options = new() { Progress = new Reports { Reported = _ => source.Cancel() } };
        CountingStream stream = new(1L << 40);

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CallAsync(UploadApi.File(FileUpload.FromStream(stream), options), source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
        Assert.IsAssignableFrom<IOException>(await received.Task);
        Assert.InRange(stream.BytesRead, 1, 64 * 1024 * 1024);
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, told at once.</summary>
    private sealed class Reports : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public Action<long>? Reported { get; init; }

        public void Report(long value)
        {
            Values.Add(value);
            Reported?.Invoke(value);
        }
    }
}
