namespace Dragoman.Wire.Tests;

/// <summary>The calls that fail, each with its reason. The list is exact: a call of it that passes fails the test.</summary>
internal static class KnownFailures
{
    private const string LostSlash = "The document has lost the slash before the optional segment: its path is '/parameters/path/optional{name}'.";
    private const string OtherMethod = "The next page is a GET of a link that a POST gave; the document has neither that path nor a GET.";
    private const string LostReserved = "The document does not say that the value keeps its slashes, and OpenAPI has no word for it in paths before 3.2.";
    private const string NoPathExpansion = "OpenAPI has no style for values that bring the slash before them; the document says 'simple'.";
    private const string LostOperation = "The document has no operation for it: OpenAPI has no paths with a query.";
    private const string OtherEncoding = "The document says base64 where the server demands base64url.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["Encode_Bytes_RequestBody_base64url"] = OtherEncoding,
        ["Parameters_Path_optional"] = LostSlash,
        ["Parameters_Path_optional (2)"] = LostSlash,
        ["Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post"] = OtherMethod,
        ["Payload_Pageable_ServerDrivenPagination_AlternateInitialVerb_post (2)"] = OtherMethod,
        ["Routes_PathParameters_PathExpansion_Explode_array"] = NoPathExpansion,
        ["Routes_PathParameters_PathExpansion_Explode_primitive"] = NoPathExpansion,
        ["Routes_PathParameters_PathExpansion_Explode_record"] = NoPathExpansion,
        ["Routes_PathParameters_PathExpansion_Standard_array"] = NoPathExpansion,
        ["Routes_PathParameters_PathExpansion_Standard_primitive"] = NoPathExpansion,
        ["Routes_PathParameters_PathExpansion_Standard_record"] = NoPathExpansion,
        ["Routes_PathParameters_ReservedExpansion_annotation"] = LostReserved,
        ["Routes_PathParameters_ReservedExpansion_template"] = LostReserved,
        ["Routes_QueryParameters_QueryContinuation_Explode_array"] = LostOperation,
        ["Routes_QueryParameters_QueryContinuation_Explode_primitive"] = LostOperation,
        ["Routes_QueryParameters_QueryContinuation_Explode_record"] = LostOperation,
        ["Routes_QueryParameters_QueryContinuation_Standard_array"] = LostOperation,
        ["Routes_QueryParameters_QueryContinuation_Standard_primitive"] = LostOperation,
        ["Routes_QueryParameters_QueryContinuation_Standard_record"] = LostOperation,
    };
}
