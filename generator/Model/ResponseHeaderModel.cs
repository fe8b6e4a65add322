namespace Dragoman.Generator.Model;

/// <summary>What the value of a header is.</summary>
internal enum HeaderValue
{
    Text,
    Int64,
    Double,
    Boolean,
    Time,
}

/// <summary>A header that responses have, as a method on all of them.</summary>
/// <param name="WireName">The name as it is sent.</param>
/// <param name="Name">The C# name.</param>
internal sealed record ResponseHeaderModel(string WireName, string Name, HeaderValue Value, string Description);
