using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

/// <summary>A file format that the API takes, with the limit of its kind.</summary>
internal sealed record FileFormat(string Kind, string MediaType, long MaxBytes)
{
    private const long Megabyte = 1024 * 1024;

    private static readonly FileFormat s_jpeg = new("image", "image/jpeg", 10 * Megabyte);

    private static readonly Dictionary<string, FileFormat> s_byExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = s_jpeg,
        [".jpeg"] = s_jpeg,
        [".png"] = s_jpeg with { MediaType = "image/png" },
        [".webp"] = s_jpeg with { MediaType = "image/webp" },
        [".mp4"] = new("video", "video/mp4", 100 * Megabyte),
        [".wav"] = new("audio", "audio/wav", 50 * Megabyte),
        [".mp3"] = new("audio", "audio/mpeg", 50 * Megabyte),
        [".ogg"] = new("audio", "audio/ogg", 50 * Megabyte),
    };

    /// <exception cref="RefusedException">UNSUPPORTED_TYPE: the name's extension is not one of the formats.</exception>
    public static FileFormat Of(string fileName) =>
        s_byExtension.TryGetValue(Path.GetExtension(fileName), out FileFormat? format)
            ? format
            : throw new RefusedException(ApiErrors.UnsupportedType);
}
