namespace Dragoman;

/// <summary>The UTF-8 byte order mark. RFC 8259, section 8.1, lets a reader ignore it; the platform's reader refuses it.</summary>
internal static class Utf8Bom
{
    public static int Length(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? 3 : 0;

    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> text) => text[Length(text)..];
}
