using System.Buffers;

namespace Dragoman;

/// <summary>Guards header fields: a line break or NUL in one would end it and begin another (RFC 9110, section 5.5).</summary>
internal static class HeaderField
{
    private static readonly SearchValues<char> s_tokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void CheckName(string name, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(name, parameterName);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(s_tokenCharacters))
        {
            throw new ArgumentException("A header's name must be a token (RFC 9110, section 5.6.2).", parameterName);
        }
    }

    /// <summary>The message doesn't show the value: it may be a secret.</summary>
    public static void CheckValue(string value, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(value, parameterName);
        if (!CanSend(value))
        {
            throw new ArgumentException("A header's value must be of visible ASCII characters, spaces and tabs.", parameterName);
        }
    }

    public static bool CanSend(string value)
    {
        foreach (char c in value)
        {
            if (c is not '\t' and (< ' ' or > '~'))
            {
                return false;
            }
        }

        return true;
    }
}
