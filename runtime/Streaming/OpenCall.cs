namespace Dragoman;

/// <summary>Sends a call and leaves the body of its response open.</summary>
internal delegate Task<ApiResponse> OpenCall(ApiCall call, BodyStreaming streaming, CancellationToken cancellationToken);
