namespace Dragoman.Generator.Normalize;

/// <summary>The keys of a canonical path item under which operations stand.</summary>
internal static class MethodKey
{
    /// <summary>Keeps methods whose letters count apart from members of the path item, whatever they are called.</summary>
    private const string Additional = "method:";

    /// <summary>The key of a method that has no member of its own.</summary>
    public static string OfAdditional(string method) => Additional + method;

    /// <summary>The method as it is sent: the members of a path item in capitals, others as they are written.</summary>
    public static string Method(string key) => key.StartsWith(Additional, StringComparison.Ordinal) ? key.Substring(Additional.Length) : key.ToUpperInvariant();
}
