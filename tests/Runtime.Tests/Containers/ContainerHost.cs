using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dragoman.Runtime.Tests;

/// <summary>A small service with slots on a real port of the loopback address: <c>GET /ready</c>, <c>POST /launch</c> and <c>GET /tasks/{id}</c>.</summary>
internal sealed class ContainerHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, int> _launches = new();
    private int _questions;
    private int _openQuestions;

    private ContainerHost(int slots, string address)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        _application = builder.Build();
        _application.MapGet("/ready", ReadyAsync);
        _application.MapPost("/launch", LaunchAsync);
        _application.MapGet("/tasks/{id}", TaskAsync);
        Slots = slots;
    }

    public Uri Address { get; private set; } = null!;

    public int Slots { get; }

    /// <summary>Whether it is ready while it has slots.</summary>
    public bool IsLoaded { get; set; } = true;

    /// <summary>Whether tasks end when they are asked for.</summary>
    public bool EndsTasks { get; set; } = true;

    /// <summary>Called with each launch instead of launching.</summary>
    public RequestDelegate? Launching { get; set; }

    /// <summary>Called with each question for a task instead of answering.</summary>
    public RequestDelegate? Following { get; set; }

    /// <summary>How often each idempotency key was launched.</summary>
    public IReadOnlyDictionary<string, int> Launches => _launches;

    /// <summary>How many launches arrived, whatever became of them.</summary>
    public int LaunchRequests { get; private set; }

    public int LaunchesBeforeReady { get; private set; }

    public int Questions => _questions;

    public int MostOpenQuestions { get; private set; }

    public static async Task<ContainerHost> StartAsync(int slots = 10, string address = "http://127.0.0.1:0")
    {
        ContainerHost host = new(slots, address);
        await host._application.StartAsync();
        host.Address = new(host._application.Urls.Single());
        return host;
    }

    /// <summary>Ends it at once: connections break, and the port refuses new ones.</summary>
    public async Task KillAsync()
    {
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task ReadyAsync(HttpContext context)
    {
        MostOpenQuestions = Math.Max(MostOpenQuestions, Interlocked.Increment(ref _openQuestions));
        Interlocked.Increment(ref _questions);
        context.Response.StatusCode = IsLoaded && _launches.Count < Slots ? 200 : 503;
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"active":{{_launches.Count}},"most":{{Slots}}}"""));
        Interlocked.Decrement(ref _openQuestions);
    }

    private async Task LaunchAsync(HttpContext context)
    {
        string key = context.Request.Headers["Idempotency-Key"].ToString();
        bool isTaken;
        lock (_launches)
        {
            LaunchRequests++;
            LaunchesBeforeReady += IsLoaded ? 0 : 1;
            isTaken = Launching is null && (_launches.ContainsKey(key) || _launches.Count < Slots);
            if (isTaken)
            {
                _launches.AddOrUpdate(key, 1, static (_, count) => count + 1);
            }
        }

        if (Launching is { } launching)
        {
            await launching(context);
            return;
        }

        context.Response.StatusCode = isTaken ? 200 : 503;
        await context.Response.WriteAsync(isTaken ? $"\"{key}\"" : """{"detail":"No capacity"}""");
    }

    private async Task TaskAsync(HttpContext context)
    {
        if (Following is { } following)
        {
            await following(context);
            return;
        }

        await context.Response.WriteAsync(EndsTasks ? "\"completed\"" : "\"running\"");
    }
}
