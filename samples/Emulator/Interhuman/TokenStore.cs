using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>The tokens that were given out. Whoever uses it holds the gate of the API.</summary>
internal sealed class TokenStore(TimeProvider clock)
{
    public const string UploadScope = "interhumanai.upload";
    public const string StreamScope = "interhumanai.stream";

    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(900);

    private readonly Dictionary<string, (IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)> _tokens = new(StringComparer.Ordinal);
    private int _made;

    public string Create(IReadOnlyList<string> scopes)
    {
        DateTimeOffset expiresAt = clock.GetUtcNow() + Lifetime;
        JsonObject claims = new()
        {
            ["jti"] = ++_made,
            ["scope"] = string.Join(' ', scopes),
            ["exp"] = expiresAt.ToUnixTimeSeconds(),
        };
        string token = $"{Part("""{"alg":"HS256","typ":"JWT"}""")}.{Part(claims.ToJsonString())}.{Part(string.Create(CultureInfo.InvariantCulture, $"signature {_made}"))}";
        _tokens[token] = (scopes, expiresAt);
        return token;
    }

    /// <exception cref="Hosting.RefusedException">The token is missing, unknown, expired, or not for this scope.</exception>
    public void Check(string? token, string scope)
    {
        if (string.IsNullOrEmpty(token))
        {
            throw InterhumanErrors.Refused("ih2008");
        }

        if (!_tokens.TryGetValue(token, out (IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt) known))
        {
            throw InterhumanErrors.Refused("ih2010");
        }

        if (clock.GetUtcNow() >= known.ExpiresAt)
        {
            throw InterhumanErrors.Refused("ih2009");
        }

        if (!known.Scopes.Contains(scope))
        {
            throw InterhumanErrors.Refused("ih2011");
        }
    }

    /// <summary>Ends the lifetime of all tokens.</summary>
    public void Expire()
    {
        foreach (string token in _tokens.Keys)
        {
            _tokens[token] = (_tokens[token].Scopes, clock.GetUtcNow());
        }
    }

    public void Clear() => _tokens.Clear();

    private static string Part(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
