using System.Net.Http.Headers;
using System.Text.Json;

namespace Dragoman;

/// <summary>Takes credentials out of texts: services and proxies echo requests in their errors.</summary>
internal sealed class SecretMask
{
    private const string Mask = "***";

    private static readonly JsonElement s_maskElement = JsonDocument.Parse($"\"{Mask}\"").RootElement;

    /// <summary>Every form of every secret, the longest first, so that one that contains another is taken out whole.</summary>
    private readonly string[] _forms;

    public SecretMask(IEnumerable<string> secrets)
    {
        _forms = [.. secrets.SelectMany(Forms).Where(static form => form.Length > 0).Distinct().OrderByDescending(static form => form.Length)];
    }

    /// <summary>The mask of a request that was sent: the client's credentials and what its headers add to them.</summary>
    public static SecretMask Of(IEnumerable<ApiCredential> credentials, HttpRequestHeaders sent) =>
        new(credentials.SelectMany(static credential => credential.Secrets).Concat(SensitiveHeader.Secrets(sent)));

    /// <summary>The text without secrets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether the text may end within a secret.</param>
    public string? Apply(string? text, bool isCut = false)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        foreach (string form in _forms)
        {
            text = text.Replace(form, Mask, StringComparison.Ordinal);
        }

        return isCut ? WithoutCutSecret(text) : text;
    }

    /// <summary>The element, or the mask in its place if a secret is anywhere in it.</summary>
    public JsonElement Apply(JsonElement element) => Shows(element) ? s_maskElement : element;

    /// <summary>The exception, or <see langword="null"/> if it shows a secret.</summary>
    public Exception? Apply(Exception exception) => Shows(exception.ToString()) ? null : exception;

    private bool Shows(string text) => _forms.Any(form => text.Contains(form, StringComparison.Ordinal));

    private bool Shows(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(member => Shows(member.Value)) || Shows(element.GetRawText()),
        JsonValueKind.Array => element.EnumerateArray().Any(Shows),
        // Escapes can hide a secret in the raw text, and text that is not Unicode has no other form than the raw one.
        JsonValueKind.String => Shows(PointerScan.Text(element) ?? "") || Shows(element.GetRawText()),
        _ => Shows(element.GetRawText()),
    };

    private string WithoutCutSecret(string text)
    {
        foreach (string form in _forms)
        {
            for (int length = Math.Min(form.Length, text.Length); length >= 4; length--)
            {
                if (text.AsSpan().EndsWith(form.AsSpan(0, length), StringComparison.Ordinal))
                {
                    return string.Concat(text.AsSpan(0, text.Length - length), Mask);
                }
            }
        }

        return text;
    }

    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        JsonEncodedText.Encode(secret).ToString(),
        secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
        secret.Replace("/", "\\/", StringComparison.Ordinal),
    ];
}
