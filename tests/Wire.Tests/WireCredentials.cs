using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Wire.Tests;

/// <summary>Gives a client the credentials that the expected request shows.</summary>
internal static class WireCredentials
{
    public static void Set(ApiClientOptions options, WireDocument document, WireCall call)
    {
        foreach ((string name, JsonNode? scheme) in document.SecuritySchemes)
        {
            string type = (string)scheme!["type"]!;
            string? authorization = call.Header("Authorization");
            if (type == "apiKey")
            {
                string key = (string)scheme["name"]!;
                Set(options, name, (string)scheme["in"]! == "header" ? call.Header(key) : call.Query[key]?.ToString());
            }
            else if (type == "http" && (string)scheme["scheme"]! is { } word && word.Equals("basic", StringComparison.OrdinalIgnoreCase))
            {
                string[]? pair = authorization is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(authorization["Basic ".Length..])).Split(':', 2);
                Set(options, $"{name}User", pair?[0]);
                Set(options, $"{name}Password", pair?[1]);
            }
            else
            {
                Set(options, name, authorization?[(authorization.IndexOf(' ') + 1)..]);
            }
        }
    }

    /// <summary>Sets the option of a scheme: its name begins as the scheme's.</summary>
    private static void Set(ApiClientOptions options, string name, string? secret)
    {
        PropertyInfo? option = options.GetType().GetProperties()
            .FirstOrDefault(property => property.PropertyType == typeof(string) && WireName.Of(property.Name).StartsWith(WireName.Of(name), StringComparison.Ordinal));
        if (secret is not null && option is not null)
        {
            option.SetValue(options, secret);
        }
    }
}
