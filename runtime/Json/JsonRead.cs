using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

/// <summary>
/// What generated readers are made of. Each method is called with the reader on a value's first token and leaves it on the
/// value's last token, as a <see cref="System.Text.Json.Serialization.JsonConverter{T}"/> does.
/// </summary>
/// <remarks>A value of another kind or form is a <see cref="JsonException"/> that names what was expected and the kind that was found, never the value.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonRead
{
    /// <summary>Checks that an object begins here.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <exception cref="JsonException">The value is not an object.</exception>
    internal static void StartObject(this ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFailure.WrongKind("an object", reader.TokenType);
        }
    }

    /// <summary>Moves from the object's start, or from the last token of a member's value, to the next member's name.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns><see langword="true"/> on a member's name; <see langword="false"/> on the object's end.</returns>
    /// <exception cref="JsonException">The text is not valid JSON, or ends here.</exception>
    internal static bool NextMember(this ref Utf8JsonReader reader)
    {
        reader.Advance();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the current member has this name (ordinal, after unescaping); if so, moves on to its value.</summary>
    /// <param name="reader">The reader, on a member's name.</param>
    /// <param name="utf8Name">The name, unescaped, as UTF-8.</param>
    /// <returns><see langword="true"/>: the reader is on the value's first token; <see langword="false"/>: it is still on the name.</returns>
    /// <exception cref="JsonException">The text is not valid JSON, or ends after the name.</exception>
    internal static bool IsMember(this ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Name)
    {
        if (!(reader.ValueIsEscaped ? EscapedNameEquals(ref reader, utf8Name) : reader.ValueTextEquals(utf8Name)))
        {
            return false;
        }

        reader.Advance();
        return true;
    }

    /// <summary>Moves from a member's name over its whole value.</summary>
    /// <param name="reader">The reader, on a member's name.</param>
    /// <exception cref="JsonException">The text is not valid JSON, or ends within the value.</exception>
    internal static void SkipMember(this ref Utf8JsonReader reader)
    {
        reader.Advance();
        reader.SkipValue();
    }

    /// <summary>Moves from a value's first token to its last.</summary>
    internal static void SkipValue(this ref Utf8JsonReader reader)
    {
        // Not Skip: it refuses readers of a first block even where the value is complete.
        if (!reader.TrySkip())
        {
            throw JsonFailure.Incomplete();
        }
    }

    internal static void Advance(this ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw JsonFailure.Incomplete();
        }
    }

    private static bool EscapedNameEquals(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8Name)
    {
        try
        {
            return reader.ValueTextEquals(utf8Name);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate has no UTF-8: the name is none that a document can declare.
            return false;
        }
    }
}
