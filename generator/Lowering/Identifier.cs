using System.Globalization;
using System.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Makes C# names of texts: only ASCII letters and digits, in words, so that nothing a document says can end a name early.</summary>
internal static class Identifier
{
    /// <summary>The compiler refuses names of more than about a thousand characters (CS7013), also where they are combined.</summary>
    private const int MaxLength = 200;

    public static string Pascal(string text, string fallback = "Value") => Join(Words(text), fallback);

    public static string Camel(string text, string fallback = "value") => LowerFirst(Join(Words(text), fallback));

    public static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>Joins words to a name in Pascal case.</summary>
    public static string Join(IReadOnlyList<string> words, string fallback = "Value")
    {
        StringBuilder name = new();
        foreach (string word in words)
        {
            // Digits that would run together (1.10 and 11.0) stay apart.
            if (name.Length > 0 && char.IsDigit(name[name.Length - 1]) && char.IsDigit(word[0]))
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1));
        }

        if (name.Length == 0)
        {
            return fallback;
        }

        if (char.IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return Limit(name.ToString());
    }

    /// <summary>Appends a name, less the words at its begin with which the prefix ends: <c>ItemTax</c> and <c>TaxParam</c> are <c>ItemTaxParam</c>.</summary>
    public static string Append(string prefix, string name)
    {
        int repeated = Enumerable.Range(1, Math.Min(prefix.Length, name.Length - 1))
            .LastOrDefault(length => IsUpper(name[length]) && prefix.EndsWith(name.Substring(0, length), StringComparison.Ordinal));
        return prefix + name.Substring(repeated);
    }

    /// <summary>A name as the compiler takes it; names of nested types grow with every level.</summary>
    public static string Limit(string name) => name.Length > MaxLength ? name.Substring(0, MaxLength) : name;

    /// <summary>
    /// The words of a text: split where letters and digits end and where a small letter meets a capital. A word all in capitals is
    /// taken for an ordinary word (<c>AGENT_NOT_FOUND</c>, <c>modelURL</c>, <c>userIDs</c>); letters beyond ASCII lose their accents or become their code.
    /// </summary>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        string ascii = ToAscii(text);
        for (int i = 0; i < ascii.Length; i++)
        {
            char c = ascii[i];
            if (!IsLetterOrDigit(c))
            {
                End();
                continue;
            }

            bool afterSmall = i > 0 && IsUpper(c) && (IsLower(ascii[i - 1]) || char.IsDigit(ascii[i - 1]));
            bool beforeSmall = i > 0 && i + 1 < ascii.Length && IsUpper(c) && IsUpper(ascii[i - 1]) && IsLower(ascii[i + 1]) && !IsPlural(ascii, i + 1);
            if (afterSmall || beforeSmall)
            {
                End();
            }

            word.Append(c);
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                string ended = word.ToString();
                words.Add(ended.Any(IsLower) && !(ended.Length > 2 && IsPlural(ended, ended.Length - 1)) ? ended : ended.ToLowerInvariant());
                word.Clear();
            }
        }
    }

    /// <summary>True for the s at the end of capitals: <c>userIDs</c>.</summary>
    private static bool IsPlural(string text, int index) =>
        text[index] == 's' && IsUpper(text[index - 1]) && IsUpper(text[index - 2]) && (index + 1 == text.Length || !IsLower(text[index + 1]));

    private static string ToAscii(string text)
    {
        if (text.All(c => c < 128))
        {
            return text;
        }

        StringBuilder ascii = new();
        foreach (char c in new string(text.Select(Normalizable).ToArray()).Normalize(NormalizationForm.FormD))
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (c < 128)
            {
                ascii.Append(c);
            }
            else if (char.IsLetterOrDigit(c))
            {
                ascii.Append(" U").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else if (category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                ascii.Append(' ');
            }
        }

        return ascii.ToString();
    }

    /// <summary>What ends a word anyway, and what string.Normalize throws on: half of a surrogate pair, and the non-characters.</summary>
    private static char Normalizable(char c) => char.IsSurrogate(c) || c >= '\ufffe' ? ' ' : c;

    private static bool IsLetterOrDigit(char c) => IsUpper(c) || IsLower(c) || c is >= '0' and <= '9';

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';
}
