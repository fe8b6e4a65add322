namespace Dragoman.Generator.Catalog;

/// <summary>Reads the member <c>class</c> of a rule that repeats.</summary>
internal static class RetryClassReader
{
    /// <summary>The class; null where there is none, or one that is refused.</summary>
    public static RetryClass? Read(CatalogMembers rule) => rule.Choice(
        "class",
        ("transient", RetryClass.Transient),
        ("throttling", RetryClass.Throttled),
        ("capacity", RetryClass.Capacity),
        ("not-ready", RetryClass.NotReady));
}
