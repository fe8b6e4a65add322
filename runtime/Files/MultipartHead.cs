using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>Writes the head of a part, with the empty line that ends it. A header that the part was given stands instead of ours: none may be there twice.</summary>
internal static class MultipartHead
{
    private const string Text = "text/plain; charset=utf-8";

    /// <param name="part">The part.</param>
    /// <param name="isForm">Whether the body is <c>multipart/form-data</c>, whose parts have names (RFC 7578, section 4.2). Those of other bodies are known by their order and their media type (RFC 2046, section 5.1).</param>
    public static byte[] Of(MultipartPart part, bool isForm)
    {
        StringBuilder head = new();
        if (!IsGiven(part, "Content-Disposition"))
        {
            AppendDisposition(head, part, isForm);
        }

        if ((part.ContentType ?? (isForm ? null : Text)) is { } contentType && !IsGiven(part, "Content-Type"))
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

    /// <summary>The media type that the head of a part without a form says, without parameters.</summary>
    public static string? TypeOf(MultipartPart part)
    {
        string type = part.Headers?.FirstOrDefault(static header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? part.ContentType ?? Text;
        return MediaTypeHeaderValue.TryParse(type, out MediaTypeHeaderValue? parsed) ? parsed.MediaType : null;
    }

    private static bool IsGiven(MultipartPart part, string name) => part.Headers?.Any(header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase)) == true;

    private static StringBuilder StartLine(StringBuilder head) => head.Length == 0 ? head : head.Append("\r\n");

    private static void AppendDisposition(StringBuilder head, MultipartPart part, bool isForm)
    {
        if (isForm)
        {
            head.Append("Content-Disposition: form-data; name=\"").Append(Escape(part.Name)).Append('"');
            if ((part.FileName ?? (part.File is null ? null : part.Name)) is { } fileName)
            {
                head.Append("; filename=\"").Append(Escape(fileName)).Append('"');
            }
        }
        else if (part.FileName is not null)
        {
            head.Append("Content-Disposition: attachment");
            AppendFileName(head, part.FileName);
        }
    }

    /// <summary>A name that cannot be quoted as it is stands there twice: exactly, and for those who do not read that, roughly (RFC 6266, section 4.3, and RFC 8187). Forms have no such thing (RFC 7578, section 4.2).</summary>
    private static void AppendFileName(StringBuilder head, string fileName)
    {
        string rough = string.Concat(fileName.Select(static letter => IsQuotable(letter) ? letter : '_'));
        head.Append("; filename=\"").Append(rough).Append('"');
        if (rough != fileName)
        {
            head.Append("; filename*=UTF-8''").Append(Uri.EscapeDataString(fileName));
        }
    }

    private static bool IsQuotable(char letter) => letter is >= ' ' and <= '~' and not ('"' or '\\');

    private static string Escape(string name) => name
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);
}
