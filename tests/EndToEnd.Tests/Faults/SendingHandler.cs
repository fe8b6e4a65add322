using System.Net;
using System.Net.Sockets;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Takes a part of each request's body without a network and lets it fail there, and keeps the bodies that it was given.</summary>
internal sealed class SendingHandler(Random random, FakeTimeProvider clock) : HttpMessageHandler
{
    private readonly List<HttpContent> _contents = [];

    /// <summary>How often each fault was injected.</summary>
    public Dictionary<string, int> Injected { get; } = [];

    /// <summary>The caller's cancellation, which a fault may ask for.</summary>
    public CancellationTokenSource Caller { get; set; } = new();

    /// <summary>Forgets the bodies that it was given.</summary>
    /// <returns>How many of them can still be read, which one that was disposed cannot.</returns>
    public async Task<int> TakeUndisposedAsync()
    {
        int count = 0;
        foreach (HttpContent content in _contents)
        {
            count += await Record.ExceptionAsync(content.ReadAsStreamAsync) is ObjectDisposedException ? 0 : 1;
        }

        _contents.Clear();
        return count;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _contents.Add(request.Content!);
        string fault = random.Next(7) switch
        {
            0 => "refused",
            1 => "reset",
            2 => "silence",
            3 => "cancellation",
            4 => "early answer",
            5 => "late error",
            _ => "none",
        };
        Injected[fault] = Injected.GetValueOrDefault(fault) + 1;
        if (fault == "refused")
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, fault, new SocketException((int)SocketError.ConnectionRefused));
        }

        using Sink sink = new(fault is "late error" or "none" ? long.MaxValue : random.Next(50_000));
        try
        {
            await request.Content!.CopyToAsync(sink, cancellationToken);
        }
        catch (IOException) when (fault == "silence")
        {
            clock.Advance(FaultHandler.Limit);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (IOException) when (fault == "cancellation")
        {
            await Caller.CancelAsync();
            throw;
        }
        catch (IOException) when (fault == "early answer")
        {
            // The service has seen enough.
        }

        return new(fault == "none" ? HttpStatusCode.NoContent : HttpStatusCode.ServiceUnavailable) { Content = new StringContent("""{"code":"BUSY"}""") };
    }

    /// <summary>Takes so many bytes and then breaks.</summary>
    private sealed class Sink(long most) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > most ? throw new IOException("reset") : base.WriteAsync(buffer, cancellationToken);
    }
}
