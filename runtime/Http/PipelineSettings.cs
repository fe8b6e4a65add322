namespace Dragoman;

/// <summary>What is the same for all calls of a client.</summary>
internal sealed record PipelineSettings(ApiClientOptions Options, BaseAddress BaseAddress, ErrorCatalog Catalog, IReadOnlyList<ApiCredential> Credentials)
{
    /// <summary>Where an operation is.</summary>
    public BaseAddress AddressOf(ApiOperationInfo operation) => operation.Server?.For(BaseAddress) ?? BaseAddress;
}
