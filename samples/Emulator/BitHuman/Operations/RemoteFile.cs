using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

/// <summary>Files by their URL. The emulator fetches nothing: a host named <c>unreachable…</c> is one it could not reach.</summary>
internal static class RemoteFile
{
    /// <summary>RFC 2606 keeps .invalid free of hosts, so no test can fetch a stranger's file.</summary>
    public static string UrlOf(string folder, string name) =>
        $"https://files.bithuman.invalid/{Uri.EscapeDataString(folder)}/{Uri.EscapeDataString(name)}";

    /// <summary>Refuses a URL that cannot be reached; base64 data and an absent value pass.</summary>
    /// <exception cref="RefusedException">DOWNLOAD_FAILED.</exception>
    public static void CheckReachable(string? source)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out Uri? url) && url.Host.StartsWith("unreachable", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(ApiErrors.DownloadFailed);
        }
    }
}
