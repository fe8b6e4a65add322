using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>Writes the head of a part, with the empty line that ends it. A header that the part was given stands instead of ours: none may be there twice.</summary>
internal static class MultipartHead
{
    /// <param name="part">The part.</param>
    /// <param name="isForm">Whether the body is <c>multipart/form-data</c>, whose parts have names (RFC 7578, section 4.2). Those of other bodies are known by their order and their media type (RFC 2046, section 5.1).</param>
    public static byte[] Of(MultipartPart part, bool isForm)
    {
        StringBuilder head = new();
        if (!IsGiven(part, "Content-Disposition"))
        {
            AppendDisposition(head, part, isForm);
        }

        if ((part.ContentType ?? (isForm ? null : "text/plain; charset=utf-8")) is { } contentType && !IsGiven(part, "Content-Type"))
        {
            // Parsed, so that nothing in it can end the line.
            StartLine(head).Append("Content-Type: ").Append(MediaTypeHeaderValue.Parse(contentType));
        }

        foreach ((string name, string value) in part.Headers ?? [])
        {
            HeaderField.CheckName(name, name);
            HeaderField.CheckValue(value, name);
            StartLine(head).Append(name).Append(": ").Append(value);
        }

        return Encoding.UTF8.GetBytes(StartLine(head).Append("\r\n").ToString());
    }

    private static bool IsGiven(MultipartPart part, string name) => part.Headers?.Any(header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase)) == true;

    private static StringBuilder StartLine(StringBuilder head) => head.Length == 0 ? head : head.Append("\r\n");

    private static void AppendDisposition(StringBuilder head, MultipartPart part, bool isForm)
    {
        if (isForm)
        {
            head.Append("Content-Disposition: form-data; name=\"").Append(Escape(part.Name)).Append('"');
            AppendFileName(head, part.FileName ?? (part.File is null ? null : part.Name));
        }
        else if (part.FileName is not null)
        {
            head.Append("Content-Disposition: attachment");
            AppendFileName(head, part.FileName);
        }
    }

    private static void AppendFileName(StringBuilder head, string? fileName)
    {
        if (fileName is not null)
        {
            head.Append("; filename=\"").Append(Escape(fileName)).Append('"');
        }
    }

    private static string Escape(string name) => name
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);
}
