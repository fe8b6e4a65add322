namespace Dragoman.Generator.Model;

/// <summary>
/// A client, all decisions taken: what the emitters print. It holds strings, numbers and other models only; no position, node or
/// symbol, so that two equal models mean equal output and an edit re-emits just what it changes.
/// </summary>
internal sealed record ApiModel(
    FileModel File,
    ClientModel Client,
    EquatableArray<TypeFileModel> Types,
    EquatableArray<GroupModel> Groups,
    ErrorsModel Errors)
{
    /// <summary>The headers that responses have.</summary>
    public EquatableArray<ResponseHeaderModel> Headers { get; init; }

    /// <summary>What is checked before it is sent; none unless the project asks for it.</summary>
    public EquatableArray<ChecksModel> Checks { get; init; }

    /// <summary>The names of all types that stand directly in the namespace.</summary>
    public EquatableArray<string> TypeNames { get; init; }
}

/// <summary>What every file of a client needs to know.</summary>
/// <param name="Namespace">The namespace of every generated type.</param>
/// <param name="Document">The document's file name, for the header.</param>
/// <param name="HiddenNames">Names of .NET and of the runtime that types of this client hide; they are written with <c>global::</c>.</param>
/// <param name="Catalog">The catalog's file name, for the header; empty where there is none.</param>
/// <param name="HintPrefix">What the names of this client's files start with: different for every client of a project.</param>
/// <param name="ClientName">The class of the root client, such as <c>PetStoreClient</c>.</param>
/// <param name="Prefix">What the names of the client's own types start with, such as <c>PetStore</c>.</param>
/// <param name="BaseExceptionName">The base of the client's exceptions.</param>
internal sealed record FileModel(string Namespace, string Document, string Catalog, string HintPrefix, EquatableArray<string> HiddenNames, string ClientName, string Prefix, string BaseExceptionName)
{
    /// <summary>True where other assemblies see no type of the client.</summary>
    public bool IsInternal { get; init; }

    public string OptionsName => $"{ClientName}Options";

    public string OperationsName => $"{Prefix}Operations";

    public string ErrorsName => $"{Prefix}Errors";

    public string HeadersName => $"{Prefix}Headers";

    /// <summary>The file, and in it the JSON pointer, of a part of the document.</summary>
    /// <param name="pointer">From the root of the document, or after a '#' from that of the other file that it starts with.</param>
    public string Origin(string pointer) => pointer.Length == 0 || pointer[0] == '/' ? $"{Document}#{pointer}" : pointer;
}

/// <summary>The root client.</summary>
/// <param name="Api">The API's name for people.</param>
/// <param name="Description">What the API is, as plain text.</param>
/// <param name="BaseAddress">The absolute URL of the first server; null where the document has none, and the caller must say.</param>
/// <param name="Credentials">What the caller may be known by.</param>
/// <param name="Readiness">How the service says whether it can take work; null where the document does not say.</param>
/// <param name="Server">What the caller may choose of the address; null where it is fixed.</param>
internal sealed record ClientModel(string Api, string Description, string? BaseAddress, EquatableArray<CredentialModel> Credentials, ReadinessModel? Readiness = null, ServerModel? Server = null);

/// <summary>How a secret is sent.</summary>
internal enum CredentialKind
{
    Header,
    Query,
    Cookie,
    Bearer,
    Basic,
    Http,
}

/// <summary>A security scheme that the client can satisfy.</summary>
/// <param name="Scheme">The scheme's name in the document.</param>
/// <param name="WireName">The header, query parameter or cookie of an API key; of another HTTP scheme than bearer and basic, its name.</param>
/// <param name="PropertyName">The option's property; for basic authentication its prefix.</param>
internal sealed record CredentialModel(string Scheme, CredentialKind Kind, string WireName, string PropertyName, string ParameterName, string Description)
{
    /// <summary>Of a bearer token, the option that takes a source of tokens; else empty.</summary>
    public string ProviderName { get; init; } = "";

    /// <summary>The authorization server that gives the token; null where the document names none.</summary>
    public OAuthModel? OAuth { get; init; }

    /// <summary>The operation that gives the token; null where none does.</summary>
    public TokenExchangeModel? Exchange { get; init; }
}
