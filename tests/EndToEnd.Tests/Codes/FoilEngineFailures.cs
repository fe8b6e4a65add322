using FoilEngine;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The seven statuses of the error reference, which has no codes; the names are those of the vendor's C# client.</summary>
internal static class FoilEngineFailures
{
    public static IReadOnlyList<CodeCase> All { get; } =
    [
        new("400", "initSession", 400, typeof(BadRequestException)) { HasCode = false },
        new("401", "listMachines", 401, typeof(AuthenticationException)) { HasCode = false },
        new("403", "sendMessage", 403, typeof(ForbiddenException)) { HasCode = false },
        new("404", "streamMessage", 404, typeof(NotFoundException)) { HasCode = false },
        new("429", "streamMessage", 429, typeof(RateLimitException)) { HasCode = false },
        new("500", "getHistory", 500, typeof(ServerException)) { HasCode = false },
        new("503", "sendMessage", 503, typeof(ServerException)) { HasCode = false },
    ];
}
