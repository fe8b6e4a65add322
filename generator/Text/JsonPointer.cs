using System.Globalization;

namespace Dragoman.Generator.Text;

/// <summary>JSON pointers (RFC 6901), also as URI fragments with percent-encoding (section 6).</summary>
internal static class JsonPointer
{
    public static string Escape(string token) => token.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The tokens of a pointer, unescaped; null where the text is not a pointer.</summary>
    public static IReadOnlyList<string>? Parse(string pointer)
    {
        if (pointer.Length == 0)
        {
            return [];
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        List<string> tokens = [];
        foreach (string token in pointer.Substring(1).Split('/'))
        {
            for (int tilde = token.IndexOf('~'); tilde >= 0; tilde = token.IndexOf('~', tilde + 1))
            {
                if (tilde + 1 == token.Length || token[tilde + 1] is not ('0' or '1'))
                {
                    return null;
                }
            }

            tokens.Add(token.Replace("~1", "/").Replace("~0", "~"));
        }

        return tokens;
    }

    /// <summary>The value that a pointer names below a node; null where there is none.</summary>
    public static Node? Resolve(Node root, string pointer)
    {
        if (Parse(pointer) is not { } tokens)
        {
            return null;
        }

        Node? node = root;
        foreach (string token in tokens)
        {
            node = node switch
            {
                MappingNode mapping => mapping[token],
                SequenceNode sequence when IsIndex(token, out int index) && index < sequence.Items.Count => sequence.Items[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Section 4: digits without a leading zero.</summary>
    private static bool IsIndex(string token, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');
}
