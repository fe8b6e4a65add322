using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dragoman.Runtime.Tests;

/// <summary>Listens to one service: the instruments are the process's, and other tests call other services meanwhile.</summary>
internal sealed class Listeners : IDisposable
{
    private readonly string _host;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Listeners(string host)
    {
        _host = host;
        _activities = new()
        {
            ShouldListenTo = static source => source.Name == "Dragoman",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Dragoman")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.Start();
    }

    public List<Activity> Activities { get; } = [];

    public List<(string Name, double Value, IReadOnlyDictionary<string, object?> Tags)> Measurements { get; } = [];

    /// <summary>Has what is read only on demand measured now.</summary>
    public void Collect() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Stopped(Activity activity)
    {
        if (activity.GetTagItem("server.address") as string == _host)
        {
            Activities.Add(activity);
        }
    }

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> known = new(tags.ToArray());
        if (known.GetValueOrDefault("server.address") as string == _host)
        {
            Measurements.Add((instrument.Name, value, known));
        }
    }
}
