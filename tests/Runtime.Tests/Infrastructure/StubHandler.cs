using System.Net;
using System.Text;

namespace Dragoman.Runtime.Tests;

/// <summary>Answers without a network, and keeps account of what it was asked and of what became of its answers.</summary>
internal sealed class StubHandler(params Func<CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    private int _live;

    /// <summary>The requests in order.</summary>
    public List<SentRequest> Requests { get; } = [];

    /// <summary>How many responses were given and not disposed.</summary>
    public int LiveResponses => _live;

    /// <summary>A handler that gives the answers in order and the last one again and again.</summary>
    public static StubHandler Of(params (int Status, string Body)[] answers) =>
        new([.. answers.Select(answer => (Func<CancellationToken, Task<HttpResponseMessage>>)(_ => Task.FromResult(Response(answer.Status, answer.Body))))]);

    public static StubHandler Of(Func<HttpResponseMessage> answer) => new(_ => Task.FromResult(answer()));

    public static HttpResponseMessage Response(int status, string body = "", params (string Name, string Value)[] headers) => Response(status, Encoding.UTF8.GetBytes(body), headers);

    public static HttpResponseMessage Response(int status, byte[] body, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        foreach ((string name, string value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (Requests)
        {
            Requests.Add(new(request.Method, request.RequestUri!, headers, body));
            answer = answers[Math.Min(Requests.Count, answers.Length) - 1];
        }

        HttpResponseMessage response = await answer(cancellationToken);
        Interlocked.Increment(ref _live);
        response.Content = new ProbeContent(response.Content, () => Interlocked.Decrement(ref _live));
        return response;
    }

    /// <summary>Tells when it is disposed, which its response does with its own disposal.</summary>
    private sealed class ProbeContent : HttpContent
    {
        private readonly HttpContent _inner;
        private Action? _disposed;

        public ProbeContent(HttpContent inner, Action disposed)
        {
            _inner = inner;
            _disposed = disposed;
            foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in inner.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override Task<Stream> CreateContentReadStreamAsync() => _inner.ReadAsStreamAsync();

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _disposed, null)?.Invoke();
            base.Dispose(disposing);
        }
    }
}

internal sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
