using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes a member that holds a string; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="String(Utf8JsonWriter, string)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void String(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value, bool writeNull = false)
    {
        if (value is not null || writeNull)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a member that holds a boolean; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="Boolean(Utf8JsonWriter, bool)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Boolean(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WriteBoolean(name, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds a 32-bit integer; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="Int32(Utf8JsonWriter, int)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Int32(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds a 64-bit integer; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="Int64(Utf8JsonWriter, long)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Int64(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds a double-precision number; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="Double(Utf8JsonWriter, double)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Double(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, double? value, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WriteNumber(name, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds a URI; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="Uri(Utf8JsonWriter, Uri)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Uri(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Uri? value, bool writeNull = false)
    {
        if (value is not null || writeNull)
        {
            writer.WriteString(name, value?.OriginalString);
        }
    }

    /// <summary>Writes a member that holds an instant; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="DateTimeOffset(Utf8JsonWriter, DateTimeOffset)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DateTimeOffset(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WriteString(name, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds any value; leaves it out where it is <see langword="null"/>.</summary>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value, see <see cref="Element(Utf8JsonWriter, JsonElement)"/>.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Element(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.GetValueOrDefault().WriteTo(writer);
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }
}
