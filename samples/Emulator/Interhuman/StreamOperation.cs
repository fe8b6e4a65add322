using System.Net.WebSockets;
using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>The analysis of a live video over a WebSocket.</summary>
internal sealed class StreamOperation(InterhumanApi api)
{
    private const string Subprotocol = "access_token";

    /// <summary>The token, from the header or, for browsers, from the subprotocols: <c>access_token</c> and the token itself.</summary>
    public static string? TokenOf(ServerCall call) => call.BearerToken ?? (Subprotocols(call.Header("Sec-WebSocket-Protocol")) is [Subprotocol, var token] ? token : null);

    public static Reply Open(ServerCall call) => call.Header("Upgrade").Equals("websocket", StringComparison.OrdinalIgnoreCase)
        ? new Reply(StatusCodes.Status101SwitchingProtocols, "", "")
        : throw new RefusedException(new ApiError("ih6001", StatusCodes.Status426UpgradeRequired, "This is a WebSocket"));

    public async Task ConnectAsync(HttpContext context, PlannedFault? fault)
    {
        bool isNamed = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        await using AnalysisChannel channel = await api.Channels
            .AddAsync(async () => new AnalysisChannel(
                await context.WebSockets.AcceptWebSocketAsync(isNamed ? Subprotocol : null).ConfigureAwait(false), api, fault))
            .ConfigureAwait(false);
        try
        {
            await channel.RunAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone.
        }
        finally
        {
            api.Channels.Remove(channel);
        }
    }

    private static string[] Subprotocols(string header) => header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
