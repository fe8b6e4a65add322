using System.Text;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>What is wrong with a video. Its size is real; the rest a word says, in its file name or where its bytes begin.</summary>
internal static class Media
{
    public const int MinSegmentBytes = 10 * 1024;
    public const int MaxSegmentBytes = 32 * 1024 * 1024;

    private static readonly string[] s_extensions = [".mp4", ".avi", ".mov", ".mkv", ".webm", ".ts", ".m2ts"];

    private static readonly Dictionary<string, string> s_byWord = new()
    {
        ["too-long"] = "ih4004",
        ["empty"] = "ih5001",
        ["corrupt"] = "ih5002",
        ["codec"] = "ih5003",
        ["malformed"] = "ih5004",
        ["rejected"] = "ih5007",
    };

    public static bool IsSupported(string fileName) => s_extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <summary>The id of what is wrong with a video or a segment of one; null for nothing.</summary>
    public static string? ErrorIn(string fileName, ReadOnlySpan<byte> content) => content.Length switch
    {
        0 => "ih5001",
        < MinSegmentBytes => "ih5006",
        > MaxSegmentBytes => "ih5005",
        _ => Said(fileName) ?? Said(Encoding.Latin1.GetString(content[..16])),
    };

    private static string? Said(string text) =>
        s_byWord.FirstOrDefault(word => text.Contains(word.Key, StringComparison.OrdinalIgnoreCase)).Value;
}
