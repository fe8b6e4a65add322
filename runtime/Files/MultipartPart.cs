namespace Dragoman;

/// <summary>A part of a multipart body: what its head says, and either bytes or a file.</summary>
/// <param name="Name">The field of a form; other multipart bodies do not name their parts.</param>
/// <param name="FileName">The name of a file.</param>
/// <param name="ContentType">The media type, or <see langword="null"/> for plain text.</param>
/// <param name="Headers">Further headers of the part.</param>
internal sealed record MultipartPart(string Name, string? FileName, string? ContentType, IEnumerable<KeyValuePair<string, string>>? Headers)
{
    public ReadOnlyMemory<byte> Bytes { get; init; }

    public FileBody? File { get; init; }

    public long? Length => File is null ? Bytes.Length : File.File.Length;
}
