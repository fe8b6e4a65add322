namespace Dragoman.Generator.Model;

/// <summary>The authorization server of a security scheme (OpenAPI 3.2, section 4.27); what the document does not name is empty.</summary>
/// <param name="PropertyName">The option that takes a grant.</param>
/// <param name="ParameterName">The same as a parameter of the root client's constructor.</param>
/// <param name="Token">Where tokens are given.</param>
/// <param name="Refresh">Where refresh tokens are exchanged, if elsewhere.</param>
/// <param name="DeviceAuthorization">Where the device flow begins.</param>
/// <param name="Discovery">The OpenID Connect discovery document.</param>
internal sealed record OAuthModel(string PropertyName, string ParameterName, string Token, string Refresh, string DeviceAuthorization, string Discovery);
