namespace Dragoman.Generator.Catalog;

/// <summary>What kind of failure is repeated. The names are those of the runtime.</summary>
internal enum RetryClass
{
    /// <summary>Something broke for a moment.</summary>
    Transient,

    /// <summary>Too many requests.</summary>
    Throttled,

    /// <summary>The service works and has no room.</summary>
    Capacity,

    /// <summary>The service is still starting.</summary>
    NotReady,
}
