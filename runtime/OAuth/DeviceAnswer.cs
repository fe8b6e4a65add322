using System.Globalization;

namespace Dragoman;

/// <summary>What the device authorization endpoint gives (RFC 8628, section 3.2).</summary>
internal sealed record DeviceAnswer(string Code, DeviceAuthorization Shown, TimeSpan? Interval)
{
    private static readonly TimeSpan s_usualEnd = TimeSpan.FromMinutes(15);

    /// <exception cref="ResponseFormatException">There is nothing to show the user.</exception>
    public static DeviceAnswer Read(ApiResponse response)
    {
        OAuthAnswer answer = OAuthAnswer.Read(response);
        string? code = answer.Text("device_code");
        string? userCode = answer.Text("user_code");

        // Some servers still write the name of the drafts.
        Uri? address = Address(answer, "verification_uri") ?? Address(answer, "verification_url");
        if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(userCode) || address is null)
        {
            throw response.FormatFailure("The authorization server's answer lacks device_code, user_code or an http address as verification_uri (RFC 8628, section 3.2).");
        }

        return new(code, new(userCode, address, Address(answer, "verification_uri_complete"), Time(answer, "expires_in") ?? s_usualEnd), Time(answer, "interval"));
    }

    /// <summary>Only web addresses: a program may open what it is given.</summary>
    private static Uri? Address(OAuthAnswer answer, string member) =>
        Uri.TryCreate(answer.Text(member), UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : null;

    private static TimeSpan? Time(OAuthAnswer answer, string member) =>
        double.TryParse(answer.Text(member), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? Pause.FromSeconds(seconds) : null;
}
