using System.Text;
using Dragoman.Samples.Emulator;

namespace Dragoman.Samples.Video;

/// <summary>Where live segments come from.</summary>
internal static class Camera
{
    private const int Segments = 8;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    /// <summary>A file as the only segment.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> FileAsync(string path)
    {
        yield return await File.ReadAllBytesAsync(path);
    }

    /// <summary>Segments at regular times: the second is damaged, the third far too short. After the fourth the service is about to restart.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> EmulatedAsync(InterhumanEmulator emulator)
    {
        for (int number = 1; number <= Segments; number++)
        {
            yield return number switch
            {
                2 => Bytes(300_000, "corrupt"),
                3 => Bytes(1000),
                _ => Bytes(200_000 + (number * 25_000)),
            };
            await Task.Delay(s_interval);
            switch (number)
            {
                case 4:
                    await emulator.BeginShutdownAsync(TimeSpan.FromMinutes(5));
                    break;
                case 6:
                    // Nobody waits for the five minutes here.
                    emulator.CloseChannels(1001, "ih6005");
                    await Task.Delay(s_interval);
                    break;
            }
        }
    }

    /// <summary>What an emulator takes for a video, however it begins.</summary>
    public static byte[] Bytes(int count, string beginning = "")
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        Encoding.ASCII.GetBytes(beginning.PadRight(16), bytes);
        return bytes;
    }
}
