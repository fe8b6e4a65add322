namespace Dragoman;

/// <summary>An access token and how long it is good for (RFC 6749, section 1.4).</summary>
public sealed record AccessToken
{
    /// <summary>Describes a token.</summary>
    /// <param name="value">The token as it is sent.</param>
    /// <param name="expiresIn">How long it is good for from now on; <see langword="null"/> if nobody says.</param>
    /// <exception cref="ArgumentException">The token is empty or cannot be sent.</exception>
    public AccessToken(string value, TimeSpan? expiresIn = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        HeaderField.CheckValue(value, nameof(value));
        Value = value;
        ExpiresIn = expiresIn;
    }

    /// <summary>The token as it is sent.</summary>
    public string Value { get; }

    /// <summary>How long the token is good for, from the moment in which it was given; <see langword="null"/> if nobody says: then it is used until it is refused.</summary>
    public TimeSpan? ExpiresIn { get; }

    /// <summary>A token as services describe it (RFC 6749, section 5.1).</summary>
    /// <param name="value">The token.</param>
    /// <param name="expiresIn">The seconds that it is good for. <see langword="null"/> and what is no length of time: nobody says.</param>
    /// <exception cref="ArgumentException">The token is empty or cannot be sent.</exception>
    public static AccessToken FromSeconds(string value, double? expiresIn) => new(value, expiresIn is { } seconds ? Pause.FromSeconds(seconds) : null);

    /// <summary>How long the token is good for; never the token.</summary>
    public override string ToString() => ExpiresIn is { } time ? $"*** (expires in {TimeText.Of(time)})" : "***";
}
