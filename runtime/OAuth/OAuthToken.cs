using System.Globalization;

namespace Dragoman;

/// <summary>What a token endpoint gives (RFC 6749, section 5.1).</summary>
internal sealed record OAuthToken(AccessToken Access, string? RefreshToken)
{
    /// <exception cref="ResponseFormatException">There is no access token that can be sent as a bearer token.</exception>
    public static OAuthToken Read(ApiResponse response)
    {
        OAuthAnswer answer = OAuthAnswer.Read(response);
        if (answer.Text("access_token") is not { Length: > 0 } token)
        {
            throw response.FormatFailure("The authorization server's answer has no access_token (RFC 6749, section 5.1).");
        }

        // Servers that leave the type out mean the usual one.
        if (answer.Text("token_type") is { } type && !type.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw response.FormatFailure("The authorization server gave a token of another type than Bearer.");
        }

        bool isTimed = double.TryParse(answer.Text("expires_in"), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds);
        try
        {
            return new(AccessToken.FromSeconds(token, isTimed ? seconds : null), answer.Text("refresh_token"));
        }
        catch (ArgumentException)
        {
            throw response.FormatFailure("The authorization server gave a token that no header can carry.");
        }
    }
}
