namespace Dragoman;

/// <summary>What a close status of a channel means (RFC 6455, section 7.4).</summary>
/// <param name="status">The status, 1000 to 4999.</param>
/// <param name="error">The catalog's error.</param>
public sealed class CloseDefinition(int status, ErrorDefinition error)
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>The catalog's error.</summary>
    public ErrorDefinition Error { get; } = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>Whether the channel connects anew by itself instead of ending with the error.</summary>
    public bool Reconnects { get; init; }
}
