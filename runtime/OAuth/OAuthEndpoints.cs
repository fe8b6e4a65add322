namespace Dragoman;

/// <summary>The addresses of an authorization server as a description gives them (OpenAPI 3.2, OAuth Flow Object): absolute, or relative to the service's base address.</summary>
public sealed class OAuthEndpoints
{
    /// <summary>Where tokens are given.</summary>
    public string? Token { get; init; }

    /// <summary>Where refresh tokens are exchanged. Default: <see cref="Token"/>.</summary>
    public string? Refresh { get; init; }

    /// <summary>Where the device flow begins.</summary>
    public string? DeviceAuthorization { get; init; }

    /// <summary>The document that names the others (OpenID Connect Discovery 1.0).</summary>
    public string? Discovery { get; init; }
}
