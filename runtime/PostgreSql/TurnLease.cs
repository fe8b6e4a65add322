using System.Threading.RateLimiting;

namespace Dragoman;

/// <summary>A permit, or why there is none.</summary>
/// <param name="isAcquired">Whether it is a permit.</param>
/// <param name="retryAfter">When to ask again, if it is none.</param>
/// <param name="reason">Why it is none, where that is not the limit.</param>
internal sealed class TurnLease(bool isAcquired, TimeSpan? retryAfter = null, string? reason = null) : RateLimitLease
{
    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames
    {
        get
        {
            if (retryAfter is not null)
            {
                yield return MetadataName.RetryAfter.Name;
            }

            if (reason is not null)
            {
                yield return MetadataName.ReasonPhrase.Name;
            }
        }
    }

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter
            : metadataName == MetadataName.ReasonPhrase.Name ? reason
            : null;
        return metadata is not null;
    }
}
