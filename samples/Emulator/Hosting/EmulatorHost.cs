using System.Net;
using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Operations;
using Dragoman.Samples.Emulator.State;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The web server: routes, and who looks at a request in which order.</summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    // Base64 of the largest file allowed (100 MB), so that the size check is the operation's and not the server's.
    private const long MaxBodyBytes = 256L * 1024 * 1024;

    private readonly WebApplication _app;

    private EmulatorHost(WebApplication app, Uri baseAddress)
    {
        _app = app;
        BaseAddress = baseAddress;
    }

    public Uri BaseAddress { get; }

    public static async Task<EmulatorHost> StartAsync(
        int port, EmulatorState state, FaultQueue faults, RequestLog requests, CancellationToken ct)
    {
        // The empty builder reads no environment, no settings file and no arguments: a test's host cannot leak in.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        WebApplication app = builder.Build();
        var pipeline = new OperationPipeline(state, faults, requests);
        app.UseRouting();
        app.Use(pipeline.ServeUnroutedAsync);
        foreach (Operation operation in OperationTable.All)
        {
            app.MapMethods(operation.Path, [operation.Method], context => pipeline.ServeAsync(context, operation));
        }

        FaultEndpoints.Map(app, faults);
        try
        {
            await app.StartAsync(ct).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new EmulatorHost(app, new Uri(app.Urls.Single()));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
