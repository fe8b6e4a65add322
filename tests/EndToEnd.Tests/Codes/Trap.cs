namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>A call of a service whose failure is told badly, and what is left of it.</summary>
/// <param name="Folder">The service.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Status">The status of the failure, which nothing repeats.</param>
/// <param name="Family">The exception of that status.</param>
/// <param name="Gateway">The exception of 502.</param>
internal sealed record Trap(string Folder, string Operation, int Status, Type Family, Type Gateway)
{
    /// <summary>A code of that status; null for a service that has none.</summary>
    public string? Code { get; init; }

    /// <summary>The exception where the body breaks off within its message: the code's, if it comes before.</summary>
    public Type? Truncated { get; init; }

    /// <summary>What is read as the code where its member has a type it never has: a number counts as its text.</summary>
    public string? WrongCode { get; init; }

    public static IReadOnlyList<Trap> All { get; } =
    [
        new("bithuman", "getAgent", 404, typeof(BitHuman.NotFoundException), typeof(BitHuman.ServerException))
        {
            Code = "AGENT_NOT_FOUND", Truncated = typeof(BitHuman.AgentNotFoundException),
        },
        new("bithuman-gpu", "listTasks", 404, typeof(AvatarContainer.NotFoundException), typeof(AvatarContainer.ServerException)),
        new("foilengine", "listPersonas", 403, typeof(FoilEngine.ForbiddenException), typeof(FoilEngine.ServerException)),
        new("interhuman", "analyzeUpload", 400, typeof(Interhuman.BadRequestException), typeof(Interhuman.ServerException))
        {
            Code = "ih4004", Truncated = typeof(Interhuman.VideoTooLongException), WrongCode = "2005",
        },
        new("webmcp", "getRun", 404, typeof(WebMcp.NotFoundException), typeof(WebMcp.BadGatewayException))
        {
            Code = "RUN_NOT_FOUND", Truncated = typeof(WebMcp.NotFoundException), WrongCode = "404",
        },
    ];

    public static Trap Of(string folder) => All.Single(trap => trap.Folder == folder);
}
