using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>The parts of a <c>multipart/form-data</c> body (RFC 7578), in the order in which they are added.</summary>
/// <remarks>Filled by generated code. Texts are UTF-8; names are quoted and escaped as browsers do (WHATWG HTML, multipart/form-data encoding algorithm).</remarks>
public sealed class MultipartForm
{
    internal MultipartForm()
    {
    }

    internal List<MultipartPart> Parts { get; } = [];

    /// <summary>Adds a text.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">The text, or <see langword="null"/> to leave it out.</param>
    /// <param name="contentType">Its media type, or <see langword="null"/> for plain text, which is not said.</param>
    public void Text(string name, string? value, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
        {
            Parts.Add(new(Head(name, null, contentType), Encoding.UTF8.GetBytes(value)));
        }
    }

    /// <summary>Adds a JSON value. It is written at once; later changes to it have no effect.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="contentType">Its media type.</param>
    public void Json<T>(string name, T value, JsonWriteValue<T> write, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(contentType);
        Parts.Add(new(Head(name, null, contentType), JsonPayload.Write(value, write)));
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The field.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentType">The media type of a file that names none.</param>
    /// <param name="minLength">The fewest bytes allowed.</param>
    /// <param name="maxLength">The most bytes allowed.</param>
    /// <exception cref="ArgumentException">The file is known to be too small or too large. If its length is not known, sending it throws the same.</exception>
    public void File(string name, FileUpload file, string contentType = "application/octet-stream", long minLength = 0, long maxLength = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(file, name);
        ArgumentNullException.ThrowIfNull(contentType);
        Parts.Add(new(Head(name, file.FileName ?? name, file.ContentType ?? contentType), new FileBody(name, file, minLength, maxLength)));
    }

    private static byte[] Head(string name, string? fileName, string? contentType)
    {
        StringBuilder head = new();
        head.Append("Content-Disposition: form-data; name=\"").Append(Escape(name)).Append('"');
        if (fileName is not null)
        {
            head.Append("; filename=\"").Append(Escape(fileName)).Append('"');
        }

        if (contentType is not null)
        {
            // Parsed, so that nothing in it can end the line.
            head.Append("\r\nContent-Type: ").Append(MediaTypeHeaderValue.Parse(contentType));
        }

        return Encoding.UTF8.GetBytes(head.Append("\r\n\r\n").ToString());
    }

    private static string Escape(string name) => name
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\"", "%22", StringComparison.Ordinal);
}
