namespace Dragoman.Generator.Catalog;

/// <summary>The words of <c>retry</c> and <c>recovery</c> that no policy may have as its name.</summary>
internal static class RetryWords
{
    public static IReadOnlyList<string> All { get; } = ["never", "poll", "wait", "change"];

    public static RetryKind? KindOf(string text) => text switch
    {
        "never" => RetryKind.Never,
        "poll" => RetryKind.Poll,
        "wait" => RetryKind.Wait,
        "change" => RetryKind.ChangeRequest,
        _ => null,
    };
}
