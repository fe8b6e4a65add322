using Dragoman.Generator.Model;

namespace Dragoman.Generator;

/// <summary>The full names of the types and namespaces that clients declare, and by which document.</summary>
internal sealed class DeclaredNames
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The first name of a client that another one has declared, with its document; null where it shares none.</summary>
    /// <remarks>A namespace may be shared, but not be called like a type (CS0101).</remarks>
    public (string Name, string Document)? FirstOf(ApiModel client)
    {
        foreach (string type in Types(client))
        {
            if (_types.TryGetValue(type, out string? document) || _namespaces.TryGetValue(type, out document))
            {
                return (type, document);
            }
        }

        foreach (string space in Namespaces(client))
        {
            if (_types.TryGetValue(space, out string? document))
            {
                return (space, document);
            }
        }

        return null;
    }

    public void Add(ApiModel client, string document)
    {
        foreach (string type in Types(client))
        {
            _types[type] = document;
        }

        foreach (string space in Namespaces(client))
        {
            _namespaces[space] = document;
        }
    }

    /// <summary>In the order of their names, so that the one that is shown is the same whatever the order of the document.</summary>
    private static IEnumerable<string> Types(ApiModel client) =>
        client.TypeNames.OrderBy(name => name, StringComparer.Ordinal).Select(name => $"{client.File.Namespace}.{name}");

    /// <summary>The namespace and those it is in.</summary>
    private static IEnumerable<string> Namespaces(ApiModel client)
    {
        string[] parts = client.File.Namespace.Split('.');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join(".", parts, 0, count));
    }
}
