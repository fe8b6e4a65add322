using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>The failures, which have a status and a message and no code.</summary>
internal static class FoilErrors
{
    public static RefusedException BadRequest(string message) => new(new ApiError(null, 400, message));

    public static RefusedException Unauthorized(string message) => new(new ApiError(null, 401, message));

    public static RefusedException Forbidden(string message) => new(new ApiError(null, 403, message));

    public static RefusedException NotFound(string message) => new(new ApiError(null, 404, message));
}
