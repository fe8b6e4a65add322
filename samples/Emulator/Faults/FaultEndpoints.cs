using System.Text.Json;
using Dragoman.Samples.Emulator.Errors;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>
/// The failures on demand for another process: <c>POST /_emulator/faults</c> with
/// <c>{operation, code, status?, message?, times?, retry_after?}</c> asks for one, <c>DELETE</c> drops those to come.
/// Needs no secret and is not logged as a request.
/// </summary>
internal static class FaultEndpoints
{
    private const string Path = "/_emulator/faults";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
    };

    public static void Map(IEndpointRouteBuilder routes, FaultQueue faults)
    {
        routes.MapPost(Path, context => AddAsync(context, faults));
        routes.MapDelete(Path, context =>
        {
            faults.Clear();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static async Task AddAsync(HttpContext context, FaultQueue faults)
    {
        try
        {
            FaultRequest request = await JsonSerializer.DeserializeAsync<FaultRequest>(context.Request.Body, s_json).ConfigureAwait(false)
                ?? throw new JsonException("The body is null.");
            faults.Add(request.Operation, ToReply(request), request.Times);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            await Reply.Detail(StatusCodes.Status400BadRequest, e.Message).WriteAsync(context.Response).ConfigureAwait(false);
        }
    }

    private static Reply ToReply(FaultRequest request)
    {
        ApiError error = request.Status is { } status
            ? ApiErrors.Custom(request.Code, request.Message ?? "Asked for by a test", status)
            : ApiErrors.Get(request.Code);
        return Reply.Error(error) with { RetryAfter = request.RetryAfter?.ToString() };
    }
}
