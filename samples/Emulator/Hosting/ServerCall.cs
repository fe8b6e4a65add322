using System.Text;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>A request as an operation reads it.</summary>
internal sealed class ServerCall(HttpRequest request, byte[] content, FormBody? form)
{
    private const string BearerPrefix = "Bearer ";

    public byte[] Content => content;

    /// <summary>The body as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(content);

    /// <summary>The parts of a multipart body; null for any other body, and for one that breaks off.</summary>
    public FormBody? Form => form;

    public string ContentType => request.ContentType ?? "";

    /// <summary>The token of <c>Authorization: Bearer</c>; null when there is none.</summary>
    public string? BearerToken => Header("Authorization") is var value && value.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
        ? value[BearerPrefix.Length..]
        : null;

    public bool HasJsonBody => ContentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    public string Route(string name) => (string)request.RouteValues[name]!;

    /// <summary>A query parameter; null when there is none.</summary>
    public string? Query(string name) => request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A header; empty when there is none.</summary>
    public string Header(string name) => request.Headers[name].ToString();

    /// <summary>A cookie; null when there is none.</summary>
    public string? Cookie(string name) => request.Cookies[name];
}
