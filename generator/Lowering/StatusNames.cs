using System.Globalization;

namespace Dragoman.Generator.Lowering;

/// <summary>What the exceptions of statuses are called where the catalog does not say: the names that users of other API clients know.</summary>
internal static class StatusNames
{
    public static string Of(int from, int to) => (from, to) switch
    {
        (400, 499) => "ClientError",
        (500, 599) => "Server",
        (400, 400) => "BadRequest",
        (401, 401) => "Authentication",
        (402, 402) => "PaymentRequired",
        (403, 403) => "PermissionDenied",
        (404, 404) => "NotFound",
        (405, 405) => "MethodNotAllowed",
        (406, 406) => "NotAcceptable",
        (408, 408) => "RequestTimeout",
        (409, 409) => "Conflict",
        (410, 410) => "Gone",
        (412, 412) => "PreconditionFailed",
        (413, 413) => "ContentTooLarge",
        (415, 415) => "UnsupportedMediaType",
        (422, 422) => "UnprocessableContent",
        (423, 423) => "Locked",
        (424, 424) => "FailedDependency",
        (428, 428) => "PreconditionRequired",
        (429, 429) => "RateLimit",
        (500, 500) => "InternalServer",
        (501, 501) => "NotImplemented",
        (502, 502) => "BadGateway",
        (503, 503) => "ServiceUnavailable",
        (504, 504) => "GatewayTimeout",
        _ when from == to => "Status" + from.ToString(CultureInfo.InvariantCulture),
        _ => "Status" + (from / 100).ToString(CultureInfo.InvariantCulture) + "XX",
    };
}
