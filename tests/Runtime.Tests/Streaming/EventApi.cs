using System.Text;
using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>What a generator would write for an operation that answers with events.</summary>
internal static class EventApi
{
    private static readonly JsonMembers s_members = new(["text"], []);

    /// <summary>Deltas, then <c>done</c>; or <c>error</c>.</summary>
    public static EventStreamInfo Chat { get; } = new() { End = ["done"], Error = ["error"] };

    public static EventStreamInfo News { get; } = new() { Reconnects = true };

    public static IAsyncEnumerable<ServerSentEvent> Stream(this TestClient client, EventStreamInfo? info = null, ApiCall? call = null, CancellationToken cancellationToken = default) =>
        client.Pipeline.StreamAsync(call ?? TestApi.PostCall(), info ?? new(), static received => received, cancellationToken);

    public static IAsyncEnumerable<string> StreamTexts(this TestClient client) =>
        client.Pipeline.StreamAsync(TestApi.PostCall(), Chat, static received => received.EventType == "delta" ? received.ReadJson(ReadText) : received.EventType, CancellationToken.None);

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    /// <summary>A handler that answers with these streams in order, and the last one again and again.</summary>
    public static StubHandler Answering(params string[] streams) =>
        new([.. streams.Select(static text => (Func<CancellationToken, Task<HttpResponseMessage>>)(_ => Task.FromResult(Response(new MemoryStream(Encoding.UTF8.GetBytes(text))))))]);

    public static HttpResponseMessage Response(Stream body, string contentType = "text/event-stream")
    {
        HttpResponseMessage response = new() { Content = new StreamContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return response;
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        string text = "";
        JsonMemberReader members = new(s_members);
        while (members.Next(ref reader))
        {
            text = reader.String();
        }

        return text;
    }
}
