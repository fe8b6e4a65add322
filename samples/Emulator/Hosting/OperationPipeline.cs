using Dragoman.Samples.Emulator.Errors;
using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Operations;
using Dragoman.Samples.Emulator.State;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The way of a request: logged, authenticated, failed on demand, replayed, or served.</summary>
internal sealed class OperationPipeline(EmulatorState state, FaultQueue faults, RequestLog requests)
{
    public async Task ServeAsync(HttpContext context, Operation operation)
    {
        string body = await LogAsync(context.Request, operation.Id).ConfigureAwait(false);
        await Serve(context.Request, operation, body).WriteAsync(context.Response).ConfigureAwait(false);
    }

    /// <summary>Answers what no operation is mapped to, in the words of the API's web framework.</summary>
    public async Task ServeUnroutedAsync(HttpContext context, RequestDelegate next)
    {
        await next(context).ConfigureAwait(false);

        // Routing itself answers with an endpoint that is no RouteEndpoint when only the method is wrong.
        if (context.GetEndpoint() is RouteEndpoint)
        {
            return;
        }

        await LogAsync(context.Request, operationId: null).ConfigureAwait(false);
        int status = context.Response.StatusCode;
        string detail = status == StatusCodes.Status405MethodNotAllowed ? "Method Not Allowed" : "Not Found";
        await Reply.Detail(status, detail).WriteAsync(context.Response).ConfigureAwait(false);
    }

    private Reply Serve(HttpRequest request, Operation operation, string body)
    {
        try
        {
            Authentication.Check(request.Headers);
            if (faults.TryTake(operation.Id) is { } fault)
            {
                return fault;
            }

            string key = operation.TakesIdempotencyKey ? request.Headers["Idempotency-Key"].ToString() : "";
            lock (state)
            {
                var call = new OperationCall(request.RouteValues, body, state);
                return key.Length == 0
                    ? operation.Serve(call)
                    : state.IdempotentReplies.GetOrAdd(operation.Id, key, () => operation.Serve(call));
            }
        }
        catch (RefusedException refusal)
        {
            return Reply.Error(refusal.Error);
        }
    }

    private async Task<string> LogAsync(HttpRequest request, string? operationId)
    {
        using var reader = new StreamReader(request.Body);
        string body = await reader.ReadToEndAsync().ConfigureAwait(false);
        Dictionary<string, string> headers = request.Headers
            .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        requests.Add(new ReceivedRequest(
            request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", headers, body, operationId));
        return body;
    }
}
