namespace Dragoman.Generator.Catalog;

/// <summary>The address of a page about errors, in which <c>{code}</c> stands for the code.</summary>
internal static class DocsUrl
{
    private const string CodePlaceholder = "{code}";

    /// <summary>What RFC 3986 (section 2) lets stand in a URI besides letters and digits.</summary>
    private const string Marks = "-._~:/?#[]@!$&'()*+,;=%";

    /// <summary>True for absolute http and https URLs: the text ends up in documentation and on exceptions, where people follow it.</summary>
    public static bool IsValid(string text)
    {
        string sample = text.Replace(CodePlaceholder, "CODE");
        return sample.All(IsUriCharacter)
            && Uri.TryCreate(sample, UriKind.Absolute, out Uri? url)
            && url.Scheme is "http" or "https"
            && url.Host.Length > 0;
    }

    /// <summary>The page about one code; <paramref name="code"/> is null for a failure without one, about which a page by code says nothing.</summary>
    public static string? For(string? template, string? code) =>
        code is not null ? template?.Replace(CodePlaceholder, Uri.EscapeDataString(code))
        : template?.Contains(CodePlaceholder) == true ? null
        : template;

    private static bool IsUriCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || Marks.IndexOf(c) >= 0;
}
