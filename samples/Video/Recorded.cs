using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;
using Interhuman;

namespace Dragoman.Samples.Video;

/// <summary>A recorded video, and what can be wrong with one.</summary>
internal static class Recorded
{
    public static async Task AnalyzeAsync(InterhumanClient client, FileUpload video)
    {
        Console.WriteLine($"{video.FileName}:");

        // The service answers when it has seen the whole video: longer than a try may take by default.
        var patient = new RequestOptions { AttemptTimeout = TimeSpan.FromMinutes(5), Progress = new UploadBar(video.Length ?? long.MaxValue) };
        UploadAnalysis analysis = await client.Analysis.AnalyzeUploadAsync(new() { File = video }, patient);
        foreach (Signal signal in analysis.Signals)
        {
            Console.WriteLine($"  {signal.Type} from {signal.Start} to {signal.End} s");
        }
    }

    public static async Task RunAsync(InterhumanClient client, InterhumanEmulator emulator)
    {
        // Not available at first: the file is read and sent again, after as long as Retry-After says.
        emulator.Fail("analyzeUpload", "ih1002", retryAfter: "1");
        await AnalyzeAsync(client, Video("clip.mp4", 6 * 1024 * 1024));
        Console.WriteLine($"  It took {OperationsSince(emulator, 0)}.");

        // Smaller than the document allows: nothing is sent to learn that.
        int before = emulator.Requests.Count;
        try
        {
            await client.Analysis.AnalyzeUploadAsync(new() { File = Video("snippet.mp4", 5000) });
        }
        catch (ArgumentException e)
        {
            Console.WriteLine();
            Console.WriteLine($"{e.GetType().Name}: {e.Message}");
            Console.WriteLine($"  After {emulator.Requests.Count - before} requests.");
        }

        // Damaged, as only the service can tell.
        try
        {
            await client.Analysis.AnalyzeUploadAsync(new() { File = Video("corrupt.mp4", 200_000) });
        }
        catch (CorruptedVideoException e)
        {
            Show(e);
        }

        // The quota of the day is used up. The body says until when, and that is longer than a call waits.
        emulator.Fail("analyzeUpload", new Fault { Code = "ih3004", Extras = new JsonObject { ["reset_time"] = DateTimeOffset.UtcNow.AddHours(6) } });
        try
        {
            await client.Analysis.AnalyzeUploadAsync(new() { File = Video("clip.mp4", 200_000) });
        }
        catch (DailyQuotaExceededException e)
        {
            Show(e);
            Console.WriteLine($"  Try again in {e.RetryAfter?.TotalHours:0} hours.");
        }

        // The token has expired: the keys are exchanged once more, and the call is made once more.
        before = emulator.Requests.Count;
        emulator.ExpireTokens();
        await client.Analysis.AnalyzeUploadAsync(new() { File = Video("clip.mp4", 200_000) });
        Console.WriteLine();
        Console.WriteLine($"An expired token: {OperationsSince(emulator, before)}.");
    }

    private static FileUpload Video(string name, int bytes) => FileUpload.FromBytes(Camera.Bytes(bytes), name, "video/mp4");

    private static string OperationsSince(InterhumanEmulator emulator, int first) => string.Join(", ", emulator.Requests.Skip(first).Select(request => request.OperationId));

    private static void Show(InterhumanException e)
    {
        Console.WriteLine();
        Console.WriteLine($"{e.GetType().Name}: {e.Message}");
        Console.WriteLine($"  Code {e.Code}, status {e.Status}, stopped because {e.StopReason}, correlation id {e.RequestId}.");
        Console.WriteLine($"  {e.Resolution}");
    }
}
