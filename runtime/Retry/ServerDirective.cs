using System.Globalization;
using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>What a response says of another try, in its headers.</summary>
/// <param name="Repeats">Whether there should be one; <see langword="null"/> if nothing says so.</param>
/// <param name="Wait">The wait before it, never negative; <see langword="null"/> if nothing says so.</param>
/// <param name="Kind">How the wait is meant.</param>
internal readonly record struct ServerDirective(bool? Repeats, TimeSpan? Wait, DirectiveKind Kind = DirectiveKind.Pause)
{
    /// <summary>Milliseconds, as Azure and the services that follow it send; more exact than whole seconds, so they come first.</summary>
    private static readonly string[] s_milliseconds = ["retry-after-ms", "x-ms-retry-after-ms"];

    private static readonly TimeSpan s_mostOfHint = TimeSpan.FromSeconds(5);

    /// <summary>Reads all that services send. Of several headers that name a wait the first counts that can be read.</summary>
    public static ServerDirective Read(HttpResponseHeaders headers, TimeProvider clock)
    {
        bool? repeats = bool.TryParse(First(headers, "x-should-retry"), out bool value) ? value : null;
        if (First(headers, "grpc-retry-pushback-ms") is { } text)
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int pushback) && pushback >= 0)
            {
                return new(repeats, TimeSpan.FromMilliseconds(pushback), DirectiveKind.Pushback);
            }

            // A negative one says not to come back, and one that cannot be read must not be taken for an invitation.
            repeats ??= false;
        }

        if (Milliseconds(headers) is { } wait)
        {
            return new(repeats, wait);
        }

        return int.TryParse(First(headers, "x-amz-retry-after"), NumberStyles.None, CultureInfo.InvariantCulture, out int hint)
            ? new(repeats, TimeSpan.FromMilliseconds(hint), DirectiveKind.Hint)
            : new(repeats, RetryAfter(headers, clock));
    }

    /// <summary>The same with what the body says: a wait where the headers have none, and the time until an instant where that is longer.</summary>
    public ServerDirective With(TimeSpan? wait, TimeSpan? until) => (Wait ?? wait) is { } known && !(until > known)
        ? this with { Wait = known }
        : new(Repeats, until);

    /// <summary>The wait that replaces the own one; <see langword="null"/> if the own one holds.</summary>
    /// <param name="own">The own wait.</param>
    /// <param name="isFixed">Whether the own wait is one that the API names, so that no shorter one replaces it.</param>
    public TimeSpan? Replacing(TimeSpan own, bool isFixed) => Kind switch
    {
        DirectiveKind.Pushback => Wait,
        DirectiveKind.Hint => Wait > own ? Shorter(Wait.Value, own + s_mostOfHint) : null,
        _ => Wait > (isFixed ? own : TimeSpan.Zero) ? Wait : null,
    };

    private static TimeSpan? Milliseconds(HttpResponseHeaders headers)
    {
        foreach (string name in s_milliseconds)
        {
            if (double.TryParse(First(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds) && Pause.FromSeconds(milliseconds / 1000) is { } wait)
            {
                return wait;
            }
        }

        return null;
    }

    /// <summary><c>Retry-After</c> (RFC 9110, section 10.2.3). The typed property reads seconds and all three forms of dates, and is null for anything else.</summary>
    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider clock) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        // The response's own clock, if it shows it: the difference of two of its instants is free of our clock's skew.
        { Date: { } date } => Pause.Until(date, headers.Date ?? clock.GetUtcNow()),
        _ => null,
    };

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault()?.Trim() : null;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
