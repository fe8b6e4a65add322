namespace Dragoman.Runtime.Tests;

public class SendTests
{
    [Fact(Timeout = 30_000)]
    public async Task Messages_of_many_callers_arrive_whole()
    {
        List<byte[]> received = [];
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            while (await peer.ReceiveAsync() is { } message)
            {
                received.Add(message);
            }

            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => channel.SendAsync(Enumerable.Repeat((byte)i, 10 + i).ToArray())));
        await channel.CloseAsync();

        Assert.Equal(Enumerable.Range(0, 50), received.Select(message => (int)message[0]));
        Assert.All(received, message => Assert.Equal((10 + message[0], 1), (message.Length, message.Distinct().Count())));
        Assert.Empty(await ReceiveTests.ReadAllAsync(channel));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(9, "at least 10")]
    [InlineData(1001, "at most 1000")]
    public async Task A_message_of_a_forbidden_length_is_not_sent(int length, string limit)
    {
        int count = 0;
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            while (await peer.ReceiveAsync() is not null)
            {
                count++;
            }

            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        ArgumentException bytes = await Assert.ThrowsAsync<ArgumentException>(() => channel.SendAsync(new byte[length]));
        ArgumentException stream = await Assert.ThrowsAsync<ArgumentException>(() => channel.SendAsync(new MemoryStream(new byte[length])));
        await channel.CloseAsync();

        Assert.Contains(limit, bytes.Message, StringComparison.Ordinal);
        Assert.Contains(limit, stream.Message, StringComparison.Ordinal);
        Assert.Equal(0, count);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_stream_of_unknown_length_is_counted_before_it_is_sent()
    {
        List<int> lengths = [];
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            while (await peer.ReceiveAsync() is { } message)
            {
                lengths.Add(message.Length);
            }

            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();
        CountingStream endless = new(long.MaxValue);

        await Assert.ThrowsAsync<ArgumentException>(() => channel.SendAsync(endless));
        await Assert.ThrowsAsync<ArgumentException>(() => channel.SendAsync(new CountingStream(9)));
        await channel.SendAsync(new CountingStream(1000));
        await channel.CloseAsync();

        Assert.Equal([1000], lengths);
        Assert.InRange(endless.BytesRead, 1001, 64 * 1024);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_stream_is_sent_from_its_position_on()
    {
        byte[]? received = null;
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            received = await peer.ReceiveAsync();
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await channel.SendAsync(new MemoryStream([.. Enumerable.Range(0, 30).Select(i => (byte)i)]) { Position = 20 });
        await ReceiveTests.ReadAllAsync(channel);

        Assert.Equal([20, 21, 22, 23, 24, 25, 26, 27, 28, 29], received);
    }

    [Fact(Timeout = 30_000)]
    public async Task Values_are_sent_as_texts()
    {
        string? received = null;
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            received = System.Text.Encoding.UTF8.GetString((await peer.ReceiveAsync())!);
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();

        await channel.SendAsync("grün");
        await ReceiveTests.ReadAllAsync(channel);

        Assert.Equal("\"grün\"", received);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_canceled_message_is_not_sent()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            Assert.Null(await peer.ReceiveAsync());
            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync();
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        OperationCanceledException canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => channel.SendAsync(new byte[10], source.Token));

        Assert.Equal(source.Token, canceled.CancellationToken);
    }

    [Fact(Timeout = 30_000)]
    public async Task Sending_waits_for_a_service_that_does_not_read()
    {
        TaskCompletionSource go = new();
        long received = 0;
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await go.Task;
            byte[] buffer = new byte[1024 * 1024];
            while (received < 64L * 1024 * 1024)
            {
                received += (await peer.Socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).Count;
            }

            await peer.CloseAsync();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync(new ChannelDescription());

        // More than the buffers of both sockets hold.
        Task sending = channel.SendAsync(new byte[64 * 1024 * 1024]);
        bool hadToWait = !sending.IsCompleted;
        go.SetResult();
        await sending;
        await ReceiveTests.ReadAllAsync(channel);

        Assert.True(hadToWait);
        Assert.Equal(64L * 1024 * 1024, received);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_is_interrupted_breaks_the_connection_and_may_have_been_received(bool isCanceled)
    {
        TaskCompletionSource go = new();
        await using ChannelSession session = await ChannelSession.StartAsync(async peer =>
        {
            await go.Task;
            peer.Drop();
        });
        await using AnalyzeChannel channel = await session.ConnectAsync(new ChannelDescription());
        using CancellationTokenSource source = new();

        // More than the buffers of both sockets hold.
        Task sending = channel.SendAsync(new byte[64 * 1024 * 1024], source.Token);
        if (isCanceled)
        {
            await source.CancelAsync();
            Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending)).CancellationToken);
        }
        else
        {
            go.SetResult();
            Assert.True((await Assert.ThrowsAsync<TransportException>(() => sending)).MayHaveBeenReceived);
        }

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => ReceiveTests.ReadAllAsync(channel));
        go.TrySetResult();
        Assert.Equal(Recovery.Reconnect, error.Recovery);
    }

    [Fact(Timeout = 30_000)]
    public async Task Sending_after_the_end_tells_the_end()
    {
        await using ChannelSession session = await ChannelSession.StartAsync(peer => peer.CloseAsync(4003), peer => peer.CloseAsync());
        await using AnalyzeChannel idle = await session.ConnectAsync();
        await using AnalyzeChannel closed = await session.ConnectAsync();
        await Assert.ThrowsAsync<IdleTimeoutException>(() => ReceiveTests.ReadAllAsync(idle));
        await ReceiveTests.ReadAllAsync(closed);

        await Assert.ThrowsAsync<IdleTimeoutException>(() => idle.SendAsync(new byte[10]));
        Assert.False((await Assert.ThrowsAsync<TransportException>(() => closed.SendAsync(new byte[10]))).MayHaveBeenReceived);
    }
}
