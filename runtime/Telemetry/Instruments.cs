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

    /// <summary>How often a request was sent once more beside a try that was not answered in time.</summary>
    public static Counter<long> Hedges { get; } = s_meter.CreateCounter<long>("dragoman.client.hedges", "{hedge}", "How often a request was sent once more beside a try without an answer.");

    /// <summary>What the process may still spend on retries. Read when somebody collects it; calls have no part in it.</summary>
    public static ObservableGauge<long> Quota { get; } = s_meter.CreateObservableGauge("dragoman.client.quota.available", MeasureQuotas, "{token}", "The tokens that retries of calls to a service may take.");

    /// <summary>Whether anybody wants to know; nothing is made for nobody.</summary>
    public static bool AreUsed => Duration.Enabled || Retries.Enabled || Hedges.Enabled || Source.HasListeners();

    private static IEnumerable<Measurement<long>> MeasureQuotas() => RetryQuotas.Available.Select(static service =>
    {
        BaseAddress address = BaseAddress.Of(new(service.Origin), null);
        return new Measurement<long>(service.Tokens, new("server.address", address.Host), new("server.port", address.Port));
    });
}
