using System.Globalization;

namespace Dragoman.Generator.Lowering;

/// <summary>What the cases of a result are called: as .NET calls the statuses (RFC 9110, sections 15.3 and 15.4).</summary>
internal static class SuccessNames
{
    public static string Of(int from, int to) => (from, to) switch
    {
        (200, 200) => "Ok",
        (201, 201) => "Created",
        (202, 202) => "Accepted",
        (203, 203) => "NonAuthoritativeInformation",
        (204, 204) => "NoContent",
        (205, 205) => "ResetContent",
        (206, 206) => "PartialContent",
        (207, 207) => "MultiStatus",
        (208, 208) => "AlreadyReported",
        (226, 226) => "IMUsed",
        (300, 300) => "MultipleChoices",
        (301, 301) => "MovedPermanently",
        (302, 302) => "Found",
        (303, 303) => "SeeOther",
        (304, 304) => "NotModified",
        (307, 307) => "TemporaryRedirect",
        (308, 308) => "PermanentRedirect",
        (200, 299) => "Success",
        (300, 399) => "Redirect",
        _ => "Status" + from.ToString(CultureInfo.InvariantCulture),
    };
}
