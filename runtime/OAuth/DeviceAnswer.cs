using System.Globalization;
using System.Text.Json;

namespace Dragoman;

/// <summary>What the device authorization endpoint gives (RFC 8628, section 3.2).</summary>
internal sealed record DeviceAnswer(string Code, DeviceAuthorization Shown, TimeSpan? Interval)
{
    private static readonly TimeSpan s_usualEnd = TimeSpan.FromMinutes(15);

    /// <exception cref="ResponseFormatException">There is nothing to show the user.</exception>
    public static DeviceAnswer Read(ApiResponse response)
    {
        JsonElement answer = response.ReadJson(JsonRead.Element);
        string? code = OAuthText.Of(answer, "device_code");
        string? userCode = OAuthText.Of(answer, "user_code");

        // Some servers still write the name of the drafts.
        Uri? address = Address(answer, "verification_uri") ?? Address(answer, "verification_url");
        if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(userCode) || address is null)
        {
            throw response.FormatFailure("The authorization server's answer lacks device_code, user_code or an http address as verification_uri (RFC 8628, section 3.2).");
        }

        return new(code, new(userCode, address, Address(answer, "verification_uri_complete"), Time(answer, "expires_in") ?? s_usualEnd), Time(answer, "interval"));
    }

    /// <summary>Only web addresses: a program may open what it is given.</summary>
    private static Uri? Address(JsonElement answer, string member) =>
        Uri.TryCreate(OAuthText.Of(answer, member), UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : null;

    private static TimeSpan? Time(JsonElement answer, string member) =>
        double.TryParse(OAuthText.Of(answer, member), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? Pause.FromSeconds(seconds) : null;
}
