using System.Net;

namespace Dragoman;

/// <summary>Sends the request of one try and buffers the response, so that one that breaks off is this try's failure; or leaves the body of a success open.</summary>
internal sealed class TransportPolicy(HttpClient client, HttpClient channelClient, bool ownsClient, PipelineSettings settings) : PipelinePolicy
{
    private readonly bool _setsUserAgent =
        settings.Options.UserAgent != ApiClientOptions.DefaultUserAgent || !client.DefaultRequestHeaders.NonValidated.Contains("User-Agent");

    public override async ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        HttpRequestMessage request = CreateRequest(context);
        context.Attempts.IsSent = true;
        HttpResponseMessage? message = null;
        ApiResponse? response = null;
        bool isOpen = false;
        try
        {
            HttpClient sender = context.Upgrade is null ? client : channelClient;
            message = await sender.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            response = new(settings, context, request, message);
            if (context.Upgrade is { } upgrade && message.StatusCode == HttpStatusCode.SwitchingProtocols)
            {
                response.Socket = await upgrade.AcceptAsync(request, message, response, cancellationToken).ConfigureAwait(false);
            }
            else if (response.IsSuccess && context.Streaming is { } streaming && streaming.Covers(response))
            {
                Stream content = await message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                response.Open(request, message, content, streaming.IdleTimeoutOf(context));
                isOpen = true;
            }
            else if (response.IsSuccess)
            {
                await ReadBodyAsync(response, message.Content, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await ReadErrorBodyAsync(response, message.Content, context.CallerToken, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            PayloadContent.ThrowIfUnreadable(request.Content);
            throw FromClient(canceled, context);
        }
        catch (Exception exception) when (TransportFailure.Is(exception))
        {
            PayloadContent.ThrowIfUnreadable(request.Content);

            // A canceled read can also end with the connection's own exception.
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.Of(exception, context, SecretMask.Of(settings.Credentials, request.Headers, context.Call), settings.AddressOf(context.Call.Operation).Origin, response?.Buffer.Bytes.Length ?? 0);
        }
        finally
        {
            if (!isOpen)
            {
                message?.Dispose();
                request.Dispose();
            }
        }
    }

    private HttpRequestMessage CreateRequest(PipelineContext context)
    {
        RequestDraft draft = new(context.Call);
        foreach (ApiCredential credential in context.Credentials)
        {
            credential.Apply(draft);
        }

        draft.TryAddHeader("Accept", context.Streaming?.MediaType ?? "application/json");
        if (context.Streaming?.LastEventId is { } lastEventId)
        {
            draft.SetHeader("Last-Event-ID", lastEventId);
        }

        if (_setsUserAgent)
        {
            draft.TryAddHeader("User-Agent", settings.Options.UserAgent);
        }

        HttpRequestMessage message = draft.ToMessage(settings.AddressOf(context.Call.Operation));
        message.Version = client.DefaultRequestVersion;
        message.VersionPolicy = client.DefaultVersionPolicy;
        context.Upgrade?.Apply(message);
        return message;
    }

    private async ValueTask ReadBodyAsync(ApiResponse response, HttpContent content, CancellationToken cancellationToken)
    {
        int limit = (int)settings.Options.MaxResponseBytes;
        await response.Buffer.ReadAsync(content, limit, cancellationToken).ConfigureAwait(false);
        if (response.Buffer.IsCut)
        {
            throw response.FormatFailure($"The response is larger than {limit} bytes (ApiClientOptions.MaxResponseBytes).");
        }
    }

    /// <summary>An error body that breaks off must not hide the error: its status has arrived.</summary>
    private static async ValueTask ReadErrorBodyAsync(ApiResponse response, HttpContent content, CancellationToken callerToken, CancellationToken cancellationToken)
    {
        try
        {
            // More would be of no use in an exception, and its length is the server's to choose.
            await response.Buffer.ReadAsync(content, ResponseReport.MostBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransportFailure.Is(exception) || exception is OperationCanceledException)
        {
            callerToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A cancellation that neither the caller nor a policy has asked for.</summary>
    private TransportException FromClient(OperationCanceledException canceled, PipelineContext context)
    {
        if (canceled.InnerException is not TimeoutException)
        {
            // The client was disposed, or its pending requests were canceled.
            return TransportFailure.Of(new IOException("The HttpClient canceled the request.", canceled), context, new([]), settings.AddressOf(context.Call.Operation).Origin);
        }

        // Our own client sets no limit but the one on connecting. In a given client either can have ended, and nothing tells them apart.
        return ownsClient || client.Timeout == Timeout.InfiniteTimeSpan
            ? TransportFailure.NotConnected(context, settings.AddressOf(context.Call.Operation).Origin, canceled)
            : TransportFailure.TimedOut(context, TimeoutScope.Attempt, client.Timeout, canceled);
    }
}
