namespace Dragoman;

/// <summary>The authorization server gave no token. <see cref="ApiException.Code"/> is its error, such as <c>invalid_client</c> (RFC 6749, section 5.2; RFC 8628, section 3.5).</summary>
/// <param name="error">What is known about the failure.</param>
public sealed class OAuthException(ApiError error) : ApiException(error);
