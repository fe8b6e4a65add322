using System.Buffers.Text;
using System.Text.Json.Nodes;

using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

internal static class FileOperations
{
    // Nothing is fetched from a URL, so its size is made up.
    private const long FetchedBytes = 1024;

    public static Reply Upload(OperationCall call)
    {
        JsonBody body = call.ReadBody();
        string kind = body.OneOf("file_type", "auto", "image", "video", "audio", "document");
        (string source, string name, long size) = body.OptionalString("file_url") is { } url ? Fetch(url) : Decode(body);

        FileFormat format = FileFormat.Of(name);
        if (size > format.MaxBytes)
        {
            throw new RefusedException(ApiErrors.FileTooLarge);
        }

        string storedKind = kind == "auto" ? format.Kind : kind;
        return Reply.Json(new JsonObject
        {
            ["success"] = true,
            ["message"] = "The file is stored",
            ["data"] = new JsonObject
            {
                ["file_url"] = RemoteFile.UrlOf("uploads", name),
                ["original_source"] = source,
                ["file_type"] = storedKind,
                ["file_size"] = size,
                ["mime_type"] = format.MediaType,
                ["asset_category"] = storedKind,
                ["uploaded_at"] = Timestamps.Utc(call.State.Now),
            },
        });
    }

    private static (string Source, string Name, long Size) Fetch(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
        {
            throw ApiErrors.Invalid("file_url must be an absolute http or https URL");
        }

        RemoteFile.CheckReachable(url);
        return (url, Path.GetFileName(address.AbsolutePath), FetchedBytes);
    }

    private static (string Source, string Name, long Size) Decode(JsonBody body)
    {
        string data = body.OptionalString("file_data") ?? throw ApiErrors.Invalid("file_url or file_data is required");
        string name = body.RequiredString("file_name");
        return Base64.IsValid(data, out int bytes) ? (name, name, bytes) : throw ApiErrors.Invalid("file_data must be base64");
    }
}
