namespace Dragoman;

/// <summary>The grants that a client can use without a browser of its own.</summary>
internal enum OAuthGrantKind
{
    ClientCredentials,
    Device,
    RefreshToken,
}
