using AvatarContainer;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The failures that the error reference lists for the container's answers. It lists one more, no answer at all.</summary>
internal static class AvatarContainerFailures
{
    public static IReadOnlyList<CodeCase> All { get; } =
    [
        new("GET /ready, not ready", "getReadiness", 503, typeof(NotReadyException), typeof(ServiceUnavailableException)) { HasCode = false, Message = "Not Ready" },
        new("POST /launch, unauthorized", "launch", 401, typeof(AuthenticationException)) { HasCode = false },
        new("POST /launch, no face detected", "launch", 400, typeof(NoFaceDetectedException), typeof(BadRequestException)) { HasCode = false, Message = "No face detected" },
        new("POST /launch, no capacity", "launch", 503, typeof(NoCapacityException), typeof(ServiceUnavailableException)) { HasCode = false, Message = "No capacity" },
    ];
}
