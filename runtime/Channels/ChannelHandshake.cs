using System.Net.WebSockets;

namespace Dragoman;

/// <summary>Makes the connections of one channel: each is a call with the credentials, time limits and errors of every other.</summary>
internal sealed class ChannelHandshake(PipelinePolicy first, PipelineSettings settings, ApiCall call, ChannelDescription description, ChannelUpgrade upgrade)
{
    public PipelineSettings Settings => settings;

    /// <summary>Makes a connection.</summary>
    /// <param name="limits">What bounds the retries.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ApiException">The service refused, or there was no way to it.</exception>
    public async Task<ChannelLink> ConnectAsync(RetryLimits? limits, CancellationToken cancellationToken)
    {
        PipelineContext context = new(call, settings.Options, cancellationToken) { Upgrade = upgrade };
        context.RetryLimits = limits ?? context.RetryLimits;

        using ApiResponse response = await first.SendAsync(context, cancellationToken).ConfigureAwait(false);
        WebSocket socket = response.Socket ?? throw response.ToException();
        TimeProvider clock = settings.Options.TimeProvider;
        return new(socket, description, new ChannelReport(settings.Catalog, call.Operation, response.Report.Mask, clock), clock);
    }
}
