using System.Net;

namespace Dragoman;

/// <summary>A status in messages.</summary>
internal static class HttpStatus
{
    public static bool IsSuccess(int status) => status is >= 200 and <= 299;

    /// <summary>For example <c>502 (Bad Gateway)</c>; the words are the standard's, not the response's, which are the server's to choose.</summary>
    public static string Describe(int status)
    {
        // The only place where the platform shows its table.
        using HttpResponseMessage message = new((HttpStatusCode)status);
        return string.IsNullOrEmpty(message.ReasonPhrase) ? $"{status}" : $"{status} ({message.ReasonPhrase})";
    }
}
