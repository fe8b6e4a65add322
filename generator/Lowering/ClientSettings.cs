namespace Dragoman.Generator.Lowering;

/// <summary>What the project says of a client.</summary>
/// <param name="Document">The document's file name.</param>
/// <param name="Catalog">The catalog's file name; empty where there is none.</param>
/// <param name="Namespace">The namespace asked for; empty for the default.</param>
/// <param name="RootNamespace">The project's root namespace; empty where it has none.</param>
/// <param name="ClientName">The client's class name asked for; empty for the default.</param>
internal sealed record ClientSettings(string Document, string Catalog, string Namespace, string RootNamespace, string ClientName)
{
    /// <summary>Which operations are generated.</summary>
    public OperationSelection Operations { get; init; } = new();

    /// <summary>Names in place of ours.</summary>
    public NameOverrides Names { get; init; } = new();

    /// <summary>True where arguments are checked against the document before they are sent.</summary>
    public bool Validates { get; init; }

    /// <summary>True where nothing that is generated can be seen outside of its assembly.</summary>
    public bool IsInternal { get; init; }

    /// <summary>What the client's own types start with: the class name asked for, else what the document's title names.</summary>
    public string Prefix(string title)
    {
        string name = ClientName.Length > 0 ? ClientName : Identifier.Pascal(TitleName.Of(title), "Api");
        return name.Length > "Client".Length && name.EndsWith("Client", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Client".Length) : name;
    }

    /// <summary>The namespace asked for, else the root namespace and the client's name.</summary>
    public string NamespaceOf(string prefix) =>
        Namespace.Length > 0 ? Namespace
        : RootNamespace.Length > 0 ? $"{RootNamespace}.{prefix}"
        : prefix;
}
