using System.Text;

namespace Dragoman;

/// <summary>The parts of a multipart body, in the order in which they are added: the fields of a form (<c>multipart/form-data</c>, RFC 7578), or parts without names (RFC 2046, section 5.1).</summary>
/// <remarks>Filled by generated code, or by the caller where the API's description does not name the parts. Texts are UTF-8; names are quoted and escaped as browsers do (WHATWG HTML, multipart/form-data encoding algorithm), and not sent but in forms.</remarks>
public sealed class MultipartForm
{
    internal List<MultipartPart> Parts { get; } = [];

    /// <summary>Adds a text.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">The text, or <see langword="null"/> to leave it out.</param>
    /// <param name="contentType">Its media type, or <see langword="null"/> for plain text, which a form does not say.</param>
    /// <param name="headers">Further headers of the part.</param>
    public void Text(string name, string? value, string? contentType = null, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
        {
            Parts.Add(new(name, null, contentType, headers) { Bytes = Encoding.UTF8.GetBytes(value) });
        }
    }

    /// <summary>Adds a JSON value. It is written at once; later changes to it have no effect.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="headers">Further headers of the part.</param>
    public void Json<T>(string name, T value, JsonWriteValue<T> write, string contentType = "application/json", IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(contentType);
        Parts.Add(new(name, null, contentType, headers) { Bytes = JsonPayload.Write(value, write) });
    }

    /// <summary>Adds a value that decides itself how it is sent (OpenAPI 3.1, section 4.8.15.1): an object is JSON, a list is a part for each item, and anything else a text. Null is left out.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value. It is written at once; later changes to it have no effect.</param>
    /// <param name="headers">Further headers of the part.</param>
    public void Value<T>(string name, T value, JsonWriteValue<T> write, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(write);
        JsonParts.Add(this, name, ParameterValue.Of(value, write), headers);
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The field.</param>
    /// <param name="file">The file. Its <see cref="FileUpload.Headers"/> come before <paramref name="headers"/> of the same name.</param>
    /// <param name="contentType">The media type of a file that names none.</param>
    /// <param name="minLength">The fewest bytes allowed.</param>
    /// <param name="maxLength">The most bytes allowed.</param>
    /// <param name="headers">Further headers of the part.</param>
    /// <exception cref="ArgumentException">The file is known to be too small or too large. If its length is not known, sending it throws the same.</exception>
    public void File(string name, FileUpload file, string contentType = "application/octet-stream", long minLength = 0, long maxLength = long.MaxValue, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(file, name);
        ArgumentNullException.ThrowIfNull(contentType);
        IEnumerable<KeyValuePair<string, string>> described = (headers ?? []).Where(header => !file.Headers.ContainsKey(header.Key));
        Parts.Add(new(name, file.FileName, file.ContentType ?? contentType, [.. file.Headers, .. described]) { File = new FileBody(name, file, minLength, maxLength) });
    }
}
