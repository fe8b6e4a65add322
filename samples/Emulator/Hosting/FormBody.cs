using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>A multipart body (RFC 7578), part by part.</summary>
internal sealed class FormBody(IReadOnlyList<FormPart> parts)
{
    public static async Task<FormBody?> TryReadAsync(string? contentType, byte[] content)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), new MemoryStream(content));
            List<FormPart> parts = [];
            while (await reader.ReadNextSectionAsync().ConfigureAwait(false) is { } section)
            {
                parts.Add(await ReadAsync(section).ConfigureAwait(false));
            }

            return new FormBody(parts);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException)
        {
            // A body that breaks off, or has no boundary, is no form.
            return null;
        }
    }

    /// <summary>The first part of a field; null when there is none.</summary>
    public FormPart? Find(string name) => parts.FirstOrDefault(part => part.Name == name);

    private static async Task<FormPart> ReadAsync(MultipartSection section)
    {
        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content).ConfigureAwait(false);
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
        {
            throw new InvalidDataException("A part has no Content-Disposition.");
        }

        string? fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : Unquoted(disposition.FileName);
        return new FormPart(Unquoted(disposition.Name) ?? "", fileName, section.ContentType ?? "", content.ToArray());
    }

    private static string? Unquoted(Microsoft.Extensions.Primitives.StringSegment value) =>
        value.HasValue ? HeaderUtilities.UnescapeAsQuotedString(value).ToString() : null;
}
