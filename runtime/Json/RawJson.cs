using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Dragoman;

/// <summary>A JSON value that is kept as it is. Two are equal where their texts are, spaces and the order of members included.</summary>
/// <param name="element">The value.</param>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor and Element are the named alternatives.")]
public readonly struct RawJson(JsonElement element) : IEquatable<RawJson>
{
    /// <summary>The value; without a kind in the <see langword="default"/>, which holds none.</summary>
    public JsonElement Element { get; } = element;

    /// <summary>Keeps a value as it is.</summary>
    /// <param name="element">The value.</param>
    public static implicit operator RawJson(JsonElement element) => new(element);

    /// <summary>Gives the value.</summary>
    /// <param name="json">What keeps it.</param>
    public static implicit operator JsonElement(RawJson json) => json.Element;

    /// <summary>Whether two values have the same text.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>Whether two values have different texts.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another value.</param>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);

    /// <summary>Whether both have the same text, or neither holds a value.</summary>
    /// <param name="other">Another value.</param>
    /// <returns><see langword="true"/> where the texts are equal, compared ordinally.</returns>
    public bool Equals(RawJson other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The value as a text.</summary>
    /// <returns>The JSON; of a string what it says.</returns>
    public override string ToString() => Element.ToString();

    private string Text => Element.ValueKind == JsonValueKind.Undefined ? "" : Element.GetRawText();
}
