using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dragoman.EndToEnd.Tests.Tokens;

/// <summary>The service of studio.yaml. Its tokens are t1, t2, …, of which the last one is valid.</summary>
internal sealed class StudioServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _tokens;
    private int _films;

    private StudioServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>How many tokens were given.</summary>
    public int Tokens => _tokens;

    /// <summary>The bodies of the exchange.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The cookies of the page.</summary>
    public List<string> Cookies { get; } = [];

    /// <summary>Withdraws the last token.</summary>
    public bool IsRevoked { get; set; }

    /// <summary>The answer of the exchange instead of a token.</summary>
    public string? Refusal { get; set; }

    public static async Task<StudioServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        StudioServer server = new(builder.Build());
        server._application.MapPost("/auth", (Delegate)server.CreateTokenAsync);
        server._application.MapPost("/films", (Delegate)server.AddFilm);
        server._application.MapGet("/page", (Delegate)server.ReadPage);
        await server._application.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task<IResult> CreateTokenAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        Requests.Add(await reader.ReadToEndAsync());
        if (Refusal is not null)
        {
            return Results.Text(Refusal, "application/json", statusCode: 401);
        }

        IsRevoked = false;
        string token = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _tokens)}");
        return Results.Text($$"""{"access_token":"{{token}}","expires_in":3600}""", "application/json");
    }

    private IResult AddFilm(HttpRequest request) =>
        !IsRevoked && request.Headers.Authorization == string.Create(CultureInfo.InvariantCulture, $"Bearer t{_tokens}")
            ? Results.Text(Interlocked.Increment(ref _films).ToString(CultureInfo.InvariantCulture), "application/json")
            : Results.Text($$"""{"code":"TOKEN_EXPIRED","message":"{{request.Headers.Authorization}} has expired."}""", "application/json", statusCode: 401);

    private IResult ReadPage(HttpRequest request)
    {
        Cookies.Add(request.Headers.Cookie.ToString());
        return Results.Text("Welcome.");
    }
}
