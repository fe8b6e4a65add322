using System.Globalization;

namespace Dragoman;

/// <summary>What one try of a call met.</summary>
public sealed record ApiAttempt
{
    /// <summary>The try's number, from 1. Of two that were under way at once, the one by which the call went on has the higher one (<see cref="ApiClientOptions.HedgingDelay"/>).</summary>
    public required int Number { get; init; }

    /// <summary>The HTTP status of the response, or <see langword="null"/> if none arrived.</summary>
    public int? Status { get; init; }

    /// <summary>The error code the response carried, or <see langword="null"/>.</summary>
    public string? Code { get; init; }

    /// <summary>Why no complete response arrived, or <see langword="null"/> if one did.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the service may have received the request. <see langword="false"/> only if it surely has not: the name was not resolved, the connection not made, or it was ended before it was sent.</summary>
    public bool MayHaveBeenReceived { get; init; } = true;

    /// <summary>From the start of the try to its response or failure, without the wait before it.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How long was waited before the try, zero for the first; before one beside another, how long that had been without an answer.</summary>
    public TimeSpan WaitedBefore { get; init; }

    /// <summary>One line for logs: number, outcome and times.</summary>
    public override string ToString()
    {
        string outcome = Failure ?? (Code is null ? $"status {Status}" : $"status {Status}, {Code}");
        string waited = WaitedBefore > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"after a wait of {WaitedBefore.TotalSeconds:0.###} s, ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Try {Number}: {waited}{outcome} ({Elapsed.TotalSeconds:0.###} s)");
    }
}
