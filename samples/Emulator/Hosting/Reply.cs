using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Errors;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>What the emulator sends back.</summary>
internal sealed record Reply(int Status, string ContentType, string Body)
{
    /// <summary>The value of <c>Retry-After</c>, sent as it is; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Whether this repeats the reply to an earlier request with the same idempotency key.</summary>
    public bool IsReplay { get; init; }

    public static Reply Json(JsonObject body, int status = StatusCodes.Status200OK) =>
        new(status, "application/json", body.ToJsonString());

    /// <summary>The envelope of the error reference: the status appears in it twice, once inside the error.</summary>
    public static Reply Error(ApiError error) => Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = error.Code,
                ["message"] = error.Message,
                ["httpStatus"] = error.Status,
            },
            ["status"] = "error",
            ["status_code"] = error.Status,
        },
        error.Status);

    /// <summary>What the API's web framework says by itself, before any operation is reached.</summary>
    public static Reply Detail(int status, string detail) => Json(new JsonObject { ["detail"] = detail }, status);

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        if (RetryAfter is not null)
        {
            response.Headers.RetryAfter = RetryAfter;
        }

        if (IsReplay)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        // Typed as null, the header is left out altogether: a reply without a type is one a client can meet.
        response.ContentType = ContentType.Length == 0 ? null : ContentType;

        // A 204 or 304 that came with a body would break the connection instead of testing the client.
        if (Body.Length > 0 && Status is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            await response.WriteAsync(Body).ConfigureAwait(false);
        }
    }
}
