using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Takes credentials out of texts: services and proxies echo requests in their errors.</summary>
internal sealed class SecretMask
{
    private const string Mask = "***";

    private static readonly JsonElement s_maskElement = JsonDocument.Parse($"\"{Mask}\"").RootElement;

    /// <summary>The longest first, so that a secret that contains another is taken out whole.</summary>
    private readonly string[] _secrets;

    public SecretMask(IEnumerable<string> secrets)
    {
        // Percent-encoded as well for the characters beyond ASCII, which are several bytes there.
        _secrets = [.. secrets.SelectMany(static secret => (string[])[secret, Uri.EscapeDataString(secret)])
            .Where(static secret => secret.Length > 0).Distinct().OrderByDescending(static secret => secret.Length)];
    }

    /// <summary>The mask of a request that was sent: the client's credentials, and what its query, its headers and its body add to them.</summary>
    /// <param name="credentials">The client's credentials.</param>
    /// <param name="sent">The headers.</param>
    /// <param name="call">The call that the request is of.</param>
    /// <param name="received">What of the answer is secret.</param>
    public static SecretMask Of(IEnumerable<ApiCredential> credentials, HttpRequestHeaders sent, ApiCall call, IEnumerable<string>? received = null) =>
        new([.. credentials.SelectMany(static credential => credential.Secrets), .. SensitiveQuery.Secrets(call), .. SensitiveHeader.Secrets(sent), .. BodySecrets.Of(call), .. received ?? []]);

    /// <summary>The text without secrets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether the text may end within a secret.</param>
    public string? Apply(string? text, bool isCut = false)
    {
        if (text is null || !Shows(text, isCut))
        {
            return text;
        }

        StringBuilder masked = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int length = SecretAt(text.AsSpan(i), isCut);
            if (length > 0)
            {
                masked.Append(Mask);
                i += length;
            }
            else
            {
                masked.Append(text[i++]);
            }
        }

        return masked.ToString();
    }

    /// <summary>The element, or the mask in its place if a secret is anywhere in it.</summary>
    public JsonElement Apply(JsonElement element) => Shows(element.GetRawText()) ? s_maskElement : element;

    /// <summary>The exception, or <see langword="null"/> if it shows a secret.</summary>
    public Exception? Apply(Exception exception) => Shows(exception.ToString()) ? null : exception;

    private bool Shows(string text, bool isCut = false)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (SecretAt(text.AsSpan(i), isCut) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private int SecretAt(ReadOnlySpan<char> text, bool isCut)
    {
        foreach (string secret in _secrets)
        {
            if (SecretForm.LengthAt(text, secret, isCut) is > 0 and int length)
            {
                return length;
            }
        }

        return 0;
    }
}
