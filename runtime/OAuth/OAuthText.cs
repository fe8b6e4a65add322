using System.Text.Json;

namespace Dragoman;

/// <summary>Reads members of an authorization server's answers, some of which servers write as texts or as numbers.</summary>
internal static class OAuthText
{
    /// <summary>The text of a member; null where there is none.</summary>
    public static string? Of(JsonElement answer, string member) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(member, out JsonElement value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
