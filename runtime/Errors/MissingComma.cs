using System.Text.Json;

namespace Dragoman;

/// <summary>Mends the commonest fault of error bodies that are written by hand: two members without a comma between them.</summary>
internal static class MissingComma
{
    /// <summary>Bounds the work; each comma costs one pass over the body.</summary>
    private const int MostCommas = 16;

    /// <summary>Inserts the missing commas up to the first fault of another kind.</summary>
    /// <returns>The text with them, or <see langword="null"/> if none is missing.</returns>
    public static byte[]? Insert(ReadOnlySpan<byte> json)
    {
        byte[]? mended = null;
        for (int i = 0; i < MostCommas && FirstGap(mended ?? json) is { } gap; i++)
        {
            ReadOnlySpan<byte> text = mended ?? json;
            mended = [.. text[..gap], (byte)',', .. text[gap..]];
        }

        return mended;
    }

    /// <summary>Where a value is followed by another one.</summary>
    private static int? FirstGap(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        int end = 0;
        bool isAfterValue = false;
        try
        {
            while (reader.Read())
            {
                end = (int)reader.BytesConsumed;
                isAfterValue = reader.CurrentDepth > 0
                    && reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray);
            }

            return null;
        }
        catch (JsonException)
        {
            // A value cannot be followed by another one for any other reason than that the comma is missing.
            return isAfterValue && json[end..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'{' or (byte)'[', ..] ? end : null;
        }
    }
}
