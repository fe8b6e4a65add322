using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dragoman;

/// <summary>What the process measures of all clients: one source of activities and one meter, both named "Dragoman".</summary>
internal static class Instruments
{
    private const string Name = "Dragoman";

    private static readonly Meter s_meter = new(Name, typeof(Instruments).Assembly.GetName().Version?.ToString(3));

    public static ActivitySource Source { get; } = new(Name, s_meter.Version);

    /// <summary>How long calls took, with all tries and waits; of a stream until its head arrived.</summary>
    public static Histogram<double> Duration { get; } = s_meter.CreateHistogram<double>("dragoman.client.operation.duration", "s", "How long calls took with all their tries and waits.");

    /// <summary>How often a try was followed by another one.</summary>
    public static Counter<long> Retries { get; } = s_meter.CreateCounter<long>("dragoman.client.retries", "{retry}", "How often calls were tried again.");

    /// <summary>Whether anybody wants to know; nothing is made for nobody.</summary>
    public static bool AreUsed => Duration.Enabled || Retries.Enabled || Source.HasListeners();
}
