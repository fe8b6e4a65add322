namespace Dragoman.Generator.Normalize;

/// <summary>The keys of OpenAPI's Responses Object: a status code, a range such as <c>4XX</c>, or <c>default</c>.</summary>
internal static class StatusKey
{
    public static bool IsValid(string key) => key == "default" || TryParse(key, out _, out _);

    /// <summary>The first and the last status that a code or a range stands for; false for <c>default</c> and for anything else.</summary>
    public static bool TryParse(string key, out int from, out int to)
    {
        from = to = 0;
        if (key.Length != 3 || key[0] is < '1' or > '5')
        {
            return false;
        }

        int hundreds = (key[0] - '0') * 100;
        if (key.Substring(1) is "XX" or "xx")
        {
            (from, to) = (hundreds, hundreds + 99);
            return true;
        }

        if (key[1] is < '0' or > '9' || key[2] is < '0' or > '9')
        {
            return false;
        }

        from = to = hundreds + ((key[1] - '0') * 10) + (key[2] - '0');
        return true;
    }
}
