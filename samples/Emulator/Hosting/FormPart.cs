using System.Text;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>A part of a multipart body.</summary>
/// <param name="Name">The field.</param>
/// <param name="FileName">The file's name; null for a part that is no file.</param>
/// <param name="ContentType">Its media type; empty for none.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record FormPart(string Name, string? FileName, string ContentType, byte[] Content)
{
    public string Text => Encoding.UTF8.GetString(Content);
}
