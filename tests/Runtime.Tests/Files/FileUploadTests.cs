namespace Dragoman.Runtime.Tests;

/// <summary>Where the bytes come from, and what becomes of it when a try is repeated.</summary>
public class FileUploadTests
{
    private static readonly byte[] s_bytes = [.. Enumerable.Range(0, 200_000).Select(static i => (byte)(i * 31))];

    [Fact]
    public async Task A_form_is_built_anew_for_every_try()
    {
        await using UploadServer server = await UploadServer.StartAsync(503, 503, 200);
        using TestClient client = server.Client();
        int opened = 0;

        await client.CallAsync(UploadApi.Form(form =>
        {
            form.Text("room", "R1");
            form.File("bytes", FileUpload.FromBytes(s_bytes));
            form.File("made", FileUpload.FromFactory(_ =>
            {
                opened++;
                return new(new MemoryStream(s_bytes));
            }));
        }));

        Assert.Equal((3, 3), (server.Bodies.Count, opened));
        foreach (ReceivedBody body in server.Bodies)
        {
            List<ReceivedPart> parts = await body.PartsAsync();
            Assert.Equal("R1", parts[0].Text);
            Assert.Equal(s_bytes, parts[1].Bytes);
            Assert.Equal(s_bytes, parts[2].Bytes);
        }
    }

    [Fact]
    public async Task A_stream_that_seeks_is_sent_from_where_it_stood_and_stays_open()
    {
        await using UploadServer server = await UploadServer.StartAsync(503, 200);
        using TestClient client = server.Client();
        using MemoryStream stream = new(s_bytes) { Position = 1000 };

        await client.CallAsync(UploadApi.File(FileUpload.FromStream(stream)));

        Assert.Equal([s_bytes[1000..], s_bytes[1000..]], server.Bodies.Select(static body => body.Bytes));
        Assert.Equal([199_000L, 199_000L], server.Bodies.Select(static body => body.ContentLength));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_has_one_try()
    {
        await using UploadServer server = await UploadServer.StartAsync(503, 200);
        using TestClient client = server.Client();
        FileUpload file = FileUpload.FromStream(new CountingStream(100_000));

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => client.CallAsync(UploadApi.File(file)));

        Assert.Equal(StopReason.BodyNotReplayable, error.StopReason);
        Assert.Contains("BodyNotReplayable", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(100_000, Assert.Single(server.Bodies).Bytes.Length);
        Assert.Empty(client.Clock.Waits);

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync(UploadApi.File(file)));
        Assert.Single(server.Bodies);
    }

    [Fact]
    public async Task What_is_not_repeated_anyway_says_why_as_ever()
    {
        await using UploadServer server = await UploadServer.StartAsync(404);
        using TestClient client = server.Client();

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => client.CallAsync(UploadApi.File(FileUpload.FromStream(new CountingStream(10)))));

        Assert.Equal(StopReason.NotRetryable, error.StopReason);
    }

    [Fact]
    public async Task A_stream_that_was_not_read_yet_is_sent_with_another_try()
    {
        using RefusingPort port = new();
        using TestClient client = new(configure: options => options.BaseAddress = port.Address);

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.CallAsync(UploadApi.File(FileUpload.FromStream(new CountingStream(10)))));

        Assert.Equal((StopReason.AttemptsSpent, 3), (error.StopReason, error.Attempts.Count));
    }

    [Fact]
    public async Task A_stream_of_a_factory_is_disposed_after_its_try()
    {
        await using UploadServer server = await UploadServer.StartAsync(503, 200);
        using TestClient client = server.Client();
        List<MemoryStream> made = [];

        await client.CallAsync(UploadApi.File(FileUpload.FromFactory(_ =>
        {
            Assert.All(made, static stream => Assert.False(stream.CanRead));
            made.Add(new(s_bytes));
            return new(made[^1]);
        })));

        Assert.Equal(2, made.Count);
        Assert.All(made, static stream => Assert.False(stream.CanRead));
    }

    [Fact]
    public async Task A_file_is_sent_with_its_name_and_opened_for_every_try()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mp4");
        await File.WriteAllBytesAsync(path, s_bytes);
        try
        {
            await using UploadServer server = await UploadServer.StartAsync(503, 200);
            using TestClient client = server.Client();
            FileUpload file = FileUpload.FromFile(path, "video/mp4");

            await client.CallAsync(UploadApi.Form(form => form.File("file", file)));

            ReceivedPart part = Assert.Single(await server.Bodies[1].PartsAsync());
            Assert.Equal($"form-data; name=\"file\"; filename=\"{Path.GetFileName(path)}\"", part.Header("Content-Disposition"));
            Assert.Equal(s_bytes, part.Bytes);
            Assert.Equal(200_000, file.Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_is_missed_at_once() =>
        Assert.Throws<FileNotFoundException>(static () => FileUpload.FromFile(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_source_throws_is_thrown_as_it_is(bool isLarge)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        IOException failure = new("The disk is gone.");
        int opened = 0;

        FileUpload file = FileUpload.FromFactory(_ =>
        {
            opened++;
            throw failure;
        }, length: isLarge ? null : 10);

        Assert.Same(failure, await Assert.ThrowsAsync<IOException>(() => client.CallAsync(UploadApi.File(file))));
        Assert.Equal(1, opened);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public async Task A_file_of_another_length_than_was_said_is_not_sent(int length)
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        FileUpload file = FileUpload.FromFactory(_ => new(new MemoryStream(s_bytes, 0, length)), length: 100);

        IOException error = await Assert.ThrowsAsync<IOException>(() => client.CallAsync(UploadApi.File(file)));

        Assert.Contains("'file' was said to have 100 bytes", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Bodies, static body => body.Bytes.Length > 100);
    }

    [Fact]
    public async Task One_stream_in_two_calls_at_once_arrives_whole_twice()
    {
        await using UploadServer server = await UploadServer.StartAsync();
        using TestClient client = server.Client();
        FileUpload file = FileUpload.FromStream(new MemoryStream(s_bytes));

        await Task.WhenAll(client.CallAsync(UploadApi.File(file)), client.CallAsync(UploadApi.File(file)));

        Assert.Equal([s_bytes, s_bytes], server.Bodies.Select(static body => body.Bytes));
    }
}
