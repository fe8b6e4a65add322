using System.Net;
using System.Net.Http.Headers;

namespace Dragoman.Corpus.Tests;

/// <summary>Stands in for the service: keeps each request and gives the answer that is set.</summary>
internal sealed class AnsweringHandler : HttpMessageHandler
{
    public List<CapturedRequest> Requests { get; } = [];

    /// <summary>The answer to a request.</summary>
    public Func<CapturedRequest, Answer> Respond { get; set; } = _ => new(200, null, []);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CapturedRequest captured = await CapturedRequest.OfAsync(request, cancellationToken);
        Requests.Add(captured);
        Answer answer = Respond(captured);
        HttpResponseMessage response = new((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ByteArrayContent(answer.Body) };
        response.Content.Headers.ContentType = answer.ContentType is null ? null : MediaTypeHeaderValue.Parse(answer.ContentType);
        return response;
    }
}
