using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Texts that stand for other values. Nothing is thrown: what tells cases of unions apart asks of many texts that have another form.</summary>
internal static class TextForms
{
    /// <summary>Whether a string can be read as a form.</summary>
    /// <param name="reader">The reader, on a string.</param>
    /// <param name="form">The form.</param>
    public static bool Has(Utf8JsonReader reader, JsonTextForm form) => TokenText.TryOf(ref reader, out ReadOnlySpan<byte> text) && form switch
    {
        JsonTextForm.Guid => TryGuid(text, out _),
        JsonTextForm.Uri => TryUri(Encoding.UTF8.GetString(text), out _),
        JsonTextForm.DateTimeOffset => Rfc3339.TryParse(text, out DateTimeOffset _),
        JsonTextForm.DateOnly => Rfc3339.TryParse(text, out DateOnly _),
        JsonTextForm.TimeOnly => Rfc3339.TryParse(text, out TimeOnly _),
        JsonTextForm.TimeSpan => IsoDuration.TryParse(text, out _),
        JsonTextForm.HttpDate => HttpDate.TryParse(Encoding.UTF8.GetString(text), out _),
        JsonTextForm.Bytes => Base64.IsValid(text),
        JsonTextForm.Base64Url => TryBase64Url(text, out _),
        JsonTextForm.Int32Text => TryNumber(text, NumberStyles.AllowLeadingSign, out int _),
        JsonTextForm.Int64Text => TryNumber(text, NumberStyles.AllowLeadingSign, out long _),
        JsonTextForm.UInt64Text => TryNumber(text, NumberStyles.None, out ulong _),
        JsonTextForm.SingleText => TryNumber(text, NumberStyles.Float, out float _),
        JsonTextForm.DoubleText => TryNumber(text, NumberStyles.Float, out double _),
        JsonTextForm.DecimalText => TryNumber(text, NumberStyles.Float, out decimal _),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    public static bool TryGuid(ReadOnlySpan<byte> text, out Guid value) => Utf8Parser.TryParse(text, out value, out int length, 'D') && length == text.Length;

    public static bool TryUri(string text, out Uri? value)
    {
        // Before .NET 10, "/pets/1" would become the absolute file:///pets/1 on Unix.
        UriKind kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return Uri.TryCreate(text, kind, out value);
    }

    public static bool TryBase64(ReadOnlySpan<byte> text, out byte[] value)
    {
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        bool isRead = Base64.DecodeFromUtf8(text, bytes, out _, out int length) == OperationStatus.Done;
        value = length == bytes.Length ? bytes : bytes[..length];
        return isRead;
    }

    public static bool TryBase64Url(ReadOnlySpan<byte> text, out byte[] value)
    {
        text = text.TrimEnd((byte)'=');
        byte[] padded = new byte[(text.Length + 3) / 4 * 4];
        text.CopyTo(padded);
        padded.AsSpan(text.Length).Fill((byte)'=');
        padded.AsSpan().Replace((byte)'-', (byte)'+');
        padded.AsSpan().Replace((byte)'_', (byte)'/');
        return TryBase64(padded, out value);
    }

    /// <summary>What has digits and is infinite was out of range.</summary>
    public static bool TryNumber<T>(ReadOnlySpan<byte> text, NumberStyles style, out T value)
        where T : struct, INumber<T> =>
        T.TryParse(text, style, CultureInfo.InvariantCulture, out value) && (T.IsFinite(value) || !text.ContainsAnyInRange((byte)'0', (byte)'9'));
}
