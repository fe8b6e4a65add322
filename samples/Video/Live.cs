using Interhuman;

namespace Dragoman.Samples.Video;

/// <summary>A live video: segments out and results in, at the same time.</summary>
internal static class Live
{
    public static async Task RunAsync(InterhumanClient client, IAsyncEnumerable<ReadOnlyMemory<byte>> segments)
    {
        Console.WriteLine();
        await using StreamAnalyzeChannel channel = await client.Analysis.ConnectStreamAnalyzeAsync(new() { Reconnecting = new ReconnectLog() });
        Console.WriteLine("Live:");
        Task sending = SendAsync(channel, segments);
        await ReceiveAsync(channel);
        await sending;
        Console.WriteLine($"Closed; connected anew {channel.ReconnectCount} {(channel.ReconnectCount == 1 ? "time" : "times")}.");
    }

    private static async Task SendAsync(StreamAnalyzeChannel channel, IAsyncEnumerable<ReadOnlyMemory<byte>> segments)
    {
        try
        {
            await foreach (ReadOnlyMemory<byte> segment in segments)
            {
                await SendAsync(channel, segment);
            }
        }
        finally
        {
            // The service answers what it has, and takes leave: the reading ends.
            await channel.CloseAsync();
        }
    }

    private static async Task SendAsync(StreamAnalyzeChannel channel, ReadOnlyMemory<byte> segment)
    {
        try
        {
            // While there is no connection it waits for the next one.
            await channel.SendAsync(segment);
        }
        catch (ArgumentException e)
        {
            Console.WriteLine($"  Not sent. {e.Message}");
        }
        catch (TransportException e) when (!channel.IsCompleted)
        {
            // It was on its way when the connection ended. A live video goes on without it.
            Console.WriteLine($"  Lost a segment. {e.Message}");
        }
    }

    private static async Task ReceiveAsync(StreamAnalyzeChannel channel)
    {
        while (!channel.IsCompleted)
        {
            try
            {
                await foreach (StreamFrame frame in channel.ReadAllAsync())
                {
                    Show(frame);
                }
            }
            catch (UnprocessableContentException e) when (!channel.IsCompleted)
            {
                // A frame that tells an error spoils a segment, not the channel: read on. Caught by status, for all that a segment can have.
                Console.WriteLine($"  Segment {e.Members["segment"]}: {e.GetType().Name} ({e.Code}): {e.Message}");
            }
        }
    }

    private static void Show(StreamFrame frame)
    {
        switch (frame)
        {
            case StreamFrame.Processing(var accepted):
                Console.Write($"  Segment {accepted.Segment}, {accepted.Bytes} bytes: ");
                break;
            case StreamFrame.Result(var result):
                Console.WriteLine(string.Join(", ", result.Signals.Select(signal => signal.Type)));
                break;
            case StreamFrame.Warning(var warning):
                // Its code is a notice by the catalog: never an exception.
                Console.WriteLine($"  ({warning.ErrorId}: the service restarts in {warning.SecondsRemaining} s.)");
                break;
            case StreamFrame.Unknown(var json):
                Console.WriteLine($"  (A frame newer than the document: {json})");
                break;
        }
    }
}
