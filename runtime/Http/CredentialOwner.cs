using System.Security.Cryptography;
using System.Text;

namespace Dragoman;

/// <summary>Tells apart who sends, so that clients with one credential share what a service counts by it.</summary>
internal static class CredentialOwner
{
    /// <summary>A key of the process alone, so that a digest of a secret says nothing outside of it.</summary>
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Who sends these credentials: a digest, never the secrets themselves. A token changes, so it is its source that counts.</summary>
    public static object Of(IReadOnlyList<ApiCredential> credentials)
    {
        if (credentials.FirstOrDefault(static credential => credential is TokenCredential) is { } source)
        {
            return source;
        }

        string secrets = string.Join('\0', credentials.SelectMany(static credential => credential.Secrets.Prepend(credential.Scheme)));
        return Convert.ToHexString(HMACSHA256.HashData(s_key, Encoding.UTF8.GetBytes(secrets)));
    }
}
