using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>Signals made from a video's bytes: the same bytes have the same signals.</summary>
internal static class Signals
{
    private static readonly string[] s_types =
    [
        "agreement", "confidence", "confusion", "disagreement", "disengagement", "engagement",
        "frustration", "hesitation", "interest", "skepticism", "stress", "uncertainty",
    ];

    public static JsonArray Of(ReadOnlySpan<byte> content)
    {
        int sum = 0;
        foreach (byte value in content)
        {
            sum = unchecked((sum * 31) + value) & 0xFFFF;
        }

        return new JsonArray([.. Enumerable.Range(0, 1 + (sum % 3)).Select(i => Signal(sum, i))]);
    }

    private static JsonNode Signal(int sum, int i) => new JsonObject
    {
        ["type"] = s_types[(sum + (i * 5)) % s_types.Length],
        ["start"] = i * 2.5,
        ["end"] = (i * 2.5) + 1.5,
    };
}
