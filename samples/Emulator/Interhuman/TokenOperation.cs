using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>A key pair for a token.</summary>
internal sealed class TokenOperation(TokenStore tokens)
{
    private static readonly string[] s_scopes = [TokenStore.UploadScope, TokenStore.StreamScope];

    public Reply Create(ServerCall call)
    {
        JsonBody body = call.HasJsonBody
            ? JsonBody.Parse(call.Text, message => InterhumanErrors.Refused("ih4006", message))
            : throw InterhumanErrors.Refused("ih4006");
        (string keyId, string secret) = (Text(body, "key_id", "ih2004"), Text(body, "key_secret", "ih2005"));
        IReadOnlyList<string> scopes = Scopes(body);
        if (!InterhumanEmulator.ScopesByKey.TryGetValue(keyId, out IReadOnlyList<string>? allowed) || secret != InterhumanEmulator.KeySecret)
        {
            throw InterhumanErrors.Refused("ih2006");
        }

        if (scopes.Except(allowed).Any())
        {
            throw InterhumanErrors.Refused("ih2007");
        }

        return Reply.Json(new JsonObject
        {
            ["access_token"] = tokens.Create(scopes),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenStore.Lifetime.TotalSeconds,
            ["scope"] = string.Join(' ', scopes),
        });
    }

    private static string Text(JsonBody body, string name, string missing) => body.Members[name] switch
    {
        null => throw InterhumanErrors.Refused(missing),
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw InterhumanErrors.Refused("ih4005", $"{name} must be a string"),
    };

    private static List<string> Scopes(JsonBody body)
    {
        JsonArray list = body.Members["scopes"] switch
        {
            null => throw InterhumanErrors.Refused("ih2003"),
            JsonArray { Count: 0 } => throw InterhumanErrors.Refused("ih2002"),
            JsonArray array => array,
            _ => throw InterhumanErrors.Refused("ih4005", "scopes must be an array"),
        };
        List<string> scopes = [.. list.Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : "")];
        return scopes.TrueForAll(s_scopes.Contains) ? scopes : throw InterhumanErrors.Refused("ih2001");
    }
}
