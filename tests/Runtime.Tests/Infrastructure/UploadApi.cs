namespace Dragoman.Runtime.Tests;

/// <summary>Calls with bodies, as a generator would write them.</summary>
internal static class UploadApi
{
    public static ApiCall Form(Action<MultipartForm> fill, RequestOptions? options = null, HttpMethod? method = null)
    {
        ApiCall call = new(new("upload", method ?? HttpMethod.Put, "/upload"), options);
        call.MultipartBody(fill, static (form, value) => value(form));
        return call;
    }

    public static ApiCall File(FileUpload file, RequestOptions? options = null, long minLength = 0, long maxLength = long.MaxValue)
    {
        ApiCall call = new(new("upload", HttpMethod.Put, "/upload"), options);
        call.FileBody(file, "video/mp4", minLength, maxLength);
        return call;
    }
}
