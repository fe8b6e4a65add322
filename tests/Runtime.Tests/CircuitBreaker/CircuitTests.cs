namespace Dragoman.Runtime.Tests;

/// <summary>The states of a circuit. It opens here at half of four requests within 10 s, and for 5 s.</summary>
public class CircuitTests
{
    private static readonly TimeSpan s_break = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _clock = new();
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new(new() { FailureRatio = 0.5, MinimumThroughput = 4, SamplingDuration = TimeSpan.FromSeconds(10), BreakDuration = s_break }, _clock);

    [Fact]
    public void Opens_when_enough_of_enough_requests_have_failed()
    {
        Send(true, true, true);
        Assert.Equal(TimeSpan.Zero, _circuit.Remaining);
        Send(true);

        Assert.Equal(s_break, _circuit.Remaining);
        Assert.Equal(new CircuitRefusal(s_break, 4, 4), _circuit.Enter(out _));
    }

    [Fact]
    public void Half_is_enough_and_less_is_not()
    {
        Send(true, false, false, false, true);
        Assert.Null(_circuit.Enter(out long era));
        _circuit.Exit(era, isFailure: true);

        Assert.Equal(new CircuitRefusal(s_break, 3, 6), _circuit.Enter(out _));
    }

    /// <summary>100 * 0.07 is a little more than 7 in floating point.</summary>
    [Fact]
    public void Just_the_ratio_is_enough()
    {
        Circuit circuit = new(new() { FailureRatio = 0.07, MinimumThroughput = 100 }, _clock);
        for (int request = 1; request <= 100; request++)
        {
            Assert.Null(circuit.Enter(out long era));
            circuit.Exit(era, isFailure: request > 93);
        }

        Assert.Equal(s_break, circuit.Remaining);
    }

    [Fact]
    public void A_success_never_opens_it()
    {
        Send(true, true, true, false);
        Assert.Equal(TimeSpan.Zero, _circuit.Remaining);
    }

    [Fact]
    public void What_taught_nothing_does_not_count()
    {
        Send(true, true, true, null, null);
        Assert.Equal(TimeSpan.Zero, _circuit.Remaining);
    }

    // A window of 10 s goes in tenths: what was counted in second 0 is forgotten in second 10.
    [Theory]
    [InlineData(9.9, true)]
    [InlineData(10, false)]
    public void Old_failures_are_forgotten(double seconds, bool isOpen)
    {
        Send(true, true, true);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Send(true);
        Assert.Equal(isOpen, _circuit.Remaining > TimeSpan.Zero);
    }

    [Fact]
    public void After_a_long_pause_nothing_is_left()
    {
        Send(true, true, true);
        _clock.Advance(TimeSpan.FromDays(30));
        Send(true);
        Assert.Equal(TimeSpan.Zero, _circuit.Remaining);
    }

    [Fact]
    public void After_the_break_one_request_at_a_time_is_let_through()
    {
        Send(true, true, true, true);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(2), _circuit.Enter(out _)?.Wait);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(_circuit.Enter(out _));
        Assert.Equal(new CircuitRefusal(null, 4, 4), _circuit.Enter(out _));
    }

    [Fact]
    public void A_success_closes_it_with_an_empty_count()
    {
        OpenHalf();
        Send(false);
        Send(true, true, true);
        Assert.Equal(TimeSpan.Zero, _circuit.Remaining);
        Send(true);
        Assert.Equal(s_break, _circuit.Remaining);
    }

    [Fact]
    public void A_failure_opens_it_for_as_long_again()
    {
        OpenHalf();
        Send(true);
        Assert.Equal(s_break, _circuit.Remaining);
    }

    [Fact]
    public void Where_the_one_request_taught_nothing_the_next_one_tries()
    {
        OpenHalf();
        Send((bool?)null);
        Assert.Null(_circuit.Enter(out _));
    }

    [Fact]
    public void Answers_to_what_was_sent_in_an_earlier_state_change_nothing()
    {
        _circuit.Enter(out long early);
        Send(true, true, true, true);
        _clock.Advance(s_break);
        Assert.Null(_circuit.Enter(out long trial));

        _circuit.Exit(early, isFailure: false);
        Assert.NotNull(_circuit.Enter(out _));
        _circuit.Exit(early, isFailure: true);
        Assert.Equal(TimeSpan.Zero, _circuit.Remaining);

        _circuit.Exit(trial, isFailure: false);
        Assert.Null(_circuit.Enter(out _));
    }

    // Whoever is let through after the break counts itself in and out.
    [Fact]
    public async Task Of_many_at_once_one_is_let_through()
    {
        OpenHalf();
        int through = 0;
        await Parallel.ForAsync(0, 1000, (_, _) =>
        {
            Interlocked.Add(ref through, _circuit.Enter(out long _) is null ? 1 : 0);
            return ValueTask.CompletedTask;
        });
        Assert.Equal(1, through);
    }

    private void OpenHalf()
    {
        Send(true, true, true, true);
        _clock.Advance(s_break);
    }

    private void Send(params bool?[] failures)
    {
        foreach (bool? isFailure in failures)
        {
            Assert.Null(_circuit.Enter(out long era));
            _circuit.Exit(era, isFailure);
        }
    }
}
