using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Answers without a network, each request with the next fault of a seed, and counts what nobody has disposed.</summary>
internal sealed class FaultHandler(Random random, FakeTimeProvider clock) : HttpMessageHandler
{
    /// <summary>The limit of a try, which a fault may let pass.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private static readonly int[] s_statuses = [200, 200, 200, 200, 201, 204, 206, 301, 304, 307, 400, 401, 404, 409, 418, 429, 429, 500, 502, 503, 503, 504, 507, 599];

    private static readonly string[] s_waits = ["0", "1", "-5", "1.5", "abc", "99999999999999999999", "3600000000", "4300000", "Thu, 01 Jan 2026 00:00:05 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "9e99"];

    private static readonly string[] s_contentTypes = ["application/json", "application/json; charset=bogus", "text/html", "garbage", "text/event-stream; charset=\"", ""];

    private int _open;

    /// <summary>How often each fault was injected.</summary>
    public ConcurrentDictionary<string, int> Injected { get; } = [];

    /// <summary>Responses and streams that were given and not disposed.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Whether each request is answered by a thread of its own, so that two of them can be under way at once.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>The caller's cancellation, which a fault may ask for.</summary>
    public CancellationTokenSource Caller { get; set; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsConcurrent)
        {
            await Task.Yield();
        }

        switch (random.Next(12))
        {
            case 0:
                Count("refused");
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));
            case 1:
                Count("broken");
                throw new HttpRequestException((HttpRequestError)random.Next(13), "broken");
            case 2:
                Count("reset");
                throw random.Next(2) == 0 ? new IOException("reset") : new HttpIOException(HttpRequestError.ResponseEnded, "ended");
            case 3:
                Count("timeout of the client");
                throw new TaskCanceledException("timeout", random.Next(2) == 0 ? new TimeoutException() : null);
            case 4:
                Count("silence");
                clock.Advance(Limit);
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case 5 when random.Next(2) == 0:
                Count("cancellation");
                await Caller.CancelAsync();
                throw random.Next(2) == 0 ? new OperationCanceledException(cancellationToken) : new IOException("aborted");
        }

        if (request.Content is { } content && random.Next(4) > 0)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        return Answer(request);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        int status = s_statuses[random.Next(s_statuses.Length)];
        (int usual, string contentType, string text) = VaultAnswers.Of(request.Method.Method, request.RequestUri!.AbsolutePath);
        bool isUsual = status == 200 && random.Next(2) == 0;
        byte[] body = isUsual ? System.Text.Encoding.ASCII.GetBytes(text) : FaultBody.Next(random, text);
        FaultStream.Break end = (FaultStream.Break)(random.Next(3) > 0 ? 0 : random.Next(Enum.GetValues<FaultStream.Break>().Length));
        Count($"status {(isUsual ? usual : status)}");
        Count($"body: {end}");

        Interlocked.Add(ref _open, 2);
        FaultStream stream = new(body, end, clock, Caller, () => Interlocked.Decrement(ref _open));
        HttpResponseMessage response = new((HttpStatusCode)(isUsual ? usual : status)) { Content = new FaultContent(stream, random.Next(40) == 0, () => Interlocked.Decrement(ref _open)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", isUsual || random.Next(2) == 0 ? contentType : s_contentTypes[random.Next(s_contentTypes.Length)]);
        if (random.Next(4) == 0)
        {
            response.Headers.TryAddWithoutValidation(random.Next(4) == 0 ? "retry-after-ms" : "Retry-After", s_waits[random.Next(s_waits.Length)]);
        }

        return response;
    }

    private void Count(string fault) => Injected.AddOrUpdate(fault, 1, static (_, count) => count + 1);
}
