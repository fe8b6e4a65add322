using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>The analysis of a recorded video.</summary>
internal static class UploadOperation
{
    // The page has an id for it and no number; twice the segment's limit is assumed.
    private const int MaxUploadBytes = 2 * Media.MaxSegmentBytes;

    public static Reply Analyze(ServerCall call)
    {
        if (call.Form?.Find("file") is not { FileName: { } name } file)
        {
            throw InterhumanErrors.Refused("ih4001");
        }

        if (!Media.IsSupported(name))
        {
            throw InterhumanErrors.Refused("ih4002");
        }

        if (file.Content.Length > MaxUploadBytes)
        {
            throw InterhumanErrors.Refused("ih4003");
        }

        return Media.ErrorIn(name, file.Content) is { } error
            ? throw InterhumanErrors.Refused(error)
            : Reply.Json(new JsonObject { ["signals"] = Signals.Of(file.Content) });
    }
}
