namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Secrets that are recognized wherever they appear, one for each way in which a secret is sent.</summary>
internal static class Canaries
{
    public const string VaultKey = "c4nary/vault+key=1";
    public const string AccessKey = "c4nary access&key";
    public const string Session = "c4nary-session";
    public const string Token = "c4nary.token~1";
    public const string ShareToken = "c4nary+share/token";
    public const string OwnerSecret = "c4nary \"owner\" secret";
    public const string Pin = "c4nary \"pin\" \\ é";
    public const string OwnKey = "c4nary-own-key";
    public const string OwnCookie = "c4nary-own-cookie";

    /// <summary>Asserts that a text shows none of them, in whatever form.</summary>
    public static void AssertHidden(string text, string place)
    {
        // Percent-encoded once or twice, or with JSON escapes.
        string plain = Uri.UnescapeDataString(Uri.UnescapeDataString(text)).Replace("\\\\u", "\\u", StringComparison.Ordinal).Replace("\\u0063", "c", StringComparison.OrdinalIgnoreCase);
        Assert.False(plain.Contains("c4nary", StringComparison.OrdinalIgnoreCase), $"{place} shows a secret: {text}");
    }
}
