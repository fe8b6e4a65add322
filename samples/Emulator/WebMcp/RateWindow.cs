using System.Globalization;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>A fixed window of requests: so many in a time, and the time when it starts again.</summary>
internal sealed class RateWindow(TimeProvider clock, int limit, TimeSpan length, string refusal)
{
    private DateTimeOffset _end;
    private int _taken;

    public int Limit => limit;

    public int Remaining
    {
        get
        {
            Roll();
            return Math.Max(0, limit - _taken);
        }
    }

    /// <summary>The end of the window, in Unix seconds.</summary>
    public long ResetsAt
    {
        get
        {
            Roll();
            return _end.ToUnixTimeSeconds();
        }
    }

    /// <exception cref="Hosting.RefusedException">The window is used up.</exception>
    public void Take()
    {
        Roll();
        if (_taken >= limit)
        {
            double seconds = Math.Ceiling((_end - clock.GetUtcNow()).TotalSeconds);
            throw WebMcpErrors.Refused(refusal, refusal == "RATE_LIMITED" ? seconds.ToString(CultureInfo.InvariantCulture) : null);
        }

        _taken++;
    }

    public void Clear() => _end = default;

    private void Roll()
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (now >= _end)
        {
            _end = now + length;
            _taken = 0;
        }
    }
}
