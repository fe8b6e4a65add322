namespace Dragoman;

/// <summary>Finds the members of bodies that no text may show.</summary>
internal static class BodySecrets
{
    /// <summary>Those that a call sent.</summary>
    public static IReadOnlyList<string> Of(ApiCall call) => call.Operation.Secrets.Count == 0 ? [] : call.Body switch
    {
        JsonPayload body => Find(call.Operation, body.Json.Span),
        FormPayload form => Find(call.Operation, form.Json),
        _ => [],
    };

    /// <summary>Those that a service answered with.</summary>
    public static IReadOnlyList<string> Of(ApiOperationInfo operation, ApiResponse response) =>
        operation.Secrets.Count > 0 ? Find(operation, Utf8Bom.Strip(response.Body.Span)) : [];

    private static IReadOnlyList<string> Find(ApiOperationInfo operation, ReadOnlySpan<byte> json)
    {
        PointerScan scan = PointerScan.Of(json, PointerNode.Of(operation.Secrets));
        return [.. operation.Secrets.Select(scan.FindText).OfType<string>()];
    }
}
