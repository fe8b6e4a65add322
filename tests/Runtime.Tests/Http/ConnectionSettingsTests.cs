namespace Dragoman.Runtime.Tests;

/// <summary>What a client's own connections do otherwise than the platform's.</summary>
public class ConnectionSettingsTests
{
    [Fact]
    public void Connections_are_made_in_ten_seconds_renewed_after_two_minutes_and_follow_nothing()
    {
        using SocketsHttpHandler handler = ServiceConnection.CreateHandler(connect: null);

        Assert.Equal((10, 120), (handler.ConnectTimeout.TotalSeconds, handler.PooledConnectionLifetime.TotalSeconds));
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
    }

    [Fact]
    public void Tries_calls_and_bodies_have_limits_unless_the_caller_has_others()
    {
        ApiClientOptions options = new();

        Assert.Equal((100, 300), (options.AttemptTimeout.TotalSeconds, options.Timeout.TotalSeconds));
        Assert.Equal(100 * 1024 * 1024, options.MaxResponseBytes);
    }
}
