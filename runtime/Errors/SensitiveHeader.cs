using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>Knows by their names the headers that carry secrets, whoever has set them.</summary>
internal static class SensitiveHeader
{
    private static readonly string[] s_nameParts = ["auth", "cookie", "token", "secret", "password", "credential", "api-key", "apikey"];

    public static IEnumerable<string> Secrets(HttpRequestHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            if (!s_nameParts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            foreach (string value in values)
            {
                yield return value;

                // "Bearer abc": the scheme is no secret, and what an echo shows may be the token alone.
                if (value.IndexOf(' ') is > 0 and int space)
                {
                    yield return value[(space + 1)..].Trim();
                }
            }
        }
    }
}
