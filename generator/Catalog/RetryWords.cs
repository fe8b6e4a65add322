namespace Dragoman.Generator.Catalog;

/// <summary>The words of <c>retry</c> and <c>recovery</c> that no policy may have as its name.</summary>
internal static class RetryWords
{
    private static readonly (string Text, RetryKind Kind)[] s_words =
    [
        ("never", RetryKind.Never),
        ("poll", RetryKind.Poll),
        ("wait", RetryKind.Wait),
        ("change", RetryKind.ChangeRequest),
        ("nothing", RetryKind.Nothing),
        ("authenticate", RetryKind.Authenticate),
        ("restart", RetryKind.Restart),
        ("reconnect", RetryKind.Reconnect),
        ("prepare", RetryKind.Prepare),
        ("advisory", RetryKind.Advisory),
    ];

    public static IReadOnlyList<string> All { get; } = s_words.Select(word => word.Text).ToList();

    public static RetryKind? KindOf(string text) => s_words.Where(word => word.Text == text).Select(word => (RetryKind?)word.Kind).FirstOrDefault();
}
