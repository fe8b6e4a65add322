using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Finds the members of bodies that no text may show.</summary>
internal static class BodySecrets
{
    /// <summary>Those that a call sent.</summary>
    public static IReadOnlyList<string> Of(ApiCall call) => call.Operation.Secrets.Count == 0 ? [] : call.Body switch
    {
        JsonPayload body => Of(call.Operation.Secrets, body.Json.Span),
        FormPayload form => Of(call.Operation.Secrets, form.Json),
        MultipartPayload form => [.. form.Parts.SelectMany(part => Of(call.Operation.Secrets, part))],
        _ => call.Body?.SentSecrets ?? [],
    };

    /// <summary>Those that a service answered with.</summary>
    public static IReadOnlyList<string> Of(ApiOperationInfo operation, ApiResponse response) =>
        operation.Secrets.Count > 0 ? Of(operation.Secrets, Utf8Bom.Strip(response.Body.Span)) : [];

    /// <summary>Those of one JSON value.</summary>
    /// <param name="pointers">The members that are secret, as <see cref="ApiOperationInfo.Secrets"/> has them.</param>
    /// <param name="json">The value, which may break off.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> pointers, ReadOnlySpan<byte> json) => Of(PointerNode.Of(pointers), json);

    /// <summary>The same for who looks at many values.</summary>
    /// <param name="tree">The tree of the pointers.</param>
    /// <param name="json">The value, which may break off.</param>
    public static IReadOnlyList<string> Of(PointerNode tree, ReadOnlySpan<byte> json)
    {
        List<string> secrets = [];
        foreach (JsonElement target in PointerScan.Of(json, tree).All)
        {
            AddTexts(target, secrets);
        }

        return secrets;
    }

    /// <summary>A part is what a member would be, or an item of a member that is a list: a secret itself, or JSON that has secrets in it.</summary>
    private static IReadOnlyList<string> Of(IReadOnlyList<string> pointers, MultipartPart part)
    {
        // RFC 6901, section 3.
        string place = "/" + part.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        List<string> within = [.. pointers.SelectMany(pointer => (string?[])[Rest(pointer, $"{place}/~*"), Rest(pointer, place), Rest(pointer, "/~*")]).OfType<string>()];
        if (!within.Contains(""))
        {
            return Of(within, part.Bytes.Span);
        }

        string text = Encoding.UTF8.GetString(part.Bytes.Span);
        return string.IsNullOrWhiteSpace(text) ? [] : [text];
    }

    private static string? Rest(string pointer, string place) =>
        pointer.StartsWith(place, StringComparison.Ordinal) && (pointer.Length == place.Length || pointer[place.Length] == '/') ? pointer[place.Length..] : null;

    /// <summary>A secret that is a list or an object has secrets only. Its depth is that of the reader at most.</summary>
    private static void AddTexts(JsonElement element, List<string> secrets)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AddTexts(item, secrets);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    AddTexts(member.Value, secrets);
                }

                break;
            default:
                if (PointerScan.Text(element) is { } text && !string.IsNullOrWhiteSpace(text))
                {
                    secrets.Add(text);
                }

                break;
        }
    }
}
