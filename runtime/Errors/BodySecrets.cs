using System.Text;

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
    /// <param name="pointers">The members that are secret, by JSON pointers.</param>
    /// <param name="json">The value, which may break off.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> pointers, ReadOnlySpan<byte> json) => Of(pointers, PointerNode.Of(pointers), json);

    /// <summary>The same for who looks at many values.</summary>
    /// <param name="pointers">The members that are secret, by JSON pointers.</param>
    /// <param name="tree">The tree of the pointers.</param>
    /// <param name="json">The value, which may break off.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> pointers, PointerNode tree, ReadOnlySpan<byte> json)
    {
        PointerScan scan = PointerScan.Of(json, tree);
        return [.. pointers.Select(scan.FindText).OfType<string>()];
    }

    /// <summary>A part is what a member would be: a secret itself, or JSON that has secrets in it.</summary>
    private static IReadOnlyList<string> Of(IReadOnlyList<string> pointers, MultipartPart part)
    {
        // RFC 6901, section 3.
        string place = "/" + part.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        if (!pointers.Contains(place))
        {
            return Of([.. pointers.Where(pointer => pointer.StartsWith($"{place}/", StringComparison.Ordinal)).Select(pointer => pointer[place.Length..])], part.Bytes.Span);
        }

        string text = Encoding.UTF8.GetString(part.Bytes.Span);
        return string.IsNullOrWhiteSpace(text) ? [] : [text];
    }
}
