using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>A member's name in a JSON path. A name comes from the other side and ends in logs: it is cut, and shows no control, format or separator characters.</summary>
internal static class JsonPathName
{
    private const int MaxLength = 64;

    /// <summary>Appends <c>.name</c>, or <c>['a name']</c> where the short form does not do (RFC 9535, section 2.3.1).</summary>
    /// <param name="path">The path so far.</param>
    /// <param name="token">The name as it stands in the text, with its quotes.</param>
    public static void Append(StringBuilder path, ReadOnlySpan<byte> token)
    {
        string name = Decode(token);
        if (IsShort(name))
        {
            path.Append('.').Append(name);
            return;
        }

        path.Append("['");
        foreach (char character in name.AsSpan(0, Math.Min(name.Length, MaxLength)))
        {
            if (character is '\'' or '\\')
            {
                path.Append('\\').Append(character);
            }
            else if (IsPrintable(character))
            {
                path.Append(character);
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
        }

        path.Append(name.Length > MaxLength ? "…']" : "']");
    }

    private static string Decode(ReadOnlySpan<byte> token)
    {
        try
        {
            Utf8JsonReader reader = new(token);
            reader.Read();
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Not valid Unicode: shown as it stands, what is not UTF-8 replaced.
            return Encoding.UTF8.GetString(token[1..^1]);
        }
    }

    private static bool IsShort(string name)
    {
        if (name.Length is 0 or > MaxLength || char.IsAsciiDigit(name[0]))
        {
            return false;
        }

        foreach (char character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPrintable(char character) => char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
