using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>Knows by their names the headers that carry secrets, whoever has set them.</summary>
internal static class SensitiveHeader
{
    /// <summary>What is a secret in headers alone.</summary>
    private static readonly string[] s_nameParts = ["auth", "cookie", "websocketprotocol"];

    /// <summary>A shorter value of a cookie, such as <c>1</c>, is a setting and no secret, and is in too many texts.</summary>
    private const int ShortestCookie = 8;

    public static IEnumerable<string> Secrets(HttpRequestHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (!SecretName.Is(name, s_nameParts))
            {
                continue;
            }

            foreach (string value in values)
            {
                yield return value;
                foreach (string cookie in name.Equals(CookieHeader.Name, StringComparison.OrdinalIgnoreCase) ? CookieSecrets(value) : [])
                {
                    yield return cookie;
                }

                // "Bearer abc": the scheme is no secret, and what an echo shows may be the token alone.
                if (value.IndexOf(' ') is > 0 and int space)
                {
                    yield return value[(space + 1)..].Trim();
                }
            }
        }
    }

    /// <summary>Each cookie by itself: a service echoes what it refuses, not all that was sent.</summary>
    private static IEnumerable<string> CookieSecrets(string header)
    {
        foreach (string pair in header.Split(';', StringSplitOptions.TrimEntries))
        {
            yield return pair;
            if (pair.IndexOf('=') is > 0 and int equals && pair.Length - equals > ShortestCookie)
            {
                yield return pair[(equals + 1)..];
            }
        }
    }
}
