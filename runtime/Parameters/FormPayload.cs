using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>A request's form, written once and sent with every try.</summary>
internal sealed class FormPayload : RequestPayload
{
    private readonly JsonElement _value;
    private readonly byte[] _text;

    private FormPayload(JsonElement value, string text)
    {
        _value = value;
        _text = Encoding.UTF8.GetBytes(text);
    }

    public override MediaTypeHeaderValue MediaType { get; } = new("application/x-www-form-urlencoded");

    /// <summary>What the form was written from.</summary>
    public ReadOnlySpan<byte> Json => Encoding.UTF8.GetBytes(_value.GetRawText());

    public override long? Length => _text.Length;

    public static FormPayload Of(JsonElement value, ParameterStyle? style, FieldEncoding[] fields) => new(
        value,
        value.ValueKind == JsonValueKind.Object
            ? FormFields.Text(FormFields.Of(value, style, fields, PercentText.EscapeForm), PercentText.EscapeForm)
            : ParameterValue.Text(value) ?? "");

    public override ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken) => writer.WriteAsync(_text, cancellationToken);
}
