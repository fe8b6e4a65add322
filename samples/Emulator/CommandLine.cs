using System.Globalization;

namespace Dragoman.Samples.Emulator;

/// <summary>What the program was asked to run.</summary>
internal sealed record CommandLine
{
    public const string Usage =
        "usage: Emulator [--service NAME]... [--port PORT] [--slots COUNT] [--cold-start TIME] [--step TIME]\n" +
        "  NAME: bithuman, container, foilengine, webmcp, interhuman; all of them by default, on ports from PORT on\n" +
        "  TIME: such as 500ms, 2s or 3m";

    /// <summary>The services to run; empty for all.</summary>
    public IReadOnlyList<string> Services { get; private init; } = [];

    /// <summary>The port of the first service; 0 for free ones.</summary>
    public int Port { get; private init; }

    public int Slots { get; private init; } = 8;

    public TimeSpan ColdStart { get; private init; } = TimeSpan.FromSeconds(50);

    public TimeSpan Step { get; private init; } = TimeSpan.FromMilliseconds(300);

    /// <exception cref="FormatException">An option is not known, or its value is not one of its kind.</exception>
    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine();
        for (int i = 0; i < args.Count; i += 2)
        {
            string value = i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} has no value.");
            line = args[i] switch
            {
                "--service" => line with { Services = [.. line.Services, value] },
                "--port" => line with { Port = Number(value, max: 65535) },
                "--slots" => line with { Slots = Number(value, max: 1000) },
                "--cold-start" => line with { ColdStart = Time(value) },
                "--step" => line with { Step = Time(value) },
                _ => throw new FormatException($"{args[i]} is no option."),
            };
        }

        return line;
    }

    private static int Number(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= max
            ? number
            : throw new FormatException($"{text} is no number up to {max}.");

    private static TimeSpan Time(string text)
    {
        (string unit, TimeSpan length) = text switch
        {
            [.., 'm', 's'] => ("ms", TimeSpan.FromMilliseconds(1)),
            [.., 's'] => ("s", TimeSpan.FromSeconds(1)),
            [.., 'm'] => ("m", TimeSpan.FromMinutes(1)),
            _ => throw new FormatException($"{text} is no time such as 500ms, 2s or 3m."),
        };
        return Number(text[..^unit.Length], max: 1_000_000) * length;
    }
}
