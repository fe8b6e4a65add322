namespace Dragoman;

/// <summary>A part of a form: its head, and either bytes or a file.</summary>
internal sealed class MultipartPart
{
    public MultipartPart(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> bytes)
    {
        Head = head;
        Bytes = bytes;
    }

    public MultipartPart(ReadOnlyMemory<byte> head, FileBody file)
    {
        Head = head;
        File = file;
    }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    public FileBody? File { get; }

    public long? Length => File is null ? Head.Length + Bytes.Length : Head.Length + File.File.Length;
}
