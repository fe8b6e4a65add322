namespace Dragoman;

/// <summary>What a user is shown to sign in for a device (RFC 8628, section 3.2).</summary>
/// <param name="UserCode">The code to enter.</param>
/// <param name="VerificationUri">Where to enter it.</param>
/// <param name="VerificationUriComplete">The same with the code in it, for a link or a QR code; <see langword="null"/> if the server gives none.</param>
/// <param name="ExpiresIn">How long the code is good for.</param>
public sealed record DeviceAuthorization(string UserCode, Uri VerificationUri, Uri? VerificationUriComplete, TimeSpan ExpiresIn);
