using Dragoman.Samples.Emulator.Faults;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The way of a request: logged, authorized, failed on demand, replayed, or served.</summary>
internal sealed class OperationPipeline(EmulatedApi api, FaultQueue faults, RequestLog requests)
{
    public async Task ServeAsync(HttpContext context, Operation operation)
    {
        ServerCall call = await LogAsync(context.Request, operation.Id).ConfigureAwait(false);
        (Reply? reply, PlannedFault? fault) = Authorize(operation, call);
        api.AddHeaders(context.Response.Headers);
        if (fault is { Fault.Delay: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, api.Options.TimeProvider, context.RequestAborted).ConfigureAwait(false);
        }

        reply ??= fault?.Answer(api) ?? Serve(operation, call);
        if (reply.Status == StatusCodes.Status101SwitchingProtocols && operation.Connect is { } connect)
        {
            await connect(context, fault).ConfigureAwait(false);
        }
        else if (reply.Events is not null)
        {
            await EventWriter.WriteAsync(context, reply, fault, api).ConfigureAwait(false);
        }
        else
        {
            await ReplyWriter.WriteAsync(context, reply, fault?.Fault.Breakage ?? Breakage.None).ConfigureAwait(false);
        }
    }

    /// <summary>Answers what no operation is mapped to.</summary>
    public async Task ServeUnroutedAsync(HttpContext context, RequestDelegate next)
    {
        await next(context).ConfigureAwait(false);

        // Routing itself answers with an endpoint that is no RouteEndpoint when only the method is wrong.
        if (context.GetEndpoint() is RouteEndpoint)
        {
            return;
        }

        await LogAsync(context.Request, operationId: null).ConfigureAwait(false);
        await ReplyWriter.WriteAsync(context, api.Unrouted(context.Response.StatusCode)).ConfigureAwait(false);
    }

    // A request that is refused here uses up no fault.
    private (Reply? Refusal, PlannedFault? Fault) Authorize(Operation operation, ServerCall call)
    {
        try
        {
            lock (api.Gate)
            {
                operation.Authorize(call);
            }

            return (null, faults.TryTake(operation.Id));
        }
        catch (RefusedException refusal)
        {
            return (api.Error(refusal.Error), null);
        }
    }

    private Reply Serve(Operation operation, ServerCall call)
    {
        string key = operation.TakesIdempotencyKey ? call.Header("Idempotency-Key") : "";
        try
        {
            lock (api.Gate)
            {
                return key.Length == 0
                    ? operation.Serve(call)
                    : api.IdempotentReplies.GetOrAdd(operation.Id, key, () => operation.Serve(call));
            }
        }
        catch (RefusedException refusal)
        {
            return api.Error(refusal.Error);
        }
    }

    private async Task<ServerCall> LogAsync(HttpRequest request, string? operationId)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body).ConfigureAwait(false);
        byte[] content = body.ToArray();
        var call = new ServerCall(request, content, await FormBody.TryReadAsync(request.ContentType, content).ConfigureAwait(false));
        Dictionary<string, string> headers = request.Headers
            .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        requests.Add(new ReceivedRequest(
            request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", headers, call.Text, operationId) { Content = call.Content });
        return call;
    }
}
