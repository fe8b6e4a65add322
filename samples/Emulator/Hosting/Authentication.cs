using Dragoman.Samples.Emulator.Errors;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>The check every operation begins with.</summary>
internal static class Authentication
{
    private const string HeaderName = "api-secret";

    public static void Check(IHeaderDictionary headers)
    {
        string secret = headers[HeaderName].ToString();
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
