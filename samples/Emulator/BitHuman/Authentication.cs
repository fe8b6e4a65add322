using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman;

/// <summary>The check every operation begins with.</summary>
internal static class Authentication
{
    private const string HeaderName = "api-secret";

    public static void Check(ServerCall call)
    {
        string secret = call.Header(HeaderName);
        if (secret.Length == 0)
        {
            throw new RefusedException(ApiErrors.MissingAuth);
        }

        if (!string.Equals(secret, BitHumanEmulator.ApiSecret, StringComparison.Ordinal))
        {
            throw new RefusedException(ApiErrors.Unauthorized);
        }
    }
}
