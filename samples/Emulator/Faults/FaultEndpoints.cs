using System.Text.Json;
using System.Text.Json.Serialization;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>
/// The failures on demand for another process: <c>POST /_emulator/faults</c> with the members of
/// <see cref="FaultRequest"/> in snake case asks for one, <c>DELETE</c> drops those to come.
/// Needs no secret and is not logged as a request.
/// </summary>
internal static class FaultEndpoints
{
    private const string Path = "/_emulator/faults";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
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
            faults.Add(request.Operation, request.ToFault(), request.Times);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            await ReplyWriter.WriteAsync(context, Reply.Detail(StatusCodes.Status400BadRequest, e.Message)).ConfigureAwait(false);
        }
    }
}
