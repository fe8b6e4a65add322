namespace Dragoman;

/// <summary>Which quota a <see cref="PostgreSqlRetryQuota"/> is, and how it behaves. Quotas with the same name and capacity in one database are one.</summary>
public sealed class PostgreSqlRetryQuotaOptions : PostgreSqlOptions
{
    /// <summary>The most tokens that it holds, 1 or more. Default: 500.</summary>
    public int Capacity { get; init; } = 500;

    /// <summary>The tokens that it begins with, when the database does not know it yet: 0 to <see cref="Capacity"/>. Default: 100.</summary>
    public int Tokens { get; init; } = 100;

    /// <summary>How long tokens that were given back are gathered before they are brought to the database, unless somebody takes some before. Default: 1 second.</summary>
    public TimeSpan ReturnInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(Capacity, 1, nameof(Capacity));
        ArgumentOutOfRangeException.ThrowIfNegative(Tokens, nameof(Tokens));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Tokens, Capacity, nameof(Tokens));
        TimeLimit.Check(ReturnInterval, isInfiniteAllowed: false, nameof(ReturnInterval));
    }
}
