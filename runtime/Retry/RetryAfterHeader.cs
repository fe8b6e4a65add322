using System.Globalization;
using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>The pause a response asks for in its headers (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfterHeader
{
    /// <summary>Milliseconds, as Azure and the services that follow it send; more exact than whole seconds, so they come first.</summary>
    private static readonly string[] s_milliseconds = ["retry-after-ms", "x-ms-retry-after-ms"];

    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider clock)
    {
        foreach (string name in s_milliseconds)
        {
            if (headers.NonValidated.TryGetValues(name, out HeaderStringValues values)
                && double.TryParse(values.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds)
                && Pause.FromSeconds(milliseconds / 1000) is { } pause)
            {
                return pause;
            }
        }

        // The typed property reads seconds and all three date forms, and is null for anything else.
        return headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            // The response's own clock, if it shows it: the difference of two of its instants is free of our clock's skew.
            { Date: { } date } => Pause.Until(date, headers.Date ?? clock.GetUtcNow()),
            _ => null,
        };
    }
}
