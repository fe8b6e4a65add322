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

    /// <summary>A subprotocol is a token as well (RFC 6455, section 4.1). The message doesn't show it: it may be a secret.</summary>
    public static void CheckProtocol(string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAnyExcept(s_tokenCharacters))
        {
            throw new ArgumentException("The bearer token has characters that a subprotocol must not have: it can be sent in its header only.");
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
