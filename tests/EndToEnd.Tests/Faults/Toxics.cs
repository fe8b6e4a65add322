namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>What a <see cref="FaultProxy"/> does to one direction of a connection. The names are those of Toxiproxy.</summary>
internal sealed record Toxics
{
    /// <summary>Passes everything on as it comes.</summary>
    public static Toxics None { get; } = new();

    /// <summary>How long each piece is held back.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How many bytes pass in a second; <see langword="null"/> for any number.</summary>
    public int? Bandwidth { get; init; }

    /// <summary>How long the end of the stream is held back.</summary>
    public TimeSpan SlowClose { get; init; }

    /// <summary>Takes every byte and passes none on.</summary>
    public bool Timeout { get; init; }

    /// <summary>Passes on pieces of so many bytes; <see langword="null"/> as they come.</summary>
    public int? Slicer { get; init; }

    /// <summary>Ends the connection after so many bytes; <see langword="null"/> for never.</summary>
    public int? LimitData { get; init; }

    /// <summary>Ends it with a reset (RST) instead of a close (FIN): after <see cref="LimitData"/>, or at the first byte.</summary>
    public bool ResetPeer { get; init; }

    /// <summary>How many bytes may pass.</summary>
    public long Allowed => LimitData ?? (ResetPeer ? 0 : long.MaxValue);
}
