using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>The file name in a <c>Content-Disposition</c> header (RFC 6266), made safe to be the name of a file.</summary>
internal static class ProposedFileName
{
    public static string? Read(string? header)
    {
        if (header is null || !ContentDispositionHeaderValue.TryParse(header, out ContentDispositionHeaderValue? disposition))
        {
            return null;
        }

        // filename* goes first (section 4.3): it has the characters that filename cannot have.
        string name = disposition.FileNameStar ?? Unquote(disposition.FileName ?? "");

        // Section 4.3: only the last segment counts, whatever separates it here or elsewhere; a colon ends a drive.
        string last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        string safe = string.Concat(last.Where(static c => !char.IsControl(c))).Trim();
        return safe is "" or "." or ".." ? null : safe;
    }

    /// <summary>The text of a quoted string, whose outer quotes the platform may have taken off. A backslash before anything but a quote is taken for a part of the name, as browsers do: services write paths.</summary>
    private static string Unquote(string text) =>
        (text is ['"', .., '"'] ? text[1..^1] : text).Replace("\\\"", "\"", StringComparison.Ordinal);
}
