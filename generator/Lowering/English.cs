namespace Dragoman.Generator.Lowering;

internal static class English
{
    /// <summary>The singular of a plural that is formed by rule; any other word as it is.</summary>
    public static string Singular(string word)
    {
        if (word.Length > 4 && Ends(word, "ies"))
        {
            return Without(word, 3) + "y";
        }

        // "statuses" is formed like "boxes"; "houses" and "causes" are not.
        bool isOfUs = word.Length > 4 && Ends(word, "uses") && !Ends(word, "ouses") && !Ends(word, "auses");
        if (isOfUs || Ends(word, "sses") || Ends(word, "shes") || Ends(word, "ches") || Ends(word, "xes"))
        {
            return Without(word, 2);
        }

        bool isPlural = word.Length > 2 && Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") && !Ends(word, "is");
        return isPlural ? Without(word, 1) : word;
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Without(string word, int count) => word.Substring(0, word.Length - count);
}
